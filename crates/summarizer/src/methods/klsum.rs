//! A digest whose words are distributed as in the article.

use super::method::Method;
use crate::{Document, Room};

/// KL-Sum: adds the sentence that brings the word distribution of the digest closest to the article's, measured by
/// the Kullback–Leibler divergence with additive smoothing.
///
/// Haghighi & Vanderwende (2009), "Exploring content models for multi-document summarization".
#[derive(Clone, Copy, Debug)]
pub struct KlSum {
    /// What is added to each word's count in the digest, above 0.
    pub smoothing: f32,
}

impl Default for KlSum {
    fn default() -> Self {
        KlSum { smoothing: 0.01 }
    }
}

impl Method for KlSum {
    fn name(&self) -> &'static str {
        "klsum"
    }

    fn choose(&self, document: &Document<'_>, mut room: Room) -> Vec<usize> {
        let mut digest = WordCounts::new(document, self.smoothing);
        let mut open: Vec<usize> = (0..document.candidates().len()).collect();
        let mut chosen = Vec::new();
        loop {
            open.retain(|&c| room.fits(document.candidates()[c].cost));
            let rated = open.iter().map(|&c| (c, digest.divergence_with(c)));
            let Some((next, _)) = rated.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))) else {
                return chosen;
            };
            room.take(document.candidates()[next].cost);
            digest.add(next);
            open.retain(|&c| c != next);
            chosen.push(next);
        }
    }
}

/// The words of the digest so far, beside the distribution of the article.
struct WordCounts<'d> {
    document: &'d Document<'d>,
    article: Vec<f32>,
    counts: Vec<f32>,
    total: f32,
}

impl<'d> WordCounts<'d> {
    fn new(document: &'d Document<'_>, smoothing: f32) -> Self {
        WordCounts {
            document,
            article: document.term_shares(),
            counts: vec![smoothing; document.term_count()],
            total: smoothing * document.term_count() as f32,
        }
    }

    /// The divergence of the article from the digest with one more sentence, up to a constant. Only the counts of that
    /// sentence's words change, so only they are looked at.
    fn divergence_with(&self, candidate: usize) -> f32 {
        let entries = self.document.entries(candidate);
        let words: f32 = entries.iter().map(|e| e.count).sum();
        let nearer = entries.iter().map(|e| {
            let (share, count) = (self.article[e.term as usize], self.counts[e.term as usize]);
            share * libm::logf((count + e.count) / count)
        });
        libm::logf((self.total + words).max(f32::MIN_POSITIVE)) - nearer.sum::<f32>()
    }

    fn add(&mut self, candidate: usize) {
        for entry in self.document.entries(candidate) {
            self.counts[entry.term as usize] += entry.count;
            self.total += entry.count;
        }
    }
}
