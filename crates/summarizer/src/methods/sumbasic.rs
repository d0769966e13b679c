//! Frequent words, each of which loses its pull once it is said.

use super::method::Method;
use crate::{Document, Room};

/// SumBasic: takes the best sentence that has the most probable word, where a sentence is as good as its words are
/// probable on average; then squares the probability of the words it said.
///
/// Nenkova & Vanderwende (2005), "The impact of frequency on summarization".
#[derive(Clone, Copy, Debug, Default)]
pub struct SumBasic;

impl Method for SumBasic {
    fn name(&self) -> &'static str {
        "sumbasic"
    }

    fn choose(&self, document: &Document<'_>, mut room: Room) -> Vec<usize> {
        let mut probability = document.term_shares();
        let mut open: Vec<usize> = (0..document.candidates().len()).collect();
        let mut chosen = Vec::new();
        loop {
            open.retain(|&c| room.fits(document.candidates()[c].cost));
            let Some(next) = best_with_top_word(document, &probability, &open) else {
                return chosen;
            };
            room.take(document.candidates()[next].cost);
            for entry in document.entries(next) {
                probability[entry.term as usize] *= probability[entry.term as usize];
            }
            open.retain(|&c| c != next);
            chosen.push(next);
        }
    }
}

/// The best of the open candidates by the most probable word among them, then by the mean probability of their words.
fn best_with_top_word(document: &Document<'_>, probability: &[f32], open: &[usize]) -> Option<usize> {
    let rate = |candidate: usize| {
        let entries = document.entries(candidate);
        let top = entries
            .iter()
            .map(|e| probability[e.term as usize])
            .fold(0.0, f32::max);
        let words: f32 = entries.iter().map(|e| e.count).sum();
        let sum: f32 = entries
            .iter()
            .map(|e| e.count * probability[e.term as usize])
            .sum();
        (top, sum / words.max(1.0))
    };
    let better = |a: &(usize, (f32, f32)), b: &(usize, (f32, f32))| {
        a.1.0
            .total_cmp(&b.1.0)
            .then(a.1.1.total_cmp(&b.1.1))
            .then(b.0.cmp(&a.0))
    };
    open.iter().map(|&c| (c, rate(c))).max_by(better).map(|(c, _)| c)
}
