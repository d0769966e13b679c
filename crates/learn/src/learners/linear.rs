//! A fitted linear model: what every learner ends in.

use crate::RowView;
use linfa::traits::{Predict, PredictInplace};
use ndarray::Array2;

use super::Records;

/// One weight per column and topic, and one bias per topic: a topic's decision value is bias + Σ value × weight.
#[derive(Clone, Debug, PartialEq)]
pub struct LinearModel {
    topics: usize,
    /// Column by column, the weights of all topics beside each other.
    weights: Vec<f32>,
    biases: Vec<f32>,
}

impl LinearModel {
    /// A model from its weights (column by column, `biases.len()` topics each).
    ///
    /// # Panics
    /// Where the weights do not fill whole columns.
    pub fn new(weights: Vec<f32>, biases: Vec<f32>) -> Self {
        assert!(
            biases.is_empty() || weights.len().is_multiple_of(biases.len()),
            "weights fill whole columns"
        );
        LinearModel {
            topics: biases.len(),
            weights,
            biases,
        }
    }

    /// A model that gives every topic the score 0 on every row.
    pub fn zero(columns: usize, topics: usize) -> Self {
        LinearModel::new(vec![0.0; columns * topics], vec![0.0; topics])
    }

    /// How many topics it scores.
    pub fn topics(&self) -> usize {
        self.topics
    }

    /// How many columns it weighs.
    pub fn columns(&self) -> usize {
        self.weights.len() / self.topics.max(1)
    }

    /// The score of each topic for a row without terms.
    pub fn biases(&self) -> &[f32] {
        &self.biases
    }

    /// The weights of one column, topic by topic.
    pub fn column(&self, column: usize) -> &[f32] {
        &self.weights[column * self.topics..(column + 1) * self.topics]
    }

    /// The weights of one column, to be changed.
    pub fn column_mut(&mut self, column: usize) -> &mut [f32] {
        &mut self.weights[column * self.topics..(column + 1) * self.topics]
    }

    /// The biases, to be changed.
    pub fn biases_mut(&mut self) -> &mut [f32] {
        &mut self.biases
    }

    /// Adds `share` × `other`.
    pub fn add(&mut self, other: &LinearModel, share: f32) {
        let add =
            |to: &mut [f32], from: &[f32]| to.iter_mut().zip(from).for_each(|(to, from)| *to += share * from);
        add(&mut self.weights, &other.weights);
        add(&mut self.biases, &other.biases);
    }

    /// The same model over more columns, which weigh nothing.
    pub fn widened(mut self, columns: usize) -> LinearModel {
        self.weights.resize(columns * self.topics, 0.0);
        self
    }

    /// Takes from every column what its weights have in common: differences between topics, and so the best topic of
    /// every row, stay.
    pub fn centre(&mut self) {
        let topics = self.topics;
        let lift = |weights: &mut [f32]| {
            let mean = weights.iter().sum::<f32>() / topics as f32;
            weights.iter_mut().for_each(|weight| *weight -= mean);
        };
        self.weights.chunks_mut(topics.max(1)).for_each(lift);
        lift(&mut self.biases);
    }

    /// All weights, column by column.
    pub fn weights(&self) -> &[f32] {
        &self.weights
    }

    /// The decision values of all topics for a row, added to `scores`.
    pub fn add_scores(&self, row: RowView<'_>, scores: &mut [f32]) {
        for (score, bias) in scores.iter_mut().zip(&self.biases) {
            *score += bias;
        }
        for (column, value) in row.iter() {
            for (score, weight) in scores.iter_mut().zip(self.column(column)) {
                *score += value * weight;
            }
        }
    }

    /// The decision values of all topics for a row.
    pub fn scores(&self, row: RowView<'_>) -> Vec<f32> {
        let mut scores = vec![0.0; self.topics];
        self.add_scores(row, &mut scores);
        scores
    }

    /// The decision value of one topic for a row.
    pub fn score(&self, row: RowView<'_>, topic: usize) -> f32 {
        self.biases[topic]
            + row
                .iter()
                .map(|(column, value)| value * self.column(column)[topic])
                .sum::<f32>()
    }
}

impl PredictInplace<Records<'_>, Array2<f32>> for LinearModel {
    fn predict_inplace(&self, records: &Records<'_>, scores: &mut Array2<f32>) {
        for (mut scores, row) in scores.rows_mut().into_iter().zip(records.0.iter()) {
            match scores.as_slice_mut() {
                Some(scores) => {
                    scores.fill(0.0);
                    self.add_scores(row, scores);
                }
                None => scores.assign(&ndarray::aview1(&self.scores(row))),
            }
        }
    }

    fn default_target(&self, records: &Records<'_>) -> Array2<f32> {
        Array2::zeros((records.0.len(), self.topics))
    }
}

/// linfa predicts arrays and data sets by itself; sparse records it does not know.
impl Predict<&Records<'_>, Array2<f32>> for LinearModel {
    fn predict(&self, records: &Records<'_>) -> Array2<f32> {
        let mut scores = self.default_target(records);
        self.predict_inplace(records, &mut scores);
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SparseRows;

    #[test]
    fn a_score_is_the_bias_and_the_weighted_values() {
        let model = LinearModel::new(vec![1.0, -1.0, 0.5, 2.0], vec![0.25, 0.0]);
        let mut rows = SparseRows::new(2);
        rows.push(RowView {
            indices: &[0, 1],
            values: &[2.0, 4.0],
        });
        assert_eq!(model.scores(rows.row(0)), [4.25, 6.0]);
        assert_eq!(model.score(rows.row(0), 1), 6.0);
        assert_eq!(model.predict(&Records(&rows))[[0, 1]], 6.0);
    }

    #[test]
    fn a_share_of_another_model_is_added_and_new_columns_weigh_nothing() {
        let mut model = LinearModel::new(vec![1.0, -1.0], vec![0.25, 0.0]);
        model.add(&LinearModel::new(vec![2.0, 4.0], vec![1.0, -2.0]), 0.5);
        let model = model.widened(2);
        assert_eq!(model.weights(), [2.0, 1.0, 0.0, 0.0]);
        let mut rows = SparseRows::new(2);
        rows.push(RowView {
            indices: &[0, 1],
            values: &[1.0, 7.0],
        });
        assert_eq!(model.scores(rows.row(0)), [2.75, 0.0]);
    }

    #[test]
    fn a_model_about_its_centre_keeps_differences_between_topics() {
        let mut model = LinearModel::new(vec![3.0, 1.0, 0.0, -4.0], vec![2.0, 0.0]);
        model.centre();
        assert_eq!(model.weights(), [1.0, -1.0, 2.0, -2.0]);
        let nothing = RowView {
            indices: &[],
            values: &[],
        };
        assert_eq!(model.scores(nothing), [1.0, -1.0]);
    }
}
