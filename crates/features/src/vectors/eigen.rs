//! The leading eigenvectors of a large sparse symmetric matrix, by subspace iteration (Rutishauser 1970; the random
//! start is that of Halko, Martinsson & Tropp 2011).

use rayon::prelude::*;

/// A sparse symmetric matrix, row by row.
pub(super) struct Symmetric {
    pub(super) rows: Vec<Vec<(u32, f32)>>,
}

/// Tall columns stored row by row: `width` numbers a row.
pub(super) struct Tall {
    pub(super) width: usize,
    pub(super) numbers: Vec<f32>,
}

impl Tall {
    fn random(rows: usize, width: usize) -> Self {
        let mut state = 0x5EED_u64;
        let numbers = (0..rows * width)
            .map(|_| {
                state = crate::hash::mix(state, 1);
                if state & 1 == 0 { 1.0 } else { -1.0 }
            })
            .collect();
        Tall { width, numbers }
    }

    fn row(&self, row: usize) -> &[f32] {
        &self.numbers[row * self.width..(row + 1) * self.width]
    }

    /// Gram–Schmidt, twice for numerical orthogonality, on the columns.
    fn orthonormalize(&mut self) {
        let mut columns = self.columns();
        for _ in 0..2 {
            for at in 0..columns.len() {
                let (before, rest) = columns.split_at_mut(at);
                let column = &mut rest[0];
                for other in before.iter() {
                    let overlap = dot(column, other);
                    column.iter_mut().zip(other).for_each(|(x, y)| *x -= overlap * y);
                }
                let length = dot(column, column).sqrt().max(1e-30);
                column.iter_mut().for_each(|x| *x /= length);
            }
        }
        for (at, column) in columns.iter().enumerate() {
            for (row, &number) in column.iter().enumerate() {
                self.numbers[row * self.width + at] = number as f32;
            }
        }
    }

    fn columns(&self) -> Vec<Vec<f64>> {
        let column = |at: usize| {
            self.numbers
                .iter()
                .skip(at)
                .step_by(self.width)
                .map(|&x| f64::from(x))
                .collect()
        };
        (0..self.width).map(column).collect()
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

impl Symmetric {
    fn times(&self, tall: &Tall) -> Tall {
        let row = |entries: &Vec<(u32, f32)>| {
            let mut sum = vec![0.0_f32; tall.width];
            for &(column, value) in entries {
                sum.iter_mut()
                    .zip(tall.row(column as usize))
                    .for_each(|(sum, x)| *sum += value * x);
            }
            sum
        };
        Tall {
            width: tall.width,
            numbers: self.rows.par_iter().flat_map_iter(row).collect(),
        }
    }

    /// About the `count` eigenvectors with the largest eigenvalues in size, each times the root of that size.
    pub(super) fn scaled_eigenvectors(&self, count: usize, rounds: usize) -> Tall {
        let mut basis = Tall::random(self.rows.len(), count + 16);
        for _ in 0..rounds {
            basis = self.times(&basis);
            basis.orthonormalize();
        }
        let (values, rotation) = jacobi(project(&self.times(&basis), &basis));
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&a, &b| values[b].abs().total_cmp(&values[a].abs()));
        order.truncate(count);
        let turned = |row: usize| {
            let row = basis.row(row);
            let along = |&at: &usize| {
                let sum: f64 = row
                    .iter()
                    .zip(&rotation)
                    .map(|(&x, r)| f64::from(x) * r[at])
                    .sum();
                (sum * values[at].abs().sqrt()) as f32
            };
            order.iter().map(along).collect::<Vec<f32>>()
        };
        Tall {
            width: count,
            numbers: (0..self.rows.len())
                .into_par_iter()
                .flat_map_iter(turned)
                .collect(),
        }
    }
}

/// basisᵀ × image, a small symmetric matrix.
fn project(image: &Tall, basis: &Tall) -> Vec<Vec<f64>> {
    let (image, basis) = (image.columns(), basis.columns());
    let cell = |a: usize, b: usize| 0.5 * (dot(&basis[a], &image[b]) + dot(&basis[b], &image[a]));
    (0..basis.len())
        .into_par_iter()
        .map(|a| (0..basis.len()).map(|b| cell(a, b)).collect())
        .collect()
}

/// Eigenvalues and eigenvectors (as columns) of a small symmetric matrix, by Jacobi's rotations (1846).
fn jacobi(mut matrix: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = matrix.len();
    let mut vectors: Vec<Vec<f64>> = (0..size)
        .map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect())
        .collect();
    for _ in 0..30 {
        for p in 0..size {
            for q in p + 1..size {
                if matrix[p][q].abs() > 1e-12 {
                    rotate(&mut matrix, &mut vectors, p, q);
                }
            }
        }
    }
    ((0..size).map(|i| matrix[i][i]).collect(), vectors)
}

/// Turns the plane of `p` and `q`, `p` the lesser, so that their cell becomes 0.
fn rotate(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * matrix[p][q]);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let t = if theta == 0.0 { 1.0 } else { t };
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for row in matrix.iter_mut().chain(vectors.iter_mut()) {
        let (a, b) = (row[p], row[q]);
        (row[p], row[q]) = (c * a - s * b, s * a + c * b);
    }
    let (upper, lower) = matrix.split_at_mut(q);
    for (a, b) in upper[p].iter_mut().zip(&mut lower[0]) {
        (*a, *b) = (c * *a - s * *b, s * *a + c * *b);
    }
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
                (found.row(row)[0].abs() - (10.0_f32 / 2.0).sqrt()).abs() < 0.02,
                "{:?}",
                found.row(row)
            );
        }
        assert!((found.row(0)[0] - found.row(1)[0]).abs() < 0.02);
    }
}
