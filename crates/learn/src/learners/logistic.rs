//! L2-regularised logistic regression (Yu, Huang & Lin 2011): the log-odds of a topic are linear in the terms.

use crate::{LearnError, SparseRows};

use super::descent::{self, Descent};
use super::learner::Learner;
use super::linear::LinearModel;
use super::loss::Logistic;
use super::targets::Targets;

/// The learner.
pub(super) struct LogisticRegression;

impl Learner for LogisticRegression {
    fn name(&self) -> &'static str {
        "logistic"
    }

    /// C: how much a row on the wrong side costs.
    fn parameter(&self) -> &'static str {
        "cost"
    }

    fn usual(&self) -> f64 {
        30.0
    }

    /// Newton steps on every dual variable.
    fn passes(&self) -> f64 {
        3.0
    }

    fn fit(
        &self,
        value: f64,
        rows: &SparseRows,
        targets: &Targets,
        descent: &Descent,
    ) -> Result<LinearModel, LearnError> {
        Ok(descent::train(rows, targets, Logistic, value, descent))
    }
}
