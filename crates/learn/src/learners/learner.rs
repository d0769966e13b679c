//! What a learner is.

use crate::{LearnError, SparseRows};

use super::descent::Descent;
use super::linear::LinearModel;
use super::targets::Targets;

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
