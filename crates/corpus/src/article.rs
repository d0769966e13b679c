//! One article and what is known of it.

use std::collections::BTreeMap;

/// One article as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its name: unique in a corpus.
    pub id: String,
    /// The text exactly as it was read (decoded, nothing else); every span of the output points into it.
    pub text: String,
    /// The title, where it is known.
    pub title: Option<String>,
    /// `YYYY-MM` or `YYYY-MM-DD`, where it is known.
    pub date: Option<String>,
    /// The written form somebody gave it (`nb`, `nn`), where it is known.
    pub lang: Option<String>,
    /// Where it comes from, where it is known.
    pub source: Option<String>,
    /// The topics it is about: `None` unlabelled, empty about none of them.
    pub labels: Option<Vec<String>>,
    /// Topics it names in passing.
    pub mentions: Vec<String>,
    /// Topics graded by reading: 2 about, 1 in passing, 0 absent.
    pub grades: BTreeMap<String, u8>,
    /// Human digests in bokmål.
    pub summaries_nb: Vec<String>,
    /// Human digests in nynorsk.
    pub summaries_nn: Vec<String>,
}
