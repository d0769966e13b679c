//! Weights in 8 bits.
//!
//! A column's weights lie in blocks of eight topics, the last filled up with zeros: blocks of a fixed size become vector
//! instructions, and the sums of a few of them stay in registers while a row is walked. Blocks that are read together
//! lie in one cache line.
//!
//! Why tags do not come from linfa's `Predict`, which [`LinearModel`] has and training on folds asks: `Predict` takes a data
//! set, so that an article would be copied into one of a single row, and what counts is memory. An article of 600 terms
//! among 70,000 columns and 40 topics takes 11 µs here, 18 µs by the `f32` weights of [`LinearModel::scores`], 19 to 31 µs by
//! its `predict`, and 61 to 65 µs by a `predict` on `f64` weights (a loop over 2,000 random rows, three times, built with
//! `--release` without LTO; two busy cores, 2026-11-29).

use std::array;
use std::hint::black_box;

use notis_features::RowView;

use notis_learn::learners::LinearModel;

/// Topics a block.
const LANES: usize = 8;
/// Blocks whose sums are kept in registers.
const TOGETHER: usize = 4;
/// Columns whose weights are asked of memory at once.
const ASKED: usize = 64;
/// Blocks a line.
const LINE: usize = 8;

type Block = [i8; LANES];

/// A cache line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(align(64))]
struct Line([Block; LINE]);

/// The weights of a linear model in 8 bits, each topic with its own scale.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantizedWeights {
    /// Column by column.
    lines: Vec<Line>,
    columns: usize,
    /// Blocks a column: 1, 2, or filled up to a multiple of [`TOGETHER`].
    blocks: usize,
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
        let topics = biases.len().max(1);
        let blocks = match topics.div_ceil(LANES) {
            few @ (1 | 2) => few,
            many => many.next_multiple_of(TOGETHER),
        };
        let columns = weights.len() / topics;
        let mut lines = vec![Line::default(); (columns * blocks).div_ceil(LINE)];
        for (column, weights) in weights.chunks_exact(topics).enumerate() {
            for (at, topics) in (column * blocks..).zip(weights.chunks(LANES)) {
                lines[at / LINE].0[at % LINE][..topics.len()].copy_from_slice(topics);
            }
        }
        QuantizedWeights {
            lines,
            columns,
            blocks,
            scales,
            biases,
        }
    }

    /// The weights of all topics, column by column.
    pub(super) fn weights(&self) -> Vec<i8> {
        let blocks: Vec<Block> = self.lines.iter().flat_map(|line| line.0).collect();
        let columns = blocks.chunks_exact(self.blocks);
        columns
            .take(self.columns)
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

    pub(super) fn topics(&self) -> usize {
        self.biases.len()
    }

    /// The decision value of each topic.
    pub fn scores(&self, row: RowView<'_>) -> Vec<f32> {
        let mut sums = self.all_sums(row);
        sums.truncate(self.topics());
        for ((sum, scale), bias) in sums.iter_mut().zip(&self.scales).zip(&self.biases) {
            *sum = *sum * scale + bias;
        }
        sums
    }

    /// The sums of value × weight for the topics of all blocks, walking the row once for as many as stay in registers. One
    /// block more than that, as forty topics have, costs less than a second walk.
    fn all_sums(&self, row: RowView<'_>) -> Vec<f32> {
        const ONE_MORE: usize = TOGETHER + 1;
        let mut sums = Vec::with_capacity(self.blocks * LANES);
        let filled = self.topics().div_ceil(LANES);
        let mut first = 0;
        while first < filled {
            first += match filled - first {
                1 => self.append::<1>(row, first, &mut sums),
                2 => self.append::<2>(row, first, &mut sums),
                3 => self.append::<3>(row, first, &mut sums),
                ONE_MORE if self.blocks == LINE => self.append::<ONE_MORE>(row, first, &mut sums),
                _ => self.append::<TOGETHER>(row, first, &mut sums),
            };
        }
        sums
    }

    /// Appends the sums for the topics of `B` blocks, and says how many these are.
    fn append<const B: usize>(&self, row: RowView<'_>, first: usize, sums: &mut Vec<f32>) -> usize {
        sums.extend(self.sums::<B>(row, first).as_flattened());
        B
    }

    /// The sums of value × weight for the topics of `B` blocks, the first of them `first`.
    fn sums<const B: usize>(&self, row: RowView<'_>, first: usize) -> [[f32; LANES]; B] {
        let batches = row.indices.chunks(ASKED).zip(row.values.chunks(ASKED));
        batches.fold([[0.0; LANES]; B], |sums, (columns, values)| {
            let mut weights = [const { &[[0; LANES]; B] }; ASKED];
            for (weights, &column) in weights.iter_mut().zip(columns) {
                *weights = self.together(column as usize, first);
            }
            let weights = weights[..columns.len()].iter().copied();
            ask_for(weights.clone());
            add_up(sums, weights.zip(values))
        })
    }

    /// `B` blocks of a column, which lie in one line; the first of them is `first`.
    #[inline]
    fn together<const B: usize>(&self, column: usize, first: usize) -> &[Block; B] {
        let at = column * self.blocks + first;
        let blocks = self.lines[at / LINE].0[at % LINE..].first_chunk();
        blocks.unwrap_or(const { &[[0; LANES]; B] })
    }

    /// The weight of a column in a topic.
    pub fn weight(&self, column: usize, topic: usize) -> f32 {
        let [block] = self.together(column, topic / LANES);
        f32::from(block[topic % LANES]) * self.scales[topic]
    }

    /// The score of a topic without any term.
    pub fn bias(&self, topic: usize) -> f32 {
        self.biases[topic]
    }
}

/// Adds value × weight to the sums. They are handed on by value, which lets the compiler keep them in registers.
fn add_up<'a, const B: usize>(
    sums: [[f32; LANES]; B],
    columns: impl Iterator<Item = (&'a [Block; B], &'a f32)>,
) -> [[f32; LANES]; B] {
    columns.fold(sums, |sums, (weights, value)| {
        array::from_fn(|block| {
            array::from_fn(|topic| sums[block][topic] + value * f32::from(weights[block][topic]))
        })
    })
}

/// Reads a little of the weights of some columns. Adding them up takes so many instructions that a processor, left alone,
/// waits for the memory of one column after another; asked for all at once, they come together.
fn ask_for<'a, const B: usize>(columns: impl Iterator<Item = &'a [Block; B]>) {
    black_box(columns.fold(0, |all, blocks| all ^ blocks[0][0]));
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
