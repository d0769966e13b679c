//! A random walk among similar sentences.

use super::method::{Method, take_best};
use crate::{Document, Room, similarity};

/// Continuous LexRank: the stationary distribution of a walk that steps from a sentence to another in proportion to
/// their cosine similarity. The similarities enter by products alone, so time is linear in the length of the article.
///
/// Erkan & Radev (2004), "LexRank: graph-based lexical centrality as salience in text summarization".
#[derive(Clone, Copy, Debug)]
pub struct LexRank {
    /// Probability of following an edge instead of starting anew, 0 to 1.
    pub damping: f32,
}

impl Default for LexRank {
    fn default() -> Self {
        LexRank { damping: 0.85 }
    }
}

impl Method for LexRank {
    fn name(&self) -> &'static str {
        "lexrank"
    }

    fn choose(&self, document: &Document<'_>, room: Room) -> Vec<usize> {
        let n = document.candidates().len();
        let degrees = similarity::similarity_product(document, &vec![1.0; n]);
        let walk = similarity::random_walk(n, self.damping, |p| {
            let leaving: Vec<f32> = p
                .iter()
                .zip(&degrees)
                .map(|(p, d)| if *d > 0.0 { p / d } else { 0.0 })
                .collect();
            similarity::similarity_product(document, &leaving)
        });
        take_best(document, &walk, room)
    }
}
