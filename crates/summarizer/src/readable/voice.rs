//! Whose words a sentence may hold.

/// Who speaks in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The reporter.
    Reporter,
    /// Somebody quoted, and the sentence says who.
    Named,
    /// The end of a quote that began in an earlier sentence; this one says who.
    Continued,
    /// Somebody quoted, and the sentence does not say who.
    Lone,
}
