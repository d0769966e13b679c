//! Sentences that weigh much in the strongest topics of the article.

use super::method::{Method, take_best};
use crate::{Document, Room, similarity};

/// Latent semantic analysis: the singular value decomposition of the sentence–term matrix gives topics; a sentence's
/// score is the length of its vector over the strongest of them, each scaled by its singular value.
///
/// Steinberger & Ježek (2004), "Using latent semantic analysis in text summarization and summary evaluation", after
/// Gong & Liu (2001).
#[derive(Clone, Copy, Debug)]
pub struct Lsa {
    /// How many topics count, at least 1.
    pub topics: usize,
}

impl Default for Lsa {
    fn default() -> Self {
        Lsa { topics: 4 }
    }
}

impl Method for Lsa {
    fn name(&self) -> &'static str {
        "lsa"
    }

    fn choose(&self, document: &Document<'_>, room: Room) -> Vec<usize> {
        let mut scores = vec![0.0_f32; document.candidates().len()];
        for (strength, topic) in topics(document, self.topics) {
            for (score, weight) in scores.iter_mut().zip(&topic) {
                *score += strength * weight * weight;
            }
        }
        take_best(document, &scores, room)
    }
}

/// The strongest eigenvectors of the similarity matrix with their eigenvalues (squared singular values), by power
/// iteration, each made orthogonal to those before it.
fn topics(document: &Document<'_>, count: usize) -> Vec<(f32, Vec<f32>)> {
    const ROUNDS: usize = 30;
    let n = document.candidates().len();
    let mut found: Vec<(f32, Vec<f32>)> = Vec::new();
    for topic in 0..count.min(n) {
        let mut vector: Vec<f32> = (0..n)
            .map(|i| if (i + 1) % (topic + 1) == 0 { 1.0 } else { 0.5 })
            .collect();
        let mut strength = 0.0;
        for _ in 0..ROUNDS {
            vector = similarity::similarity_product(document, &vector);
            for (_, earlier) in &found {
                let along: f32 = vector.iter().zip(earlier).map(|(a, b)| a * b).sum();
                vector.iter_mut().zip(earlier).for_each(|(v, e)| *v -= along * e);
            }
            strength = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
            vector
                .iter_mut()
                .for_each(|v| *v /= strength.max(f32::MIN_POSITIVE));
        }
        found.push((strength, vector));
    }
    found
}
