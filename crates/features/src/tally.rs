//! Counting columns without sorting them.

use notis_learn::SparseRow;

/// The counts of one row after another. A count stands at the place of its column, and one bit says that it does: reading
/// the bits in order gives the columns in order.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    counts: Vec<u8>,
    /// One bit a column: whether it has a count.
    counted: Vec<u64>,
    /// How many columns have a count.
    stored: usize,
}

const BITS: usize = u64::BITS as usize;
/// Numbers whose bits are asked for at once: most columns of a large vocabulary have no count.
const STRETCH: usize = 8;

impl Tally {
    /// Makes room for so many columns.
    pub(crate) fn widen(&mut self, columns: usize) {
        if self.counts.len() < columns {
            self.counts.resize(columns, 0);
            self.counted.resize(columns.div_ceil(BITS), 0);
        }
    }

    /// Raises the count of a column, to 255 at most.
    pub(crate) fn add(&mut self, column: u32, count: u8) {
        let column = column as usize;
        let old = self.counts[column];
        self.stored += usize::from(old == 0);
        self.counts[column] = old.saturating_add(count);
        self.counted[column / BITS] |= 1 << (column % BITS);
    }

    /// The counts as a row; all are 0 again.
    pub(crate) fn take(&mut self) -> SparseRow {
        let mut row = SparseRow {
            indices: vec![0; self.stored],
            values: vec![0.0; self.stored],
        };
        let mut places = row.indices.iter_mut().zip(&mut row.values);
        for (at, blocks) in self.counted.chunks_mut(STRETCH).enumerate() {
            if blocks.iter().fold(0, |any, bits| any | bits) == 0 {
                continue;
            }
            for (block, bits) in (at * STRETCH..).zip(blocks) {
                while *bits != 0
                    && let Some((index, value)) = places.next()
                {
                    let column = block * BITS + bits.trailing_zeros() as usize;
                    *index = column as u32;
                    *value = f32::from(std::mem::take(&mut self.counts[column]));
                    *bits &= *bits - 1;
                }
            }
        }
        self.stored = 0;
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_row_has_the_sum_of_each_column(added in prop::collection::vec((0..300_u32, 1..200_u8), 0..50)) {
            let mut tally = Tally::default();
            tally.widen(300);
            let mut sums: BTreeMap<u32, u32> = BTreeMap::new();
            for &(column, count) in &added {
                tally.add(column, count);
                *sums.entry(column).or_default() += u32::from(count);
            }
            let row = tally.take();
            let expected: Vec<(u32, f32)> = sums.into_iter().map(|(c, sum)| (c, sum.min(255) as f32)).collect();
            prop_assert_eq!(row.indices.into_iter().zip(row.values).collect::<Vec<_>>(), expected);
            prop_assert_eq!(tally.take(), SparseRow::default());
        }
    }
}
