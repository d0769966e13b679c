//! Why nothing was learned.

use thiserror::Error;

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
