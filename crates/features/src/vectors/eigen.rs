//! The leading eigenvectors of a large sparse symmetric matrix, by subspace iteration (Rutishauser 1970; the random
//! start is that of Halko, Martinsson & Tropp 2011).

use ndarray::{Array2, ArrayView1, Axis, Zip};
use rayon::prelude::*;

/// A sparse symmetric matrix, row by row.
pub(super) struct Symmetric {
    pub(super) rows: Vec<Vec<(u32, f32)>>,
}

impl Symmetric {
    fn times(&self, tall: &Array2<f32>) -> Array2<f32> {
        let row = |entries: &Vec<(u32, f32)>| {
            let mut sum = vec![0.0_f32; tall.ncols()];
            for &(column, value) in entries {
                sum.iter_mut()
                    .zip(tall.row(column as usize))
                    .for_each(|(sum, x)| *sum += value * x);
            }
            sum
        };
        of_rows(tall.ncols(), self.rows.par_iter().flat_map_iter(row).collect())
    }

    /// About the `count` eigenvectors with the largest eigenvalues in size, as columns, each times the root of that size.
    pub(super) fn scaled_eigenvectors(&self, count: usize, rounds: usize) -> Array2<f32> {
        let mut basis = random(self.rows.len(), count + 16);
        for _ in 0..rounds {
            basis = self.times(&basis);
            orthonormalize(&mut basis);
        }
        let (values, rotation) = jacobi(project(&self.times(&basis), &basis));
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&a, &b| values[b].abs().total_cmp(&values[a].abs()));
        order.truncate(count);
        let turned = |row: usize| {
            let along = |&at: &usize| {
                let terms = basis.row(row).into_iter().zip(rotation.column(at));
                let sum: f64 = terms.map(|(&x, r)| f64::from(x) * r).sum();
                (sum * values[at].abs().sqrt()) as f32
            };
            order.iter().map(along).collect::<Vec<f32>>()
        };
        let rows = (0..self.rows.len()).into_par_iter();
        of_rows(order.len(), rows.flat_map_iter(turned).collect())
    }
}

/// The matrix whose rows of `width` numbers stand one after the other.
fn of_rows<T>(width: usize, numbers: Vec<T>) -> Array2<T> {
    let rows = numbers.len() / width.max(1);
    Array2::from_shape_vec((rows, width), numbers).expect("whole rows")
}

fn random(rows: usize, width: usize) -> Array2<f32> {
    let mut state = 0x5EED_u64;
    Array2::from_shape_simple_fn((rows, width), || {
        state = notis_text::hash::mix(state, 1);
        if state & 1 == 0 { 1.0 } else { -1.0 }
    })
}

/// Gram–Schmidt, twice for numerical orthogonality, on the columns.
fn orthonormalize(basis: &mut Array2<f32>) {
    let mut columns = columns(basis);
    for _ in 0..2 {
        for at in 0..columns.nrows() {
            let (before, mut rest) = columns.view_mut().split_at(Axis(0), at);
            let mut column = rest.row_mut(0);
            for other in before.rows() {
                let overlap = dot(column.view(), other);
                column.scaled_add(-overlap, &other);
            }
            let length = dot(column.view(), column.view()).sqrt().max(1e-30);
            column /= length;
        }
    }
    basis.assign(&columns.t().mapv(|number| number as f32));
}

/// The columns as rows of doubles.
fn columns(basis: &Array2<f32>) -> Array2<f64> {
    basis.t().as_standard_layout().mapv(f64::from)
}

/// The sum of products in the order of the numbers: `ndarray`'s own adds several lanes side by side, and word vectors are
/// to be the same bytes wherever they are made.
fn dot(a: ArrayView1<'_, f64>, b: ArrayView1<'_, f64>) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// basisᵀ × image, a small symmetric matrix.
fn project(image: &Array2<f32>, basis: &Array2<f32>) -> Array2<f64> {
    let (image, basis) = (columns(image), columns(basis));
    let half = |a: usize, b: usize| dot(basis.row(a), image.row(b));
    let row = |a: usize| {
        let cells = (0..basis.nrows()).map(|b| 0.5 * (half(a, b) + half(b, a)));
        cells.collect::<Vec<f64>>()
    };
    let rows = (0..basis.nrows()).into_par_iter();
    of_rows(basis.nrows(), rows.flat_map_iter(row).collect())
}

/// Eigenvalues and eigenvectors (as columns) of a small symmetric matrix, by Jacobi's rotations (1846).
fn jacobi(mut matrix: Array2<f64>) -> (Vec<f64>, Array2<f64>) {
    let size = matrix.nrows();
    let mut vectors = Array2::eye(size);
    for _ in 0..30 {
        for p in 0..size {
            for q in p + 1..size {
                if matrix[[p, q]].abs() > 1e-12 {
                    rotate(&mut matrix, &mut vectors, p, q);
                }
            }
        }
    }
    (matrix.diag().to_vec(), vectors)
}

/// Turns the plane of `p` and `q`, `p` the lesser, so that their cell becomes 0.
fn rotate(matrix: &mut Array2<f64>, vectors: &mut Array2<f64>, p: usize, q: usize) {
    let theta = (matrix[[q, q]] - matrix[[p, p]]) / (2.0 * matrix[[p, q]]);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let t = if theta == 0.0 { 1.0 } else { t };
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    let turn = |a: &mut f64, b: &mut f64| (*a, *b) = (c * *a - s * *b, s * *a + c * *b);
    for whole in [&mut *matrix, vectors] {
        let (mut left, mut right) = whole.view_mut().split_at(Axis(1), q);
        Zip::from(left.column_mut(p))
            .and(right.column_mut(0))
            .for_each(turn);
    }
    let (mut upper, mut lower) = matrix.view_mut().split_at(Axis(0), q);
    Zip::from(upper.row_mut(p)).and(lower.row_mut(0)).for_each(turn);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eigenvectors_of_a_known_matrix_are_found() {
        // Blocks of two: eigenvalues size ± 1 along (1, 1) and (1, −1).
        let rows = (0..200_u32)
            .map(|row| {
                let size = if row < 100 {
                    9.0 - (row / 2) as f32 * 0.08
                } else {
                    0.5
                };
                if row % 2 == 0 {
                    vec![(row, size), (row + 1, 1.0)]
                } else {
                    vec![(row - 1, 1.0), (row, size)]
                }
            })
            .collect();
        let found = Symmetric { rows }.scaled_eigenvectors(4, 60);
        for row in 0..2 {
            assert!(
                (found[[row, 0]].abs() - (10.0_f32 / 2.0).sqrt()).abs() < 0.02,
                "{:?}",
                found.row(row)
            );
        }
        assert!((found[[0, 0]] - found[[1, 0]]).abs() < 0.02);
    }
}
