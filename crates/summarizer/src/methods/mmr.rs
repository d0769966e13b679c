//! Relevant, but not what has been said already.

use super::centroid;
use super::method::Method;
use crate::greedy::{self, Objective};
use crate::{Cost, Document, Room, similarity};

/// Maximal marginal relevance: chooses by the cosine with the article's centroid, less the highest cosine with a
/// sentence already chosen.
///
/// Carbonell & Goldstein (1998), "The use of MMR, diversity-based reranking for reordering documents and producing
/// summaries".
#[derive(Clone, Copy, Debug)]
pub struct Mmr {
    /// Weight of relevance against novelty, 0 to 1 (λ in the paper).
    pub relevance: f32,
}

impl Default for Mmr {
    fn default() -> Self {
        Mmr { relevance: 0.7 }
    }
}

impl Method for Mmr {
    fn name(&self) -> &'static str {
        "mmr"
    }

    fn choose(&self, document: &Document<'_>, mut room: Room) -> Vec<usize> {
        let relevance = centroid::centrality(document)
            .into_iter()
            .map(|r| r * self.relevance)
            .collect();
        let all = 0..document.candidates().len();
        greedy::choose(
            all,
            &mut room,
            &mut Marginal::new(document, relevance, 1.0 - self.relevance),
        )
    }
}

/// Relevance less what the chosen sentences say already.
struct Marginal<'d> {
    document: &'d Document<'d>,
    relevance: Vec<f32>,
    redundancy: f32,
    chosen: Vec<usize>,
    /// For each candidate: how many of the chosen it was compared with, and the highest cosine met.
    seen: Vec<(usize, f32)>,
}

impl<'d> Marginal<'d> {
    fn new(document: &'d Document<'_>, relevance: Vec<f32>, redundancy: f32) -> Self {
        let seen = vec![(0, 0.0); relevance.len()];
        Marginal {
            document,
            relevance,
            redundancy,
            chosen: Vec::new(),
            seen,
        }
    }
}

impl Objective for Marginal<'_> {
    fn gain(&mut self, candidate: usize) -> f32 {
        let (from, highest) = self.seen[candidate];
        let cosines = self.chosen[from..]
            .iter()
            .map(|&c| similarity::cosine(self.document, candidate, c));
        let highest = cosines.fold(highest, f32::max);
        self.seen[candidate] = (self.chosen.len(), highest);
        self.relevance[candidate] - self.redundancy * highest
    }

    fn cost(&self, candidate: usize) -> Cost {
        self.document.candidates()[candidate].cost
    }

    fn add(&mut self, candidate: usize) -> Option<usize> {
        self.chosen.push(candidate);
        None
    }
}
