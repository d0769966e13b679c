//! Weights in 8 bits.
//!
//! A column's weights lie in blocks of eight topics, the last filled up with zeros: blocks of a fixed size become vector
//! instructions, and the sums of a few of them stay in registers while a row is walked.

use std::hint::black_box;

use notis_features::RowView;

use crate::learners::LinearModel;

/// Topics a block.
const LANES: usize = 8;
/// Blocks whose sums are kept in registers.
const TOGETHER: usize = 4;
/// Columns whose weights are asked of memory at once.
const ASKED: usize = 64;

/// The weights of a linear model in 8 bits, each topic with its own scale.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantizedWeights {
    /// Column by column.
    weights: Vec<[i8; LANES]>,
    scales: Vec<f32>,
    biases: Vec<f32>,
}

impl QuantizedWeights {
    /// Rounds the weights of `model`.
    pub fn new(model: &LinearModel) -> Self {
        let topics = model.topics();
        let mut largest = vec![0.0_f32; topics];
        for column in model.weights().chunks_exact(topics.max(1)) {
            for (largest, weight) in largest.iter_mut().zip(column) {
                *largest = largest.max(weight.abs());
            }
        }
        let step = |&weight: &f32| {
            if weight > 0.0 {
                weight / f32::from(i8::MAX)
            } else {
                1.0
            }
        };
        let scales: Vec<f32> = largest.iter().map(step).collect();
        let round = |column: &[f32]| -> Vec<i8> {
            let steps = column.iter().zip(&scales);
            steps
                .map(|(weight, scale)| (weight / scale).round() as i8)
                .collect()
        };
        let rounded: Vec<i8> = model
            .weights()
            .chunks_exact(topics.max(1))
            .flat_map(round)
            .collect();
        QuantizedWeights::from_parts(&rounded, scales, model.biases().to_vec())
    }

    /// Weights from what a model file holds: those of all topics, column by column, and each topic's scale and bias.
    pub(super) fn from_parts(weights: &[i8], scales: Vec<f32>, biases: Vec<f32>) -> Self {
        let block = |topics: &[i8]| {
            let mut block = [0; LANES];
            block[..topics.len()].copy_from_slice(topics);
            block
        };
        let columns = weights.chunks_exact(biases.len().max(1));
        QuantizedWeights {
            weights: columns
                .flat_map(|column| column.chunks(LANES).map(block))
                .collect(),
            scales,
            biases,
        }
    }

    /// The weights of all topics, column by column.
    pub(super) fn weights(&self) -> Vec<i8> {
        let columns = self.weights.chunks_exact(self.blocks().max(1));
        columns
            .flat_map(|blocks| &blocks.as_flattened()[..self.topics()])
            .copied()
            .collect()
    }

    /// What a topic's weights are multiplied with.
    pub(super) fn scales(&self) -> &[f32] {
        &self.scales
    }

    /// The score of each topic without any term.
    pub(super) fn biases(&self) -> &[f32] {
        &self.biases
    }

    fn topics(&self) -> usize {
        self.biases.len()
    }

    fn blocks(&self) -> usize {
        self.topics().div_ceil(LANES)
    }

    /// The decision value of each topic.
    pub fn scores(&self, row: RowView<'_>) -> Vec<f32> {
        let mut sums = Vec::with_capacity(self.blocks() * LANES);
        for first in (0..self.blocks()).step_by(TOGETHER) {
            match self.blocks() - first {
                1 => sums.extend(self.sums::<1>(row, first).as_flattened()),
                2 => sums.extend(self.sums::<2>(row, first).as_flattened()),
                3 => sums.extend(self.sums::<3>(row, first).as_flattened()),
                _ => sums.extend(self.sums::<TOGETHER>(row, first).as_flattened()),
            }
        }
        sums.truncate(self.topics());
        for ((sum, scale), bias) in sums.iter_mut().zip(&self.scales).zip(&self.biases) {
            *sum = *sum * scale + bias;
        }
        sums
    }

    /// The sums of value × weight for the topics of `B` blocks, the first of them `first`.
    fn sums<const B: usize>(&self, row: RowView<'_>, first: usize) -> [[f32; LANES]; B] {
        let mut sums = [[0.0; LANES]; B];
        for (columns, values) in row.indices.chunks(ASKED).zip(row.values.chunks(ASKED)) {
            let weights = |&column: &u32| {
                let at = column as usize * self.blocks() + first;
                &self.weights[at..at + B]
            };
            ask_for(columns.iter().map(weights));
            for (weights, value) in columns.iter().map(weights).zip(values) {
                for (sums, weights) in sums.iter_mut().zip(weights) {
                    for (sum, &weight) in sums.iter_mut().zip(weights) {
                        *sum += value * f32::from(weight);
                    }
                }
            }
        }
        sums
    }

    /// The weight of a column in a topic.
    pub fn weight(&self, column: usize, topic: usize) -> f32 {
        let block = column * self.blocks() + topic / LANES;
        f32::from(self.weights[block][topic % LANES]) * self.scales[topic]
    }

    /// The score of a topic without any term.
    pub fn bias(&self, topic: usize) -> f32 {
        self.biases[topic]
    }
}

/// Reads a little of the weights of some columns. Adding them up takes so many instructions that a processor, left alone,
/// waits for the memory of one column after another; asked for all at once, they come together.
fn ask_for<'a>(columns: impl Iterator<Item = &'a [[i8; LANES]]>) {
    let ends = |blocks: &[[i8; LANES]]| blocks[0][0] ^ blocks[blocks.len() - 1][LANES - 1];
    black_box(columns.fold(0, |all, blocks| all ^ ends(blocks)));
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

        #[test]
        fn blocks_hold_any_number_of_topics(topics in 1..70_usize, seed: u8) {
            let weights: Vec<i8> = (0..3 * topics).map(|at| (at * 37 + usize::from(seed)) as i8).collect();
            let biases: Vec<f32> = (0..topics).map(|topic| topic as f32).collect();
            let quantized = QuantizedWeights::from_parts(&weights, vec![0.5; topics], biases);
            prop_assert_eq!(quantized.weights(), weights);
            let scores = quantized.scores(RowView { indices: &[0, 2], values: &[1.0, 2.0] });
            prop_assert_eq!(scores.len(), topics);
            for (topic, &score) in scores.iter().enumerate() {
                let sum = quantized.weight(0, topic) + 2.0 * quantized.weight(2, topic);
                prop_assert_eq!(score, sum + quantized.bias(topic));
            }
        }
    }
}
