//! The word model: what a topic's articles say, learned from examples.
//!
//! A [`Featurizer`] and one weight per term and topic. Weights are kept in 8 bits a topic: a score then differs from
//! the exact one by less than folds can measure, and twenty topics stay under ten megabytes.

mod fitted;
mod located;
mod mean;
mod options;
mod quantized;
mod recipe;
mod search;
mod store;
mod train;
mod unseen;

pub use located::{Contribution, Located};
pub use mean::MeanRow;
pub use options::{FeatureChoice, WordOptions, WordReport};
pub use quantized::QuantizedWeights;
pub use recipe::{Member, Recipe};

use notis_features::{Featurizer, RowView};
use notis_text::Analysis;

use notis_learn::calibration::{Calibration, softmax};
use notis_learn::learners::MultinomialCounts;

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
    /// The mean of the rows it was fitted to; empty where it goes on learning from counts, or not at all.
    mean: MeanRow,
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

    /// The mean of the rows it was fitted to.
    pub fn mean(&self) -> &MeanRow {
        &self.mean
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
        self.scores_of(self.featurizer.transform(analysis).view())
    }

    /// The decision value of each topic for a row of [`Self::featurizer`].
    pub fn scores_of(&self, row: RowView<'_>) -> Vec<f32> {
        self.weights.scores(row)
    }

    /// The probability of each topic, from its decision values.
    pub fn probabilities(&self, scores: &[f32]) -> Vec<f32> {
        self.probabilities.of(scores)
    }

    /// The score a topic has in an article without any known term.
    pub fn bias(&self, topic: usize) -> f32 {
        self.weights.bias(topic)
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
