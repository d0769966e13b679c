//! A random walk along shared words.

use super::method::{Method, take_best};
use crate::{Document, Room, similarity};

/// PageRank over sentences joined by the words they share: an edge weighs the number of shared words over the sum of
/// the logarithms of the two lengths.
///
/// Mihalcea & Tarau (2004), "TextRank: bringing order into text". In a long article, words that stand in more than
/// 64 sentences join nothing: they would make the graph dense and tell sentences little apart.
#[derive(Clone, Copy, Debug)]
pub struct TextRank {
    /// Probability of following an edge instead of starting anew, 0 to 1.
    pub damping: f32,
}

/// A word of more sentences than this joins none of them.
const COMMON: usize = 64;

impl Default for TextRank {
    fn default() -> Self {
        TextRank { damping: 0.85 }
    }
}

impl Method for TextRank {
    fn name(&self) -> &'static str {
        "textrank"
    }

    fn choose(&self, document: &Document<'_>, room: Room) -> Vec<usize> {
        let graph = overlap_graph(document);
        let degrees: Vec<f32> = graph
            .iter()
            .map(|edges| edges.iter().map(|e| e.1).sum())
            .collect();
        let walk = similarity::random_walk(graph.len(), self.damping, |p| {
            let receive =
                |edges: &Vec<(usize, f32)>| edges.iter().map(|&(from, w)| p[from] * w / degrees[from]).sum();
            graph.iter().map(receive).collect()
        });
        take_best(document, &walk, room)
    }
}

/// The edges of each candidate.
fn overlap_graph(document: &Document<'_>) -> Vec<Vec<(usize, f32)>> {
    let n = document.candidates().len();
    let holders = holders(document);
    let length =
        |c: usize| libm::logf(document.entries(c).iter().map(|e| e.count).sum::<f32>().max(1.0) + 1.0);
    let lengths: Vec<f32> = (0..n).map(length).collect();
    let mut shared = vec![0.0_f32; n];
    let mut met = Vec::new();
    let edges_of = |candidate: usize| {
        for entry in document.entries(candidate) {
            for &other in holders[entry.term as usize]
                .iter()
                .filter(|&&other| other != candidate)
            {
                if shared[other] == 0.0 {
                    met.push(other);
                }
                shared[other] += 1.0;
            }
        }
        met.sort_unstable();
        let weigh = |other| {
            (
                other,
                std::mem::take(&mut shared[other]) / (lengths[candidate] + lengths[other]),
            )
        };
        met.drain(..).map(weigh).collect()
    };
    (0..n).map(edges_of).collect()
}

/// The candidates that have each telling term; none for a term that too many have.
fn holders(document: &Document<'_>) -> Vec<Vec<usize>> {
    let mut holders = vec![Vec::new(); document.term_count()];
    for candidate in 0..document.candidates().len() {
        for entry in document
            .entries(candidate)
            .iter()
            .filter(|e| document.rarity(e.term) > 0.0)
        {
            holders[entry.term as usize].push(candidate);
        }
    }
    for held in holders.iter_mut().filter(|held| held.len() > COMMON) {
        held.clear();
    }
    holders
}
