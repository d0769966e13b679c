//! What can go wrong when a digest is asked for.

/// Why no digest could be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No method has this name.
    #[error("no digest method is called «{name}»; there are: {}", known.join(", "))]
    UnknownMethod {
        /// The name that was asked for.
        name: String,
        /// The names there are.
        known: Vec<&'static str>,
    },
    /// A budget that leaves room for nothing.
    #[error("a digest of 0 {unit} was asked for; ask for at least 1")]
    EmptyBudget {
        /// What was counted: sentences, words or characters.
        unit: &'static str,
    },
    /// A ratio that is no share of the article.
    #[error("the ratio {0} is not a share of the article; give a number above 0 and at most 1, such as 0.2")]
    Ratio(f64),
    /// The sense or the model that a method goes by failed.
    #[error("{0}")]
    Outside(#[source] Box<dyn std::error::Error + Send + Sync>),
}
