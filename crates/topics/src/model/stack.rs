//! Joins and thresholds from what word models that did not see them say of the labelled articles.

use super::course::Course;
use super::held_out::HeldOut;
use super::join::{self, Aim, Column, Join};
use super::measures::{self, Scores, Signals};
use crate::salience::{Kind, SalienceModel};
use notis_learn::folds::split;
use notis_learn::metrics::micro;

/// Out-of-fold decision values of the labelled articles.
pub(super) struct Folds<'a> {
    /// The samples that are labelled.
    pub(super) samples: &'a [usize],
    /// The topics that words were learned of.
    pub(super) taught: &'a [usize],
    pub(super) fold_of: &'a [usize],
    /// Decision values, article by article.
    pub(super) words: &'a [f32],
}

impl Course {
    /// Sets the joins of the topics taught, on out-of-fold signals, and counts their log-odds there; gives their micro-F1.
    pub(super) fn join(&self, folds: &Folds<'_>, joins: &mut [Join], held_out: &mut HeldOut) -> f64 {
        let columns = self.signals(folds);
        for group in [
            (true, Kind::Named),
            (true, Kind::Thematic),
            (false, Kind::Thematic),
        ] {
            let of_group = |&k: &usize| {
                let topic = folds.taught[k];
                (self.topics[topic].is_defined(), self.kinds[topic]) == group
            };
            let of: Vec<usize> = (0..folds.taught.len()).filter(of_group).collect();
            let topics: Vec<Column> = of.iter().map(|&k| columns[k].clone()).collect();
            let aim = |&k: &usize| Aim::of(&self.topics[folds.taught[k]], self.prefer);
            let aims: Vec<Aim> = of.iter().map(aim).collect();
            for (&k, join) in of.iter().zip(join::fit(&topics, &aims)) {
                joins[folds.taught[k]] = join;
            }
        }
        let mut counts = Vec::with_capacity(columns.len());
        for (&topic, column) in folds.taught.iter().zip(&columns) {
            let join = &joins[topic];
            counts.push(join.counts(column));
            held_out.set(
                topic,
                column
                    .iter()
                    .map(|&(signals, about)| (join.score(signals), about)),
            );
        }
        micro(&counts).f1()
    }

    /// The out-of-fold signals of each topic taught, with the truth.
    fn signals(&self, folds: &Folds<'_>) -> Vec<Column> {
        let mut columns: Vec<Column> = vec![Vec::new(); folds.taught.len()];
        let parts = folds.fold_of.iter().max().map_or(0, |last| last + 1);
        for fold in 0..parts {
            let (outside, inside) = split(folds.fold_of, fold);
            let train: Vec<usize> = outside.iter().map(|&row| folds.samples[row]).collect();
            let salience = self.salience(&train);
            for row in inside {
                let sample = folds.samples[row];
                let signals = self.signals_of(sample, folds, &salience, row);
                for ((column, &topic), signals) in columns.iter_mut().zip(folds.taught).zip(signals) {
                    if self.judged.judges(sample, topic) {
                        column.push((signals, self.judged.is_about(sample, topic)));
                    }
                }
            }
        }
        columns
    }

    /// The signals of each topic taught in a sample, which is the row `row` of the folds.
    fn signals_of(
        &self,
        sample: usize,
        folds: &Folds<'_>,
        salience: &SalienceModel,
        row: usize,
    ) -> Vec<Signals> {
        let sample = &self.samples[sample];
        let width = folds.taught.len();
        let words = &folds.words[row * width..(row + 1) * width];
        let score = |(&topic, &words): (&usize, &f32)| {
            let named = sample.named.iter().find(|named| named.0 == topic);
            Scores {
                kind: self.kinds[topic],
                salience: named.map(|(_, features)| (*features, salience.score(self.kinds[topic], features))),
                words: Some(f64::from(words)),
            }
        };
        let known: Vec<Scores> = folds.taught.iter().zip(words).map(score).collect();
        measures::signals(&known, sample.words)
    }
}
