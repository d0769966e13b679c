//! Sparse rows less a mean row.

use crate::RowView;

/// Sparse rows, each taken beyond one dense mean row. The difference is never made, for it would be dense: products with
/// it come from those with the mean.
#[derive(Clone, Debug)]
pub struct CentredRows<'a> {
    rows: Vec<RowView<'a>>,
    /// How many columns they have.
    width: usize,
    /// The product of each with the mean.
    shared: Vec<f64>,
    /// The squared length of each beyond the mean.
    lengths: Vec<f64>,
    /// The squared length of the mean.
    norm: f64,
}

impl<'a> CentredRows<'a> {
    /// These rows, of whose mean `with_mean` tells the product with a row, and `norm` the squared length.
    pub fn new(rows: Vec<RowView<'a>>, with_mean: impl Fn(RowView<'a>) -> f64, norm: f64) -> Self {
        let shared: Vec<f64> = rows.iter().map(|&row| with_mean(row)).collect();
        let length = |(row, shared): (&RowView<'_>, &f64)| row.squared_norm() - 2.0 * shared + norm;
        let lengths = rows.iter().zip(&shared).map(length).collect();
        let last = rows.iter().filter_map(|row| row.indices.last());
        CentredRows {
            width: last.max().map_or(0, |&last| last as usize + 1),
            lengths,
            shared,
            norm,
            rows,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The squared length of one, beyond the mean.
    pub(super) fn squared_length(&self, at: usize) -> f64 {
        self.lengths[at]
    }
}

/// A sum of centred rows, each as often as it was added.
#[derive(Clone, Debug)]
pub(super) struct Combination<'a> {
    rows: &'a CentredRows<'a>,
    /// The sum of the rows as they are.
    weights: Vec<f64>,
    /// How often all of them were added.
    sum: f64,
    /// The product of `weights` with the mean.
    shared: f64,
}

impl<'a> Combination<'a> {
    pub(super) fn zero(rows: &'a CentredRows<'a>) -> Self {
        Combination {
            weights: vec![0.0; rows.width],
            sum: 0.0,
            shared: 0.0,
            rows,
        }
    }

    /// Adds `times` a row.
    pub(super) fn add(&mut self, at: usize, times: f64) {
        self.sum += times;
        self.shared += times * self.rows.shared[at];
        for (column, value) in self.rows.rows[at].iter() {
            self.weights[column] += times * f64::from(value);
        }
    }

    /// The product with a row, both beyond the mean.
    pub(super) fn dot(&self, at: usize) -> f64 {
        let rows = self.rows;
        let own: f64 = rows.rows[at]
            .iter()
            .map(|(column, value)| f64::from(value) * self.weights[column])
            .sum();
        own - self.sum * rows.shared[at] - self.shared + self.sum * rows.norm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_rows_less_their_mean() {
        let mean = [0.5, 0.25, 0.125];
        let dense = [[1.0, 0.0, 0.5], [0.0, 2.0, 0.0]];
        let rows = [
            RowView {
                indices: &[0, 2],
                values: &[1.0, 0.5],
            },
            RowView {
                indices: &[1],
                values: &[2.0],
            },
        ];
        let with_mean = |row: RowView<'_>| {
            row.iter()
                .map(|(column, value)| f64::from(value) * mean[column])
                .sum()
        };
        let norm = mean.iter().map(|m| m * m).sum();
        let centred = CentredRows::new(rows.to_vec(), with_mean, norm);
        let beyond = |at: usize, column: usize| dense[at][column] - mean[column];
        let product = |a: usize, b: usize| {
            (0..3)
                .map(|column| beyond(a, column) * beyond(b, column))
                .sum::<f64>()
        };
        let mut sum = Combination::zero(&centred);
        sum.add(0, 2.0);
        sum.add(1, -0.5);
        for at in 0..2 {
            let expected = 2.0 * product(0, at) - 0.5 * product(1, at);
            assert!(
                (sum.dot(at) - expected).abs() < 1e-12,
                "{} {expected}",
                sum.dot(at)
            );
            assert!((centred.squared_length(at) - product(at, at)).abs() < 1e-12);
        }
    }
}
