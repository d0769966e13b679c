//! What can be wrong.

/// Why there is no model of names, or no gold.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A line of gold cannot be read.
    #[error("{file}, line {line}: {what}")]
    Gold {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: u64,
        /// What is wrong, and what would be right.
        what: String,
    },
    /// A file of gold without a sentence.
    #[error(
        "{0}: no sentence in it; gold is CoNLL-U with name=B-PER … among the remarks, or lines of a word and a label"
    )]
    NoGold(String),
    /// Gold in which nothing is named.
    #[error("no name is marked in the gold: nothing to learn")]
    NoNames,
    /// A line of a list of names and their Wikidata ids cannot be read.
    #[error("{file}, line {line}: {what}")]
    Ids {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: u64,
        /// What is wrong, and what would be right.
        what: String,
    },
    /// A list of names and their Wikidata ids that names nothing.
    #[error("{0}: no name in it; write a name, its kind and its Wikidata id a line, with tabs between them")]
    NoIds(String),
    /// A file that is no model of names, or a damaged one.
    #[error("no model of names: {0}; train one on gold")]
    Model(&'static str),
}
