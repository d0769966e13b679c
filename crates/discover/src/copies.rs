//! Articles that are the same count once. What ten papers print word for word is one story; counted ten times it would be a
//! topic of its own, and its chance words would be words that ten articles share. So it is with articles drawn with
//! replacement, by which stability is measured.

use std::hash::{Hash, Hasher};

use notis_learn::RowView;
use rustc_hash::FxHashMap;

/// For each item, the first that is the same.
pub(crate) fn firsts<T: Hash + Eq>(items: impl Iterator<Item = T>) -> Vec<usize> {
    let mut seen = FxHashMap::default();
    items
        .enumerate()
        .map(|(at, item)| *seen.entry(item).or_insert(at))
        .collect()
}

/// The items that are the first of their kind.
pub(crate) fn distinct(firsts: &[usize]) -> Vec<usize> {
    (0..firsts.len()).filter(|&at| firsts[at] == at).collect()
}

/// A row as it is told from others: by its bits.
pub(crate) struct Same<'a>(pub(crate) RowView<'a>);

impl Same<'_> {
    fn bits(&self) -> impl Iterator<Item = u32> {
        self.0.values.iter().map(|value| value.to_bits())
    }
}

impl Hash for Same<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.indices.hash(state);
        self.bits().for_each(|bits| bits.hash(state));
    }
}

impl PartialEq for Same<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.indices == other.0.indices && self.bits().eq(other.bits())
    }
}

impl Eq for Same<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_knows_its_first() {
        let firsts = firsts(["a", "b", "a", "c", "b"].iter());
        assert_eq!(firsts, [0, 1, 0, 3, 1]);
        assert_eq!(distinct(&firsts), [0, 1, 3]);
    }

    #[test]
    fn rows_differ_by_columns_or_values() {
        let row = |indices, values| Same(RowView { indices, values });
        assert!(row(&[1], &[0.5]) == row(&[1], &[0.5]));
        assert!(row(&[1], &[0.5]) != row(&[2], &[0.5]));
        assert!(row(&[1], &[0.5]) != row(&[1], &[0.25]));
    }
}
