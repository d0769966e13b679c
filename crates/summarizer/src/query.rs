//! What the reader cares about: weighted terms of the caller, such as the evidence of an article's topics.

use notis_text::{fold, stem};

/// Weighted terms that a digest should favour; empty where the caller has none.
///
/// ```
/// let query = notis_summarizer::Query::new([("Syria", 2.0), ("våpenhvile", 1.0)]);
/// assert!(!query.is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Query {
    terms: Vec<(String, f32)>,
}

impl Query {
    /// A query of words with their weights (above 0; the scale does not matter). Words of several parts are taken
    /// apart, and every form of a word is met: «våpenhvilen» too.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, f32)>) -> Self {
        let mut terms = Vec::new();
        for (words, weight) in words {
            for word in words
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
            {
                let mut folded = String::new();
                fold(word, &mut folded);
                terms.push((stem(&folded), weight));
            }
        }
        Query { terms }
    }

    /// Whether it holds no term.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The stems and their weights.
    pub fn terms(&self) -> impl Iterator<Item = (&str, f32)> {
        self.terms.iter().map(|(stem, weight)| (stem.as_str(), *weight))
    }
}
