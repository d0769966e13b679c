//! Coverage of the whole article with diminishing returns.

use super::method::Method;
use crate::greedy::{self, Objective};
use crate::{Cost, Document, Room};

/// Maximises a monotone submodular function, for which the greedy choice is near the best one: how much of the article
/// is covered, saturating, plus a reward for taking sentences from many of its parts.
///
/// Lin & Bilmes (2011), "A class of submodular functions for document summarization". Coverage is counted over weighted
/// terms and the parts are the blocks of the article, so that no matrix of all pairs of sentences is needed.
#[derive(Clone, Copy, Debug)]
pub struct Submodular {
    /// The share of a term's weight in the article beyond which more of it gains nothing, 0 to 1 (α in the paper).
    pub saturation: f32,
    /// Weight of the reward for diversity, at least 0 (λ in the paper).
    pub diversity: f32,
}

impl Default for Submodular {
    fn default() -> Self {
        Submodular {
            saturation: 0.25,
            diversity: 1.0,
        }
    }
}

impl Method for Submodular {
    fn name(&self) -> &'static str {
        "submodular"
    }

    fn choose(&self, document: &Document<'_>, mut room: Room) -> Vec<usize> {
        let all = 0..document.candidates().len();
        greedy::choose(all, &mut room, &mut Coverage::new(document, *self))
    }
}

struct Coverage<'d> {
    document: &'d Document<'d>,
    options: Submodular,
    /// Where each term's coverage saturates.
    ceiling: Vec<f32>,
    covered: Vec<f32>,
    /// The summed worth of the chosen sentences of each block.
    blocks: Vec<f32>,
}

impl<'d> Coverage<'d> {
    fn new(document: &'d Document<'_>, options: Submodular) -> Self {
        let mut ceiling = vec![0.0; document.term_count()];
        for candidate in 0..document.candidates().len() {
            for (term, weight) in document.row(candidate) {
                ceiling[term as usize] += weight;
            }
        }
        // One mention of a term is always worth covering.
        ceiling
            .iter_mut()
            .for_each(|all| *all = (*all * options.saturation).max(all.min(0.2)));
        Coverage {
            document,
            options,
            covered: vec![0.0; ceiling.len()],
            blocks: vec![0.0; document.article().blocks.len()],
            ceiling,
        }
    }

    fn new_coverage(&self, candidate: usize) -> f32 {
        let gain = |(term, weight): (u32, f32)| {
            let term = term as usize;
            (self.covered[term] + weight).min(self.ceiling[term]) - self.covered[term].min(self.ceiling[term])
        };
        self.document.row(candidate).map(gain).sum()
    }

    /// What a sentence is worth to its block: how much of the article its terms make up.
    fn worth(&self, candidate: usize) -> f32 {
        self.document
            .row(candidate)
            .map(|(term, weight)| weight * self.ceiling[term as usize])
            .sum()
    }
}

impl Objective for Coverage<'_> {
    fn gain(&mut self, candidate: usize) -> f32 {
        let block = self.blocks[self.document.candidates()[candidate].block];
        let diversity = (block + self.worth(candidate)).sqrt() - block.sqrt();
        self.new_coverage(candidate) + self.options.diversity * diversity
    }

    fn cost(&self, candidate: usize) -> Cost {
        self.document.candidates()[candidate].cost
    }

    fn add(&mut self, candidate: usize) -> Option<usize> {
        self.blocks[self.document.candidates()[candidate].block] += self.worth(candidate);
        for (term, weight) in self.document.row(candidate) {
            self.covered[term as usize] += weight;
        }
        None
    }
}
