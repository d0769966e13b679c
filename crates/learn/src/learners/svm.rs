//! L2-loss support vector machine (Hsieh et al. 2008): a hyperplane with a wide margin parts a topic from the rest.

use crate::{LearnError, SparseRows};

use super::descent::{self, Descent};
use super::learner::Learner;
use super::linear::LinearModel;
use super::loss::SquaredHinge;
use super::targets::Targets;

/// The learner.
pub(super) struct Svm;

impl Learner for Svm {
    fn name(&self) -> &'static str {
        "svm"
    }

    /// C: how much a row on the wrong side costs.
    fn parameter(&self) -> &'static str {
        "cost"
    }

    fn usual(&self) -> f64 {
        3.0
    }

    fn passes(&self) -> f64 {
        1.0
    }

    fn fit(
        &self,
        value: f64,
        rows: &SparseRows,
        targets: &Targets,
        descent: &Descent,
    ) -> Result<LinearModel, LearnError> {
        Ok(descent::train(rows, targets, SquaredHinge, value, descent))
    }
}
