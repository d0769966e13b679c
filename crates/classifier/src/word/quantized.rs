//! Weights in 8 bits.

use notis_features::RowView;

use crate::learners::LinearModel;

/// The weights of a linear model in 8 bits, each topic with its own scale.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantizedWeights {
    pub(super) weights: Vec<i8>,
    pub(super) scales: Vec<f32>,
    pub(super) biases: Vec<f32>,
}

impl QuantizedWeights {
    /// Rounds the weights of `model`.
    pub fn new(model: &LinearModel) -> Self {
        let topics = model.topics();
        let mut largest = vec![0.0_f32; topics];
        for (at, weight) in model.weights().iter().enumerate() {
            largest[at % topics] = largest[at % topics].max(weight.abs());
        }
        let scales: Vec<f32> = largest
            .iter()
            .map(|&weight| {
                if weight > 0.0 {
                    weight / f32::from(i8::MAX)
                } else {
                    1.0
                }
            })
            .collect();
        let weights = model
            .weights()
            .iter()
            .enumerate()
            .map(|(at, w)| (w / scales[at % topics]).round() as i8);
        QuantizedWeights {
            weights: weights.collect(),
            scales,
            biases: model.biases().to_vec(),
        }
    }

    fn topics(&self) -> usize {
        self.biases.len()
    }

    /// The decision value of each topic.
    pub fn scores(&self, row: RowView<'_>) -> Vec<f32> {
        let topics = self.topics();
        let mut sums = vec![0.0_f32; topics];
        for (column, value) in row.iter() {
            let weights = &self.weights[column * topics..(column + 1) * topics];
            for (sum, &weight) in sums.iter_mut().zip(weights) {
                *sum += value * f32::from(weight);
            }
        }
        for ((sum, scale), bias) in sums.iter_mut().zip(&self.scales).zip(&self.biases) {
            *sum = *sum * scale + bias;
        }
        sums
    }

    /// The weight of a column in a topic.
    pub fn weight(&self, column: usize, topic: usize) -> f32 {
        f32::from(self.weights[column * self.topics() + topic]) * self.scales[topic]
    }

    /// The score of a topic without any term.
    pub fn bias(&self, topic: usize) -> f32 {
        self.biases[topic]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rounding_moves_a_weight_by_half_a_step(weights in prop::collection::vec(-9.0..9.0_f32, 6)) {
            let model = LinearModel::new(weights, vec![0.5, -0.5]);
            let rounded = QuantizedWeights::new(&model);
            for column in 0..3 {
                for topic in 0..2 {
                    let error = (rounded.weight(column, topic) - model.column(column)[topic]).abs();
                    prop_assert!(error <= 0.501 * rounded.scales[topic]);
                }
            }
        }
    }
}
