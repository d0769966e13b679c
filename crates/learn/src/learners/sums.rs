//! What Naive Bayes needs of the rows: the summed values of each column, topic by topic.

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
    pub(super) rows: usize,
}

impl ClassSums {
    pub(super) fn of(rows: &SparseRows, targets: &Targets) -> Self {
        let mut topics = vec![vec![0.0; rows.columns()]; targets.topics()];
        let mut all = vec![0.0; rows.columns()];
        for (index, row) in rows.iter().enumerate() {
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
        }
    }

    /// The sum of each column over the rows that are not of the topic.
    pub(super) fn others(&self, topic: usize) -> Vec<f64> {
        // Differences of sums of non-negative values can fall below 0 by rounding alone.
        self.all
            .iter()
            .zip(&self.topics[topic])
            .map(|(all, own)| (all - own).max(0.0))
            .collect()
    }
}
