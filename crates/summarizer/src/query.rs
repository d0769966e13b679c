//! What the reader cares about: weighted terms of the caller, such as the evidence of an article's topics.

use notis_text::{Stemmer, fold};
use std::cell::RefCell;

thread_local! {
    /// The same words carry the same topics in article after article.
    static STEMMER: RefCell<Stemmer> = RefCell::default();
}

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
        let mut folded = String::new();
        STEMMER.with_borrow_mut(|stemmer| {
            for (words, weight) in words {
                let parts = words.split(|c: char| !c.is_alphanumeric());
                for word in parts.filter(|part| !part.is_empty()) {
                    folded.clear();
                    fold(word, &mut folded);
                    terms.push((stemmer.stem(&folded).to_owned(), weight));
                }
            }
        });
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
