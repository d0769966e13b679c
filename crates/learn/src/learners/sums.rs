//! What Naive Bayes needs of the rows: the summed values of each column, topic by topic.

use std::collections::BTreeMap;

use crate::SparseRows;

use super::targets::Targets;

/// Summed columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ClassSums {
    /// The sum of each column over the rows of each topic.
    pub(super) topics: Vec<Vec<f64>>,
    /// The sum of each column over all rows.
    pub(super) all: Vec<f64>,
    /// How many rows each topic has.
    pub(super) positives: Vec<usize>,
    /// How many rows there are.
    rows: usize,
    /// The sum of each column over the rows in which nobody looked for a topic, and how many there are, for topics that
    /// have such rows.
    unjudged: BTreeMap<usize, (Vec<f64>, usize)>,
}

impl ClassSums {
    pub(super) fn of(rows: &SparseRows, targets: &Targets) -> Self {
        let mut topics = vec![vec![0.0; rows.columns()]; targets.topics()];
        let mut all = vec![0.0; rows.columns()];
        let mut unjudged = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            for &topic in targets.unjudged_of(index) {
                let sums = unjudged
                    .entry(usize::from(topic))
                    .or_insert_with(|| (vec![0.0; rows.columns()], 0));
                row.iter()
                    .for_each(|(column, value)| sums.0[column] += f64::from(value));
                sums.1 += 1;
            }
            for (column, value) in row.iter() {
                all[column] += f64::from(value);
                for &label in targets.row(index) {
                    topics[usize::from(label)][column] += f64::from(value);
                }
            }
        }
        ClassSums {
            topics,
            all,
            positives: targets.positives(),
            rows: rows.len(),
            unjudged,
        }
    }

    /// The sum of each column over the rows that are not of the topic. Those in which nobody looked for it are none of
    /// them.
    pub(super) fn others(&self, topic: usize) -> Vec<f64> {
        let mut others: Vec<f64> = self
            .all
            .iter()
            .zip(&self.topics[topic])
            .map(|(all, own)| all - own)
            .collect();
        if let Some((unjudged, _)) = self.unjudged.get(&topic) {
            others
                .iter_mut()
                .zip(unjudged)
                .for_each(|(other, sum)| *other -= sum);
        }
        // Differences of sums of non-negative values can fall below 0 by rounding alone.
        others.iter_mut().for_each(|other| *other = other.max(0.0));
        others
    }

    /// How many rows are not of the topic.
    pub(super) fn other_rows(&self, topic: usize) -> usize {
        let unjudged = self.unjudged.get(&topic).map_or(0, |unjudged| unjudged.1);
        self.rows - self.positives[topic] - unjudged
    }
}
