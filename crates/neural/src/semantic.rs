//! `--method semantic`: the `notis` method by what sentences mean instead of by their words.

use std::sync::Arc;

use notis_summarizer::methods::{Relations, Sense};
use notis_summarizer::{Document, Error};

use crate::encoder::{Encoder, Role, normalized};

/// Sentences by their embeddings: central is what lies near the mean of all, and two claim the same where they lie close
/// together.
#[derive(Clone)]
pub struct Embeddings(Arc<Encoder>);

/// The cosine from which two sentences claim the same. Vectors of the e5 family lie in a narrow cone: unlike sentences of
/// one article have 0.8, paraphrases more than 0.93.
const SAME_CLAIM: f32 = 0.93;

impl Embeddings {
    /// Sentences as this encoder sees them.
    pub fn new(encoder: Arc<Encoder>) -> Self {
        Embeddings(encoder)
    }
}

impl Sense for Embeddings {
    fn name(&self) -> &'static str {
        "semantic"
    }

    fn relate<'d>(&self, document: &'d Document<'_>) -> Result<Relations<'d>, Error> {
        let spans = document.candidates().iter().map(|candidate| candidate.span);
        let texts: Vec<&str> = spans.map(|span| document.article().slice(span)).collect();
        let vectors = self.0.embed(Role::Passage, &texts);
        let vectors = vectors.map_err(|error| Error::Outside(error.to_string()))?;
        Ok(Relations {
            centrality: centrality(&vectors),
            same_claim: Box::new(move |a, b| cosine(&vectors[a], &vectors[b]) > SAME_CLAIM),
        })
    }
}

/// The cosine of each vector with the mean of all, spread so that the least central gets 0 and the most central 1.
fn centrality(vectors: &[Vec<f32>]) -> Vec<f32> {
    let mut centroid = vec![0.0; vectors.first().map_or(0, Vec::len)];
    for vector in vectors {
        centroid.iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
    }
    let centroid = normalized(centroid);
    let cosines: Vec<f32> = vectors.iter().map(|vector| cosine(vector, &centroid)).collect();
    let least = cosines.iter().copied().fold(f32::INFINITY, f32::min);
    let most = cosines.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let range = (most - least).max(f32::MIN_POSITIVE);
    cosines
        .into_iter()
        .map(|cosine| (cosine - least) / range)
        .collect()
}

/// The cosine of two vectors of length 1.
pub(crate) fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vector_nearest_the_mean_is_most_central() {
        let vectors = vec![vec![1.0, 0.0], vec![0.8, 0.6], vec![0.6, 0.8]];
        let centrality = centrality(&vectors);
        assert_eq!((centrality[0], centrality[1]), (0.0, 1.0));
        assert!((0.0..1.0).contains(&centrality[2]));
    }

    #[test]
    fn one_sentence_or_none_is_no_trouble() {
        assert!(centrality(&[]).is_empty());
        assert_eq!(centrality(&[vec![1.0]]), [0.0]);
    }
}
