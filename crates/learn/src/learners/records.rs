//! Sparse rows as linfa's records.

use crate::SparseRows;
use linfa::dataset::Records as LinfaRecords;

/// Sparse rows that linfa's traits take as records.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a>(pub &'a SparseRows);

impl LinfaRecords for Records<'_> {
    type Elem = f32;

    fn nsamples(&self) -> usize {
        self.0.len()
    }

    fn nfeatures(&self) -> usize {
        self.0.columns()
    }
}
