//! `--method semantic`: the `notis` method by what sentences mean beside their words.

use std::sync::Arc;

use notis_summarizer::methods::{Relations, Sense, Words};
use notis_summarizer::{Candidate, Document, Error as DigestError};

use crate::Error;
use crate::background::Background;
use crate::encoder::{Encoder, Role};
use crate::vector::{cosine, mean, normalized};

/// Sentences by their words and by their embeddings. Central is what words say is central and what lies near the mean of
/// all sentences, half and half (as the two measures of [`Words`] are); two claim the same where either says so.
#[derive(Clone)]
pub struct Embeddings {
    encoder: Arc<Encoder>,
    background: Arc<Background>,
}

/// The cosine from which two sentences claim the same. Vectors of the e5 family lie in a narrow cone: unlike sentences of
/// one article have 0.8, paraphrases more than 0.93.
const SAME_CLAIM: f32 = 0.93;

impl Embeddings {
    /// Sentences as this encoder sees them.
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn new(encoder: Arc<Encoder>) -> Result<Self, Error> {
        let background = Arc::new(Background::of(&encoder)?);
        Ok(Embeddings { encoder, background })
    }

    /// The vectors of these sentences of `document`.
    fn vectors(
        &self,
        candidates: &[Candidate],
        document: &Document<'_>,
    ) -> Result<Vec<Vec<f32>>, DigestError> {
        let spans = candidates.iter().map(|candidate| candidate.span);
        let texts: Vec<&str> = spans.map(|span| document.article().slice(span)).collect();
        let vectors = self.encoder.embed(Role::Passage, &texts);
        vectors.map_err(|error| DigestError::Outside(error.into()))
    }
}

impl Sense for Embeddings {
    fn name(&self) -> &'static str {
        "semantic"
    }

    fn relate<'d>(&self, document: &'d Document<'_>) -> Result<Relations<'d>, DigestError> {
        let words = Words.relate(document)?;
        let vectors = self.vectors(document.candidates(), document)?;
        let apart: Vec<Vec<f32>> = vectors.iter().map(|v| self.background.apart(v)).collect();
        let both = words.centrality.iter().zip(centrality(&apart));
        Ok(Relations {
            centrality: both.map(|(by_words, near)| (by_words + near) / 2.0).collect(),
            same_claim: Box::new(move |a, b| {
                (words.same_claim)(a, b) || cosine(&vectors[a], &vectors[b]) > SAME_CLAIM
            }),
        })
    }

    fn is_same_claim(
        &self,
        document: &Document<'_>,
        first: usize,
        second: usize,
    ) -> Result<bool, DigestError> {
        if Words.is_same_claim(document, first, second)? {
            return Ok(true);
        }
        let pair = [first, second].map(|candidate| document.candidates()[candidate].clone());
        let vectors = self.vectors(&pair, document)?;
        Ok(cosine(&vectors[0], &vectors[1]) > SAME_CLAIM)
    }
}

/// The cosine of each vector with the mean of all.
fn centrality(vectors: &[Vec<f32>]) -> Vec<f32> {
    let centroid = normalized(mean(vectors));
    vectors.iter().map(|vector| cosine(vector, &centroid)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vector_nearest_the_mean_is_most_central() {
        let vectors = vec![vec![1.0, 0.0], vec![0.8, 0.6], vec![0.6, 0.8]];
        let centrality = centrality(&vectors);
        assert!(centrality[1] > centrality[2] && centrality[2] > centrality[0]);
    }

    #[test]
    fn one_sentence_or_none_is_no_trouble() {
        assert!(centrality(&[]).is_empty());
        assert_eq!(centrality(&[vec![1.0]]), [1.0]);
    }
}
