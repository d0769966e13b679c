//! The list of all learners.

use std::fmt;

use super::complement::Complement;
use super::learner::Learner;
use super::logistic::LogisticRegression;
use super::multinomial::Multinomial;
use super::svm::Svm;

/// A learner of the list, as `--learner` names it.
#[derive(Clone, Copy)]
pub struct LearnerKind(&'static dyn Learner);

impl LearnerKind {
    /// L2-loss support vector machine.
    pub const SVM: LearnerKind = LearnerKind(&Svm);
    /// Complement Naive Bayes.
    pub const COMPLEMENT_NB: LearnerKind = LearnerKind(&Complement);
    /// Multinomial Naive Bayes.
    pub const NB: LearnerKind = LearnerKind(&Multinomial);
    /// L2-regularised logistic regression.
    pub const LOGISTIC: LearnerKind = LearnerKind(&LogisticRegression);

    /// All of them, in the order they are tried: where the budget is short, what does best most often comes first. A new
    /// learner is a file beside this one and a line here.
    pub const ALL: [LearnerKind; 4] = [
        LearnerKind::SVM,
        LearnerKind::COMPLEMENT_NB,
        LearnerKind::NB,
        LearnerKind::LOGISTIC,
    ];

    /// What is taken where nobody chose and nothing was compared.
    pub const FIRST: LearnerKind = LearnerKind::ALL[0];

    /// What is taken where counts are all there is: the one that [`is_incremental`](Learner::is_incremental).
    pub const INCREMENTAL: LearnerKind = LearnerKind::NB;

    /// The learner of this name.
    ///
    /// ```
    /// use notis_learn::learners::LearnerKind;
    ///
    /// assert_eq!(LearnerKind::named("svm"), Some(LearnerKind::SVM));
    /// assert_eq!(LearnerKind::named("skog"), None);
    /// ```
    pub fn named(name: &str) -> Option<LearnerKind> {
        LearnerKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl std::ops::Deref for LearnerKind {
    type Target = dyn Learner;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl PartialEq for LearnerKind {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for LearnerKind {}

impl fmt::Debug for LearnerKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_learner_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = LearnerKind::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), LearnerKind::ALL.len());
        for kind in LearnerKind::ALL {
            assert_eq!(LearnerKind::named(kind.name()), Some(kind));
        }
    }

    #[test]
    fn one_learns_from_counts_alone() {
        let incremental = LearnerKind::ALL.into_iter().filter(|kind| kind.is_incremental());
        assert_eq!(incremental.collect::<Vec<_>>(), [LearnerKind::INCREMENTAL]);
    }
}
