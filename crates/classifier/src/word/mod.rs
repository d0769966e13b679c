//! The word model: what a topic's articles say, learned from examples.
//!
//! A [`Featurizer`] and one weight per term and topic. Weights are kept in 8 bits a topic: a score then differs from
//! the exact one by less than folds can measure, and twenty topics stay under ten megabytes.

mod options;
mod quantized;
mod recipe;
mod search;
mod store;
mod train;

pub use options::{FeatureChoice, WordOptions, WordReport};
pub use quantized::QuantizedWeights;
pub use recipe::{Member, Recipe};

use notis_features::{DIMENSIONS, Featurizer, SparseRow, WordVectors};
use notis_text::{Analysis, Span};

use crate::calibration::{Calibration, softmax};
use crate::learners::MultinomialCounts;

/// A term's part of a topic's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Where the term stands.
    pub span: Span,
    /// Whether `span` points into the title that stands apart.
    pub in_title: bool,
    /// Its part of the decision value.
    pub weight: f32,
}

/// How decision values become probabilities.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Probabilities {
    /// Each topic by itself.
    EachTopic(Vec<Calibration>),
    /// One topic an article: softmax(score × temperature).
    Exclusive {
        /// Above 0.
        temperature: f32,
    },
}

/// A trained word model.
#[derive(Clone, Debug, PartialEq)]
pub struct WordModel {
    featurizer: Featurizer,
    weights: QuantizedWeights,
    probabilities: Probabilities,
    thresholds: Vec<f32>,
    recipe: Recipe,
    /// The counts a Naive Bayes model goes on learning from; empty for other learners.
    counts: Vec<MultinomialCounts>,
}

impl WordModel {
    /// How many topics it scores.
    pub fn topics(&self) -> usize {
        self.thresholds.len()
    }

    /// The terms and their weighing.
    pub fn featurizer(&self) -> &Featurizer {
        &self.featurizer
    }

    /// How it was made.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// Whether an article has exactly one topic.
    pub fn is_exclusive(&self) -> bool {
        matches!(self.probabilities, Probabilities::Exclusive { .. })
    }

    /// The probability from which each topic is a tag.
    pub fn thresholds(&self) -> &[f32] {
        &self.thresholds
    }

    /// The decision value of each topic.
    pub fn scores(&self, analysis: &Analysis<'_>) -> Vec<f32> {
        self.scores_of(&self.featurizer.transform(analysis))
    }

    /// The decision value of each topic for a row of [`Self::featurizer`].
    pub fn scores_of(&self, row: &SparseRow) -> Vec<f32> {
        self.weights.scores(row.view())
    }

    /// The probability of each topic, from its decision values.
    pub fn probabilities(&self, scores: &[f32]) -> Vec<f32> {
        self.probabilities.of(scores)
    }

    /// The score a topic has in an article without any known term.
    pub fn bias(&self, topic: usize) -> f32 {
        self.weights.bias(topic)
    }

    /// The parts of a topic's score, where they stand: with the bias they add up to the decision value. A term that
    /// stands several times shares its part evenly.
    pub fn contributions(&self, analysis: &Analysis<'_>, topic: usize) -> Vec<Contribution> {
        let row = self.featurizer.transform(analysis);
        let mut places: Vec<(u32, Span, bool)> = Vec::new();
        self.featurizer.options().views.for_each(analysis, |occurrence| {
            let column = self.featurizer.column(&occurrence);
            places.extend(column.map(|column| (column, occurrence.span, occurrence.in_title)));
        });
        places.sort_by_key(|&(column, span, in_title)| (column, !in_title, span));
        let mut out = Vec::with_capacity(places.len());
        for (same, (column, value)) in places.chunk_by(|a, b| a.0 == b.0).zip(row.view().iter()) {
            let weight = value * self.weights.weight(column, topic) / same.len() as f32;
            out.extend(same.iter().map(|&(_, span, in_title)| Contribution {
                span,
                in_title,
                weight,
            }));
        }
        out.extend(self.contributions_by_meaning(analysis, &row, topic));
        out
    }

    /// The parts that words have by their vectors: each type's part is shared by the places where it stands.
    fn contributions_by_meaning(
        &self,
        analysis: &Analysis<'_>,
        row: &SparseRow,
        topic: usize,
    ) -> Vec<Contribution> {
        let views = &self.featurizer.options().views;
        if !views.meaning {
            return Vec::new();
        }
        let first = self.featurizer.first_dense() as usize;
        let weights: Vec<f32> = (0..DIMENSIONS)
            .map(|number| self.weights.weight(first + number, topic))
            .collect();
        let factor = self.featurizer.meaning_factor(analysis, row);
        let mut places: Vec<(u32, Span, bool)> = Vec::new();
        views.for_each_word(analysis, |word, span, in_title| {
            places.push((word, span, in_title));
        });
        places.sort_by_key(|&(word, span, in_title)| (word, !in_title, span));
        let mut out = Vec::with_capacity(places.len());
        for same in places.chunk_by(|a, b| a.0 == b.0) {
            let mut vector = [0.0; DIMENSIONS];
            WordVectors::shipped().add_to(analysis.types.stem(same[0].0), &mut vector);
            let part: f32 = vector.iter().zip(&weights).map(|(x, w)| x * w).sum();
            let weight = factor * part / same.len() as f32;
            out.extend(same.iter().map(|&(_, span, in_title)| Contribution {
                span,
                in_title,
                weight,
            }));
        }
        out
    }
}

impl Probabilities {
    /// How many topics it is for, where it is for a certain number.
    fn topics(&self) -> Option<usize> {
        match self {
            Probabilities::EachTopic(each) => Some(each.len()),
            Probabilities::Exclusive { .. } => None,
        }
    }

    fn of(&self, scores: &[f32]) -> Vec<f32> {
        match self {
            Probabilities::EachTopic(each) => each
                .iter()
                .zip(scores)
                .map(|(calibration, &score)| calibration.probability(score))
                .collect(),
            Probabilities::Exclusive { temperature } => softmax(scores, *temperature),
        }
    }
}

#[cfg(test)]
mod tests;
