//! How the sentences of an article stand to each other: which are central, and which say the same.
//!
//! Words tell this at no cost; a [`Sense`] from outside may tell it by what the sentences mean.

use crate::{Document, Error, claim, similarity};

/// What tells how sentences stand to each other.
pub trait Sense: Send + Sync {
    /// The name of the digest method that goes by it, such as `notis`.
    fn name(&self) -> &'static str;

    /// How the candidates of `document` stand to each other.
    ///
    /// # Errors
    /// Where it cannot be told.
    fn relate<'d>(&self, document: &'d Document<'_>) -> Result<Relations<'d>, Error>;

    /// Whether two candidates claim the same, for who asks of no others.
    ///
    /// # Errors
    /// Where it cannot be told.
    fn is_same_claim(&self, document: &Document<'_>, first: usize, second: usize) -> Result<bool, Error>;
}

/// How the candidates of one article stand to each other.
pub struct Relations<'d> {
    /// How near each stands to what the whole article says, about 0 to 1.
    pub centrality: Vec<f32>,
    /// Whether two claim the same.
    pub same_claim: Box<dyn Fn(usize, usize) -> bool + 'd>,
}

/// The sense of words alone: a sentence is central by how frequent its terms are in the article (Nenkova & Vanderwende
/// 2005) and by how near its telling words lie to those of the whole (Radev et al. 2004), half and half.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words;

impl Sense for Words {
    fn name(&self) -> &'static str {
        "notis"
    }

    fn relate<'d>(&self, document: &'d Document<'_>) -> Result<Relations<'d>, Error> {
        let counts = document.term_counts();
        let frequencies = mean_frequencies(document, &counts);
        let highest = frequencies.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        let nearness = nearness(document, &counts);
        let both = frequencies.iter().zip(nearness);
        Ok(Relations {
            centrality: both.map(|(f, near)| (f / highest + near) / 2.0).collect(),
            same_claim: Box::new(|a, b| claim::is_same(document, a, b)),
        })
    }

    fn is_same_claim(&self, document: &Document<'_>, first: usize, second: usize) -> Result<bool, Error> {
        Ok(claim::is_same(document, first, second))
    }
}

/// For each candidate, how often its different terms occur in the body on average.
fn mean_frequencies(document: &Document<'_>, counts: &[f32]) -> Vec<f32> {
    /// The mean of a few terms says little: fewer than this count as this many.
    const TERMS: usize = 5;
    let mean = |i| {
        let entries = document.entries(i);
        entries.iter().map(|e| counts[e.term as usize]).sum::<f32>() / entries.len().max(TERMS) as f32
    };
    (0..document.candidates().len()).map(mean).collect()
}

/// The cosine of each candidate with the TF-IDF weights of the whole body, 0 to 1.
fn nearness(document: &Document<'_>, counts: &[f32]) -> Vec<f32> {
    let terms = 0..document.term_count() as u32;
    let body: Vec<f32> = terms.map(|t| counts[t as usize] * document.rarity(t)).collect();
    let norm = similarity::norm(&body);
    (0..document.candidates().len())
        .map(|i| similarity::dot(document, i, &body) / norm)
        .collect()
}
