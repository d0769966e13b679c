//! What a model has learned from corrections, kept apart from what it learned from its corpus.
//!
//! The corpus is not in the model, and 50 corrections are no corpus. So the weights stay as they are, and beside them stands
//! a second linear model that says by how much the log-odds of each topic are to be raised: a logistic regression on the
//! corrected articles whose offsets are the old log-odds and whose weights are drawn to 0, that is, to the old model. By
//! the representer theorem (Kimeldorf & Wahba 1971) it is a sum of the corrected articles' own rows, each `pull`ing by as
//! much as it was wrong; so the rows are what is stored, and learning more corrections is a fit to all of them again.
//! Two statistics of the corpus keep it honest: rows are taken beyond the corpus's mean row, so that what all articles have
//! in common moves nothing, and the raise of a topic as a whole is fitted to the corrections together with the out-of-fold
//! log-odds of the corpus ([`HeldOut`]).

use notis_features::{RowView, SparseRow};
use notis_learn::logistic::{CentredRows, Derivatives, OffsetExample, OffsetRegression};
use rayon::prelude::*;

use super::held_out::HeldOut;
use crate::words::MeanRow;

/// How hard a row's weights are drawn to 0. `cargo run --release -p notis-topics --example corrections` with feeds as the
/// new kind (2026-11-28) raised the corrected topics by 0.013 of micro-F1 on the mean at 0.1, 0.011 at 0.3 and 0.008 at 1; the
/// worst fall of another topic was a quarter smaller at 0.3 than at 0.1.
const PENALTY: f64 = 0.3;

/// A topic of which no corpus tells is raised as if so many articles in doubt had been right as they were. Set by
/// judgement, not measured.
const PRIOR: f64 = 2.0;

/// A corrected article.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Correction {
    /// The four bytes that tell its text.
    pub(super) print: u32,
    pub(super) row: SparseRow,
    /// For each topic whether it is about it; `None` where nobody looked.
    pub(super) about: Vec<Option<bool>>,
    /// The log-odds of each topic as the corpus taught them.
    pub(super) odds: Vec<f32>,
    /// How much of its row each topic's weights are raised by.
    pub(super) pulls: Vec<f32>,
}

/// Corrected articles and what they taught.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Corrections {
    pub(super) learned: Vec<Correction>,
    /// How much the log-odds of each topic are raised in every article.
    pub(super) biases: Vec<f32>,
    /// The raise of each topic by the mean row, which is taken off every article's.
    drift: Vec<f32>,
    /// The sum of each topic's pulls.
    sums: Vec<f32>,
    /// The columns of the rows, ascending.
    columns: Vec<u32>,
    /// The weights of all topics, column by column.
    weights: Vec<f32>,
}

impl Corrections {
    /// Learns from all the corrections.
    pub(super) fn fit(mut learned: Vec<Correction>, mean: &MeanRow, held_out: &HeldOut) -> Self {
        let topics = learned.first().map_or(0, |correction| correction.about.len());
        let rows = learned.iter().map(|correction| correction.row.view()).collect();
        let rows = CentredRows::new(rows, |row| mean.dot(row), mean.squared_norm());
        let fits: Vec<OffsetRegression> = (0..topics)
            .into_par_iter()
            .map(|topic| fit_topic(topic, &learned, &rows, held_out))
            .collect();
        for (at, correction) in learned.iter_mut().enumerate() {
            correction.pulls = fits.iter().map(|fit| fit.multiples[at] as f32).collect();
        }
        let biases = fits.iter().map(|fit| fit.bias as f32).collect();
        Corrections::new(learned, biases, mean)
    }

    /// The second model from what is stored of it.
    pub(super) fn new(learned: Vec<Correction>, biases: Vec<f32>, mean: &MeanRow) -> Self {
        let topics = biases.len();
        let mut columns: Vec<u32> = learned
            .iter()
            .flat_map(|c| c.row.indices.iter().copied())
            .collect();
        columns.sort_unstable();
        columns.dedup();
        let mut weights = vec![0.0; columns.len() * topics];
        let (mut drift, mut sums) = (vec![0.0; topics], vec![0.0; topics]);
        let norm = mean.squared_norm() as f32;
        for correction in &learned {
            let shared = mean.dot(correction.row.view()) as f32;
            for (at, value) in places(&columns, correction.row.view()) {
                let weights = &mut weights[at * topics..(at + 1) * topics];
                weights
                    .iter_mut()
                    .zip(&correction.pulls)
                    .for_each(|(w, pull)| *w += pull * value);
            }
            for ((drift, sum), pull) in drift.iter_mut().zip(&mut sums).zip(&correction.pulls) {
                *drift += pull * (shared - norm);
                *sum += pull;
            }
        }
        Corrections {
            learned,
            biases,
            drift,
            sums,
            columns,
            weights,
        }
    }

    /// How much the log-odds of each topic are raised in an article.
    pub(super) fn raises(&self, row: RowView<'_>, mean: &MeanRow) -> Vec<f64> {
        let topics = self.biases.len();
        let mut raises = vec![0.0_f32; topics];
        for (at, value) in places(&self.columns, row) {
            let weights = &self.weights[at * topics..(at + 1) * topics];
            raises
                .iter_mut()
                .zip(weights)
                .for_each(|(raise, weight)| *raise += weight * value);
        }
        let shared = mean.dot(row) as f32;
        let constant = self.biases.iter().zip(&self.drift).zip(&self.sums);
        raises
            .iter()
            .zip(constant)
            .map(|(raise, ((bias, drift), sum))| f64::from(raise - sum * shared - drift + bias))
            .collect()
    }
}

/// Where the columns of a row stand among `columns`, with their values. Both ascend.
fn places<'a>(columns: &'a [u32], row: RowView<'a>) -> impl Iterator<Item = (usize, f32)> + 'a {
    let mut from = 0;
    row.indices
        .iter()
        .zip(row.values)
        .filter_map(move |(column, &value)| {
            from += columns[from..].partition_point(|known| known < column);
            (columns.get(from) == Some(column)).then_some((from, value))
        })
}

/// What the corrections teach of one topic: their loss and, in the bias, that of the corpus.
fn fit_topic(
    topic: usize,
    learned: &[Correction],
    rows: &CentredRows<'_>,
    held_out: &HeldOut,
) -> OffsetRegression {
    let example = |(row, correction): (usize, &Correction)| {
        Some(OffsetExample {
            row,
            truth: f64::from(u8::from(correction.about[topic]?)),
            log_odds: f64::from(correction.odds[topic]),
        })
    };
    let judged: Vec<OffsetExample> = learned.iter().enumerate().filter_map(example).collect();
    OffsetRegression::fit(&judged, rows, PENALTY, |bias| {
        let known = held_out.loss(topic, bias);
        known.unwrap_or_else(|| Derivatives::of_prior(PRIOR, bias))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_learn::math::logistic;

    fn correction(column: u32, about: Option<bool>, odds: f32) -> Correction {
        Correction {
            print: column,
            row: SparseRow {
                indices: vec![0, column],
                values: vec![0.6, 0.8],
            },
            about: vec![about, None],
            odds: vec![odds, 0.0],
            pulls: Vec::new(),
        }
    }

    fn row(columns: &[u32]) -> SparseRow {
        SparseRow {
            indices: columns.to_vec(),
            values: vec![0.6; columns.len()],
        }
    }

    #[test]
    fn what_was_missed_is_raised_and_what_is_unlike_it_is_not() {
        let learned: Vec<Correction> = (0..20)
            .map(|i| correction(1 + i % 2, Some(i % 2 == 0), if i % 2 == 0 { -2.0 } else { 2.0 }))
            .collect();
        let fitted = Corrections::fit(learned, &MeanRow::default(), &HeldOut::of(2));
        let raise = |columns: &[u32]| fitted.raises(row(columns).view(), &MeanRow::default());
        assert!(
            raise(&[1])[0] > 1.0 && raise(&[2])[0] < -1.0,
            "{:?} {:?}",
            raise(&[1]),
            raise(&[2])
        );
        assert!(raise(&[7])[0].abs() < 0.5, "{:?}", raise(&[7]));
        assert_eq!(raise(&[1])[1], 0.0, "nobody looked for the second topic");
    }

    #[test]
    fn misses_alone_do_not_raise_a_topic_everywhere_where_a_corpus_is_known() {
        let misses = || {
            (0..20)
                .map(|_| correction(1, Some(true), -1.0))
                .collect::<Vec<_>>()
        };
        let mut held_out = HeldOut::of(2);
        held_out.set(
            0,
            (0..4000).map(|i| (if i % 20 == 0 { 1.0 } else { -3.0 }, i % 27 == 0)),
        );
        let bias = |held_out: &HeldOut| Corrections::fit(misses(), &MeanRow::default(), held_out).biases[0];
        assert!(bias(&held_out) < bias(&HeldOut::of(2)), "{}", bias(&held_out));
    }

    #[test]
    fn raises_are_those_that_were_fitted() {
        let learned = vec![correction(1, Some(true), -1.0), correction(2, Some(false), 0.5)];
        let fitted = Corrections::fit(learned, &MeanRow::default(), &HeldOut::default());
        for correction in &fitted.learned {
            let raise = fitted.raises(correction.row.view(), &MeanRow::default())[0];
            let truth = f64::from(u8::from(correction.about[0] == Some(true)));
            let error = truth - logistic(f64::from(correction.odds[0]) + raise);
            let pull = f64::from(correction.pulls[0]);
            assert!((pull - error / PENALTY).abs() < 1e-4, "{pull} {error}");
        }
    }
}
