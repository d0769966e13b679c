//! The default method: position, centrality, title, and what the reader cares about, without saying a thing twice.

use super::{Edits, Method, centroid};
use crate::{Document, Room, similarity};

/// Chooses greedily by a weighted sum of position, centrality and overlap with the title, less what the sentences
/// already chosen say.
#[derive(Clone, Copy, Debug)]
pub struct Notis {
    /// Weight of the position.
    position: f32,
    /// Weight of the cosine with the centroid.
    centrality: f32,
    /// Weight of the overlap with the title.
    title: f32,
    /// Weight of the overlap with the query.
    query: f32,
    /// Weight of the similarity with what is chosen.
    redundancy: f32,
    /// Whether sentences may be edited.
    edits: Edits,
}

impl Default for Notis {
    fn default() -> Self {
        Notis {
            position: 1.0,
            centrality: 1.0,
            title: 0.5,
            query: 0.3,
            redundancy: 0.5,
            edits: Edits::Marked,
        }
    }
}

impl Method for Notis {
    fn name(&self) -> &'static str {
        "notis"
    }

    fn choose(&self, document: &Document<'_>, mut room: Room) -> Vec<usize> {
        let mut gains = self.scores(document);
        let mut chosen = Vec::new();
        while let Some(next) = best_fitting(document, &gains, &room) {
            room.take(document.candidates()[next].cost);
            gains[next] = f32::NEG_INFINITY;
            for (other, gain) in gains.iter_mut().enumerate().filter(|(_, gain)| gain.is_finite()) {
                *gain -= self.redundancy * similarity::cosine(document, next, other);
            }
            chosen.push(next);
        }
        chosen
    }
}

impl Notis {
    /// The default method with or without edits.
    pub fn new(edits: Edits) -> Self {
        Notis {
            edits,
            ..Notis::default()
        }
    }

    fn scores(&self, document: &Document<'_>) -> Vec<f32> {
        let centrality = centroid::centrality(document);
        let score = |(i, central): (usize, f32)| {
            self.position * libm::expf(-(i as f32) / 8.0)
                + self.centrality * central
                + self.title * overlap(document, i, document.title().iter().map(|&t| (t, 1.0)))
                + self.query * overlap(document, i, document.query().iter().copied())
        };
        centrality.into_iter().enumerate().map(score).collect()
    }
}

/// The share of the weighted `terms` that a candidate has, 0 to 1.
fn overlap(document: &Document<'_>, candidate: usize, terms: impl Iterator<Item = (u32, f32)>) -> f32 {
    let entries = document.entries(candidate);
    let (mut met, mut all) = (0.0, 0.0);
    for (term, weight) in terms {
        let weight = weight * document.rarity(term);
        all += weight;
        if entries.binary_search_by_key(&term, |e| e.term).is_ok() {
            met += weight;
        }
    }
    if all > 0.0 { met / all } else { 0.0 }
}

/// The candidate of the highest gain that still fits.
fn best_fitting(document: &Document<'_>, gains: &[f32], room: &Room) -> Option<usize> {
    (0..gains.len())
        .filter(|&c| gains[c].is_finite() && room.fits(document.candidates()[c].cost))
        .max_by(|&a, &b| gains[a].total_cmp(&gains[b]).then(b.cmp(&a)))
}
