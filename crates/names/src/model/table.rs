//! Weights by the key of what they weigh.
//!
//! A table of our own and no `FxHashMap`: the keys are hashes already, and looking some sixty of them up is most of what a
//! word costs. With `FxHashMap<u32, u32>` in its place a word takes 11 % more instructions (3,184 instead of 2,864, callgrind
//! on `NameModel::entities` over 27,176 words of reviews and the shipped model, 2026-11-29), a twentieth of all that `notis
//! analyze --kinds` does; the time is the same within its spread (685 to 739 and 672 to 728 ns a word).

use crate::label::{LABELS, PerLabel, WIDTH};

/// A weight for each label.
pub(crate) type Row = PerLabel<i8>;

/// Marks an empty slot; no row has this number.
const EMPTY: u32 = u32::MAX;

/// Rows of weights in a table with open addressing: half its slots are empty, so that most look-ups end at the first.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The keys in order.
    keys: Vec<u32>,
    rows: Vec<Row>,
    /// Key and number of the row in each slot.
    slots: Vec<(u32, u32)>,
}

impl Table {
    /// A table of rows, their keys in order and each once.
    pub(crate) fn new(keys: Vec<u32>, rows: Vec<Row>) -> Self {
        let mut slots = vec![(0, EMPTY); (keys.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (&key, row) in keys.iter().zip(0..) {
            let mut slot = key as usize & mask;
            while slots[slot].1 != EMPTY {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (key, row);
        }
        Table { keys, rows, slots }
    }

    pub(crate) fn keys(&self) -> &[u32] {
        &self.keys
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The sum of the rows of these keys. There are some sixty at a word, so 16 bits hold it.
    pub(crate) fn sum(&self, keys: &[u32]) -> PerLabel<i16> {
        let mut sums = [0i16; WIDTH];
        for &key in keys {
            if let Some(row) = self.row(key) {
                sums.iter_mut()
                    .zip(row)
                    .for_each(|(sum, &weight)| *sum += i16::from(weight));
            }
        }
        sums
    }

    #[inline]
    fn row(&self, key: u32) -> Option<&Row> {
        let mask = self.slots.len() - 1;
        let mut slot = key as usize & mask;
        loop {
            match self.slots[slot] {
                (_, EMPTY) => return None,
                (found, row) if found == key => return Some(&self.rows[row as usize]),
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}

/// The labels of a row that have a weight, as bits.
pub(crate) fn weighed(row: &Row) -> u32 {
    let bits = (0..LABELS).filter(|&label| row[label] != 0);
    bits.fold(0, |mask, label| mask | 1 << label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_though_their_slots_are_taken() {
        let keys = vec![1, 9, 17, u32::MAX];
        let rows = (1..5).map(|weight| [weight; WIDTH]).collect();
        let table = Table::new(keys, rows);
        assert_eq!(table.sum(&[9])[0], 2);
        assert_eq!(table.sum(&[17, u32::MAX])[3], 7);
        assert_eq!(table.sum(&[25])[0], 0);
    }
}
