//! Sparse times dense, on all threads and in a fixed order of summing.

use ndarray::{Array2, ArrayView2, Axis};
use notis_learn::{RowView, SparseRows};
use rayon::prelude::*;

/// Rows that a thread takes at once. A fixed number, so that sums over rows come out the same on any number of threads.
pub(crate) const CHUNK: usize = 512;

/// rows × dense: a row of the result for each sparse row.
pub(crate) fn times(rows: &SparseRows, dense: ArrayView2<'_, f32>) -> Array2<f32> {
    let width = dense.ncols();
    let mut out = Array2::zeros((rows.len(), width));
    let slices = out.as_slice_mut().unwrap_or_default();
    slices
        .par_chunks_mut(width.max(1))
        .enumerate()
        .for_each(|(index, sum)| {
            for (column, value) in rows.row(index).iter() {
                let factors = dense.row(column);
                let factors = factors.as_slice().unwrap_or_default();
                sum.iter_mut().zip(factors).for_each(|(sum, x)| *sum += value * x);
            }
        });
    out
}

/// The same rows with rows and columns changed about.
pub(crate) fn transposed(rows: &SparseRows) -> SparseRows {
    let mut offsets = vec![0_usize; rows.columns() + 1];
    rows.iter()
        .flat_map(|row| row.indices)
        .for_each(|&column| offsets[column as usize + 1] += 1);
    for column in 0..rows.columns() {
        offsets[column + 1] += offsets[column];
    }
    let mut next = offsets.clone();
    let (mut indices, mut values) = (vec![0; rows.stored()], vec![0.0; rows.stored()]);
    for (index, row) in rows.iter().enumerate() {
        for (column, value) in row.iter() {
            let at = next[column];
            (indices[at], values[at]) = (index as u32, value);
            next[column] += 1;
        }
    }
    SparseRows::from_parts(rows.len(), offsets, indices, values)
}

/// left × rightᵀ, chunk by chunk on all threads, handed to `take`.
pub(crate) fn each_against<T: Send>(
    left: ArrayView2<'_, f32>,
    right: ArrayView2<'_, f32>,
    take: impl Fn(ArrayView2<'_, f32>) -> T + Sync,
) -> Vec<T> {
    let right = right.t();
    let chunks: Vec<_> = left.axis_chunks_iter(Axis(0), CHUNK).collect();
    let work = |chunk: &ArrayView2<'_, f32>| take(chunk.dot(&right).view());
    chunks.par_iter().map(work).collect()
}

/// The inner product of a sparse row and a dense one.
pub(crate) fn dot(row: RowView<'_>, dense: &[f32]) -> f32 {
    row.iter().map(|(column, value)| value * dense[column]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn rows() -> SparseRows {
        let mut rows = SparseRows::new(3);
        for (indices, values) in [
            (&[0, 2][..], &[1.0, 2.0][..]),
            (&[][..], &[][..]),
            (&[1][..], &[3.0][..]),
        ] {
            rows.push(RowView { indices, values });
        }
        rows
    }

    #[test]
    fn products_are_those_of_the_dense_matrix() {
        let dense = array![[1.0, 0.5], [2.0, 1.0], [3.0, 4.0]];
        assert_eq!(
            times(&rows(), dense.view()),
            array![[7.0, 8.5], [0.0, 0.0], [6.0, 3.0]]
        );
        let turned = transposed(&rows());
        assert_eq!(
            times(&turned, dense.view()),
            array![[1.0, 0.5], [9.0, 12.0], [2.0, 1.0]]
        );
        assert_eq!(transposed(&turned), rows());
    }
}
