//! The mean of a corpus's rows.

use notis_features::{RowView, SparseRows};

/// The mean value of each column over the rows that a model was fitted to, in 8 bits: what an article has of every other
/// article. Learning from corrections looks at what an article has beyond it, or else twenty corrections of one topic would
/// raise that topic everywhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeanRow {
    step: f32,
    steps: Vec<u8>,
}

impl MeanRow {
    /// The mean of `rows`. Values below 0, which only an encoder's vectors have, are standardised to a mean of 0 and count
    /// as that.
    pub fn of(rows: &SparseRows) -> Self {
        let mut sums = vec![0.0_f64; rows.columns()];
        for row in rows.iter() {
            row.iter()
                .for_each(|(column, value)| sums[column] += f64::from(value));
        }
        let most = sums.iter().fold(0.0, |most: f64, &sum| most.max(sum));
        let unit = if most > 0.0 {
            most / f64::from(u8::MAX)
        } else {
            1.0
        };
        MeanRow {
            step: (unit / rows.len().max(1) as f64) as f32,
            steps: sums
                .iter()
                .map(|sum| (sum.max(0.0) / unit).round() as u8)
                .collect(),
        }
    }

    /// What a model file holds.
    pub(super) fn from_parts(step: f32, steps: Vec<u8>) -> Self {
        MeanRow { step, steps }
    }

    pub(super) fn step(&self) -> f32 {
        self.step
    }

    pub(super) fn steps(&self) -> &[u8] {
        &self.steps
    }

    /// The product of a row with the mean.
    pub fn dot(&self, row: RowView<'_>) -> f64 {
        let steps = row.iter().map(|(column, value)| {
            let step = self.steps.get(column).copied().unwrap_or_default();
            f64::from(value) * f64::from(step)
        });
        f64::from(self.step) * steps.sum::<f64>()
    }

    /// The sum of its squares.
    pub fn squared_norm(&self) -> f64 {
        let squares = self.steps.iter().map(|&step| f64::from(step) * f64::from(step));
        f64::from(self.step) * f64::from(self.step) * squares.sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_with_the_mean_are_near_the_exact_ones() {
        let mut rows = SparseRows::new(3);
        for values in [[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]] {
            rows.push(RowView {
                indices: &[0, 1, 2],
                values: &values,
            });
        }
        let mean = MeanRow::of(&rows);
        assert!(
            (mean.dot(rows.row(0)) - 0.75).abs() < 0.01,
            "{}",
            mean.dot(rows.row(0))
        );
        assert!((mean.squared_norm() - 0.75).abs() < 0.01);
        assert_eq!(MeanRow::default().dot(rows.row(0)), 0.0);
    }
}
