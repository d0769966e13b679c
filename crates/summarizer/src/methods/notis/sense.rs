//! How the sentences of an article stand to each other: which are central, and which say the same.
//!
//! Words tell this at no cost; a [`Sense`] from outside may tell it by what the sentences mean.

use crate::{Document, Error, similarity};

/// What tells how sentences stand to each other.
pub trait Sense: Send + Sync {
    /// The name of the digest method that goes by it, such as `notis`.
    fn name(&self) -> &'static str;

    /// How the candidates of `document` stand to each other.
    ///
    /// # Errors
    /// Where it cannot be told.
    fn relate<'d>(&self, document: &'d Document<'_>) -> Result<Relations<'d>, Error>;
}

/// How the candidates of one article stand to each other.
pub struct Relations<'d> {
    /// How near each stands to what the whole article says, about 0 to 1.
    pub centrality: Vec<f32>,
    /// Whether two claim the same.
    pub same_claim: Box<dyn Fn(usize, usize) -> bool + 'd>,
}

/// The sense of words alone: a sentence is central by how frequent its terms are in the article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words;

/// The share of the shorter sentence's terms beyond which two sentences claim the same.
const SAME_CLAIM: f32 = 0.5;

impl Sense for Words {
    fn name(&self) -> &'static str {
        "notis"
    }

    fn relate<'d>(&self, document: &'d Document<'_>) -> Result<Relations<'d>, Error> {
        let frequencies = mean_frequencies(document);
        let highest = frequencies.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        Ok(Relations {
            centrality: frequencies.into_iter().map(|f| f / highest).collect(),
            same_claim: Box::new(|a, b| similarity::containment(document, a, b) > SAME_CLAIM),
        })
    }
}

/// For each candidate, how frequent its different terms are in the article on average.
fn mean_frequencies(document: &Document<'_>) -> Vec<f32> {
    /// The mean of a few terms says little: fewer than this count as this many.
    const TERMS: usize = 5;
    let shares = document.term_shares();
    let mean = |i| {
        let entries = document.entries(i);
        entries.iter().map(|e| shares[e.term as usize]).sum::<f32>() / entries.len().max(TERMS) as f32
    };
    (0..document.candidates().len()).map(mean).collect()
}
