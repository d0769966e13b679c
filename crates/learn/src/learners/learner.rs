//! What a learner is, and the list of them all.

use std::fmt;

use crate::{LearnError, SparseRows};

use super::descent::Descent;
use super::linear::LinearModel;
use super::targets::Targets;
use super::{Complement, LearnerParams, LogisticRegression, Multinomial, Svm};

/// A way of learning one weight per column and topic, with a single number to set.
///
/// Training, the search for a recipe, the model file and the command line know learners through this alone.
pub trait Learner: Send + Sync {
    /// Its name on the command line and in model files.
    fn name(&self) -> &'static str;

    /// What its number is called.
    fn parameter(&self) -> &'static str;

    /// The number that does well without asking: chosen on folds of reviews, government pages, news and encyclopaedia
    /// sentences; what else was tried was not recorded.
    fn usual(&self) -> f64;

    /// How long it takes beside a support vector machine.
    fn passes(&self) -> f64;

    /// Whether it counts terms and draws no margin. Such a learner sees no dense columns, whose numbers fall below 0, and
    /// its weights tell how rare a term is, not how much it matters.
    fn counts(&self) -> bool {
        false
    }

    /// Whether its model goes on learning from [`MultinomialCounts`](super::MultinomialCounts) alone, exactly as if the
    /// new rows had stood among the old.
    fn is_incremental(&self) -> bool {
        false
    }

    /// Fits rows to targets of the same number; `value` is finite and above 0. Learners that do not descend take nothing
    /// of `descent`.
    ///
    /// # Errors
    /// Where a library beneath refuses.
    fn fit(
        &self,
        value: f64,
        rows: &SparseRows,
        targets: &Targets,
        descent: &Descent,
    ) -> Result<LinearModel, LearnError>;
}

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

    /// It, set to `value`.
    pub fn with(self, value: f64) -> LearnerParams {
        LearnerParams::new(self, value)
    }

    /// It, set to what does well without asking.
    pub fn usual(self) -> LearnerParams {
        self.with(self.0.usual())
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
}
