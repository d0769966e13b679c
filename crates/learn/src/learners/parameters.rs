//! The learners and their parameters, behind linfa's [`Fit`].

use linfa::DatasetBase;
use linfa::traits::Fit;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::dual::{self, DualOptions};
use super::linear::LinearModel;
use super::loss::{Logistic, SquaredHinge};
use super::sums::ClassSums;
use super::{Records, Targets, complement, multinomial};

/// Why nothing was learned.
#[derive(Debug, Error)]
pub enum LearnError {
    /// Rows and targets do not match.
    #[error("{rows} rows but {targets} targets")]
    Mismatch {
        /// Rows given.
        rows: usize,
        /// Targets given.
        targets: usize,
    },
    /// A parameter out of its range.
    #[error("{name} is {value}: it must be a number above 0")]
    Parameter {
        /// The parameter.
        name: &'static str,
        /// What it was.
        value: f64,
    },
    /// linfa-bayes refused.
    #[error("Naive Bayes: {0}")]
    NaiveBayes(#[from] linfa_bayes::NaiveBayesError),
    /// linfa refused.
    #[error(transparent)]
    Linfa(#[from] linfa::Error),
}

/// A kind of learner, as `--learner` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LearnerKind {
    /// Multinomial Naive Bayes.
    Nb,
    /// Complement Naive Bayes.
    ComplementNb,
    /// Support vector machine.
    Svm,
    /// Logistic regression.
    Logistic,
}

impl LearnerKind {
    /// All of them.
    pub const ALL: [LearnerKind; 4] = [
        LearnerKind::Nb,
        LearnerKind::ComplementNb,
        LearnerKind::Svm,
        LearnerKind::Logistic,
    ];

    /// Its name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            LearnerKind::Nb => "nb",
            LearnerKind::ComplementNb => "complement-nb",
            LearnerKind::Svm => "svm",
            LearnerKind::Logistic => "logistic",
        }
    }
}

/// A learner with its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Learner {
    /// Multinomial Naive Bayes, by linfa-bayes.
    ///
    /// # Model assumptions
    /// Terms are drawn independently, given the topic. Trains in one pass and can go on learning.
    Nb {
        /// What every count is raised by, above 0.
        alpha: f64,
    },
    /// Complement Naive Bayes (Rennie et al. 2003).
    ///
    /// # Model assumptions
    /// As Naive Bayes, but counts what the other topics say, which suits topics of different size.
    ComplementNb {
        /// What every count is raised by, above 0.
        alpha: f64,
    },
    /// L2-loss support vector machine (Hsieh et al. 2008).
    ///
    /// # Model assumptions
    /// A hyperplane with a wide margin parts a topic from the rest.
    Svm {
        /// C, above 0: how much a row on the wrong side costs.
        cost: f64,
    },
    /// L2-regularised logistic regression (Yu, Huang & Lin 2011).
    ///
    /// # Model assumptions
    /// The log-odds of a topic are linear in the terms.
    Logistic {
        /// C, above 0: how much a row on the wrong side costs.
        cost: f64,
    },
}

impl Learner {
    /// Its kind.
    pub fn kind(&self) -> LearnerKind {
        match self {
            Learner::Nb { .. } => LearnerKind::Nb,
            Learner::ComplementNb { .. } => LearnerKind::ComplementNb,
            Learner::Svm { .. } => LearnerKind::Svm,
            Learner::Logistic { .. } => LearnerKind::Logistic,
        }
    }

    fn parameter(&self) -> (&'static str, f64) {
        match *self {
            Learner::Nb { alpha } | Learner::ComplementNb { alpha } => ("alpha", alpha),
            Learner::Svm { cost } | Learner::Logistic { cost } => ("cost", cost),
        }
    }

    fn check(&self, rows: usize, targets: usize) -> Result<(), LearnError> {
        let (name, value) = self.parameter();
        if !(value.is_finite() && value > 0.0) {
            return Err(LearnError::Parameter { name, value });
        }
        if rows != targets {
            return Err(LearnError::Mismatch { rows, targets });
        }
        Ok(())
    }

    /// Fits with all options of dual coordinate descent; Naive Bayes takes none of them.
    ///
    /// # Errors
    /// Where a parameter is out of range or rows and targets do not match.
    pub fn fit_with_options(
        &self,
        records: Records<'_>,
        targets: &Targets,
        options: &DualOptions,
    ) -> Result<LinearModel, LearnError> {
        self.check(records.0.len(), targets.len())?;
        Ok(match *self {
            Learner::Nb { alpha } => {
                let counts = multinomial::naive_bayes_counts(records.0, targets);
                multinomial::fit_naive_bayes(&counts, targets.is_exclusive(), alpha)?
            }
            Learner::ComplementNb { alpha } => {
                complement::train(&ClassSums::of(records.0, targets), alpha, targets.is_exclusive())
            }
            Learner::Svm { cost } => dual::train(
                records.0,
                targets,
                SquaredHinge,
                &DualOptions { cost, ..*options },
            ),
            Learner::Logistic { cost } => {
                dual::train(records.0, targets, Logistic, &DualOptions { cost, ..*options })
            }
        })
    }
}

impl Fit<Records<'_>, Targets, LearnError> for Learner {
    type Object = LinearModel;

    fn fit(&self, dataset: &DatasetBase<Records<'_>, Targets>) -> Result<LinearModel, LearnError> {
        self.fit_with_options(
            dataset.records,
            &dataset.targets,
            &DualOptions::new(self.parameter().1),
        )
    }
}
