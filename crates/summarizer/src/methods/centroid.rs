//! Sentences near the middle of the article.

use super::method::{Method, take_best};
use crate::{Document, Room, similarity};

/// Scores each sentence by its cosine with the centroid, the summed TF-IDF rows of all sentences.
///
/// Radev, Jing, Styś & Tam (2004), "Centroid-based summarization of multiple documents".
#[derive(Clone, Copy, Debug, Default)]
pub struct Centroid;

impl Method for Centroid {
    fn name(&self) -> &'static str {
        "centroid"
    }

    fn choose(&self, document: &Document<'_>, room: Room) -> Vec<usize> {
        take_best(document, &centrality(document), room)
    }
}

/// The cosine of each candidate with the centroid, 0 to 1.
pub(crate) fn centrality(document: &Document<'_>) -> Vec<f32> {
    let mut centroid = vec![0.0_f32; document.term_count()];
    for candidate in 0..document.candidates().len() {
        for (term, weight) in document.row(candidate) {
            centroid[term as usize] += weight;
        }
    }
    let norm = centroid
        .iter()
        .map(|w| w * w)
        .sum::<f32>()
        .sqrt()
        .max(f32::MIN_POSITIVE);
    let cosine = |candidate| similarity::dot(document, candidate, &centroid) / norm;
    (0..document.candidates().len()).map(cosine).collect()
}
