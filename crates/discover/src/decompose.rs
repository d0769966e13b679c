//! A truncated singular value decomposition of sparse rows by a randomised range finder (Halko, Martinsson & Tropp 2011,
//! algorithms 4.4 and 5.1).

use linfa_linalg::eigh::{EigSort, EighInto};
use linfa_linalg::qr::QRInto;
use ndarray::{Array1, Array2, ArrayView2, Axis};
use notis_learn::SparseRows;
use notis_learn::random::SplitMix;
use rayon::prelude::*;

use crate::product::{CHUNK, times, transposed};
use crate::weights::to_unit_length;

/// Directions beyond those that are kept: they make the kept ones exact.
const OVERSAMPLING: usize = 12;
/// Rounds of power iteration; sklearn takes 4 to 7 for a few components. More than 3 changed no grouping's NMI by more
/// than its seeds do.
const ROUNDS: usize = 3;

/// Rows in a space of few dimensions, the most telling dimension first.
pub(crate) struct Placed {
    /// The left singular vectors times the square roots of the singular values: half of what the values say, so that the
    /// first dimensions lead without drowning the others (NMI .535 on government pages, .512 with the values whole and
    /// .521 without them).
    coordinates: Array2<f32>,
}

impl Placed {
    /// Rows placed in at most `dimensions` dimensions.
    pub(crate) fn of(rows: &SparseRows, dimensions: usize, seed: u64) -> Self {
        let room = rows.len().min(rows.columns());
        let kept = dimensions.min(room);
        if kept == 0 {
            return Placed {
                coordinates: Array2::zeros((rows.len(), 1)),
            };
        }
        let turned = transposed(rows);
        let width = (kept + OVERSAMPLING).min(room);
        let mut basis = orthonormal(times(rows, random(rows.columns(), width, seed).view()));
        for _ in 0..ROUNDS {
            let back = orthonormal(times(&turned, basis.view()));
            basis = orthonormal(times(rows, back.view()));
        }
        let image = times(&turned, basis.view());
        let (values, directions) = eigen(gram(&image), kept);
        let scale = values.mapv(|value| libm::powf(value.max(0.0), 0.25));
        Placed {
            coordinates: basis.dot(&directions) * &scale,
        }
    }

    /// How many dimensions there are.
    pub(crate) fn dimensions(&self) -> usize {
        self.coordinates.ncols()
    }

    /// The first `dimensions` of them, each row at unit length.
    pub(crate) fn unit(&self, dimensions: usize) -> Array2<f32> {
        let taken = first_columns(&self.coordinates, dimensions.min(self.dimensions()));
        let mut rows = taken.as_standard_layout().into_owned();
        for mut row in rows.axis_iter_mut(Axis(0)) {
            row.as_slice_mut().into_iter().for_each(to_unit_length);
        }
        rows
    }
}

/// The first columns; ndarray's own macro for it allows unsafe code, which the workspace forbids.
fn first_columns<T>(whole: &Array2<T>, count: usize) -> ArrayView2<'_, T> {
    whole.view().split_at(Axis(1), count).0
}

/// Random signs: as good as normal numbers for finding a range, and the same on every machine.
fn random(rows: usize, columns: usize, seed: u64) -> Array2<f32> {
    let mut random = SplitMix(seed);
    Array2::from_shape_simple_fn((rows, columns), || {
        if random.next_bits() & 1 == 0 { 1.0 } else { -1.0 }
    })
}

/// An orthonormal basis of what the columns span, by the Gram matrix twice over («CholeskyQR2», Yamamoto et al. 2015, with
/// eigenvectors for Cholesky's factor): two products that run on all threads, where Householder's steps run on one.
fn orthonormal(tall: Array2<f32>) -> Array2<f32> {
    if tall.nrows() <= 4 * tall.ncols() {
        return householder(tall);
    }
    let once = whitened(&tall);
    whitened(&once)
}

fn householder(tall: Array2<f32>) -> Array2<f32> {
    let wide = tall.mapv(f64::from);
    let columns = wide.ncols();
    let square = first_columns(&wide, columns.min(wide.nrows())).to_owned();
    match square.qr_into() {
        Ok(decomposed) => decomposed.generate_q().mapv(|x| x as f32),
        Err(_) => tall,
    }
}

fn whitened(tall: &Array2<f32>) -> Array2<f32> {
    let gram = gram(tall);
    let (values, vectors) = eigen(gram, tall.ncols());
    let most = values.iter().copied().fold(0.0, f32::max);
    // A direction that is none but for rounding is left at nothing.
    let scale = values.mapv(|value| {
        if value > most * 1e-12 {
            1.0 / value.sqrt()
        } else {
            0.0
        }
    });
    product(tall, &(vectors * &scale))
}

/// tall × square, chunk by chunk on all threads.
fn product(tall: &Array2<f32>, square: &Array2<f32>) -> Array2<f32> {
    let chunks: Vec<_> = tall.axis_chunks_iter(Axis(0), CHUNK).collect();
    let parts: Vec<Array2<f32>> = chunks.par_iter().map(|chunk| chunk.dot(square)).collect();
    let views: Vec<_> = parts.iter().map(Array2::view).collect();
    ndarray::concatenate(Axis(0), &views).unwrap_or_else(|_| Array2::zeros((0, square.ncols())))
}

/// tallᵀ × tall, summed over chunks in their order.
fn gram(tall: &Array2<f32>) -> Array2<f64> {
    let chunks: Vec<_> = tall.axis_chunks_iter(Axis(0), CHUNK).collect();
    let of_chunk = |chunk: &ArrayView2<'_, f32>| {
        let wide = chunk.mapv(f64::from);
        wide.t().dot(&wide)
    };
    let parts: Vec<Array2<f64>> = chunks.par_iter().map(of_chunk).collect();
    let zero = Array2::zeros((tall.ncols(), tall.ncols()));
    parts.iter().fold(zero, |sum, part| sum + part)
}

/// The `count` largest eigenvalues of a symmetric matrix, largest first, and their eigenvectors as columns.
fn eigen(symmetric: Array2<f64>, count: usize) -> (Array1<f32>, Array2<f32>) {
    let size = symmetric.nrows();
    let found = symmetric.eigh_into().map(|pairs| pairs.sort_eig_desc());
    let (values, vectors) = found.unwrap_or_else(|_| (Array1::zeros(size), Array2::eye(size)));
    let count = count.min(size);
    let values = values.iter().take(count).map(|&x| x as f32).collect();
    (values, first_columns(&vectors, count).mapv(|x| x as f32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_learn::RowView;

    #[test]
    fn blocks_of_like_rows_lie_along_directions_of_their_own() {
        let mut rows = SparseRows::new(6);
        for number in 0..90_u32 {
            let block = number % 3;
            rows.push(RowView {
                indices: &[2 * block, 2 * block + 1],
                values: &[0.6, 0.8],
            });
        }
        let unit = Placed::of(&rows, 3, 1).unit(3);
        let likeness = |a: usize, b: usize| unit.row(a).dot(&unit.row(b));
        assert!((likeness(0, 3) - 1.0).abs() < 1e-4, "{}", likeness(0, 3));
        assert!(likeness(0, 1).abs() < 1e-3, "{}", likeness(0, 1));
    }

    #[test]
    fn a_basis_is_orthonormal() {
        let basis = orthonormal(random(2000, 7, 3));
        let gram = basis.t().dot(&basis);
        let off = (&gram - &Array2::<f32>::eye(7)).mapv(f32::abs);
        assert!(off.iter().all(|&x| x < 1e-4), "{gram}");
    }

    #[test]
    fn nothing_is_placed_nowhere() {
        assert_eq!(Placed::of(&SparseRows::new(0), 5, 1).unit(5).nrows(), 0);
        let mut empty = SparseRows::new(3);
        empty.push(RowView {
            indices: &[],
            values: &[],
        });
        assert!(Placed::of(&empty, 5, 1).unit(5).iter().all(|x| x.is_finite()));
    }
}
