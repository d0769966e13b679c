//! Options given in words that name none.

/// A word that names no format, encoding, size or column: what was given, and what may be.
///
/// ```
/// let wrong = "pdf".parse::<notis_corpus::Format>().unwrap_err();
/// assert!(wrong.to_string().starts_with("«pdf» is not a format; choose "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OptionError(pub(crate) String);
