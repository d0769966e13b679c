//! The columns of a word's own terms, kept from article to article.
//!
//! A word's stem and its runs of letters are the same wherever it stands, and most words of an article stood in one
//! before: looking a word up once is cheaper than looking up its twenty terms. What the cache gives is what would be
//! found again, so answers do not depend on it.

use std::hint::black_box;

use crate::cache::WordCache;

/// Columns at most; then the cache starts anew.
const MOST: usize = 1 << 20;

/// The columns of words over one vocabulary.
#[derive(Debug, Default)]
pub(crate) struct ColumnCache {
    words: WordCache<Stretch>,
    columns: Vec<u32>,
}

/// Where the columns of a word lie; holds until [`ColumnCache::make_room`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stretch {
    from: u32,
    to: u32,
}

impl ColumnCache {
    /// Drops everything where it has become too much: random words must not fill the memory.
    pub(crate) fn make_room(&mut self) {
        if self.columns.len() > MOST {
            *self = ColumnCache::default();
        }
    }

    /// Has words with these hashes at hand before they are looked for one by one.
    pub(crate) fn fetch(&self, words: impl Iterator<Item = u64>) {
        self.words.fetch(words);
    }

    /// Has the columns that lie there at hand before they are read one by one.
    pub(crate) fn fetch_columns(&self, stretches: impl Iterator<Item = Stretch>) {
        let ends = |stretch: Stretch| [stretch.from, stretch.to.saturating_sub(1)];
        let columns = stretches
            .flat_map(ends)
            .filter_map(|at| self.columns.get(at as usize));
        black_box(columns.fold(0, |all, column| all ^ column));
    }

    /// Where the columns of the word with this hash lie; where it is not in the cache, `find` appends them.
    pub(crate) fn find(&mut self, word: u64, find: impl FnOnce(&mut Vec<u32>)) -> Stretch {
        let columns = &mut self.columns;
        self.words.get_or_add(word, || {
            let from = columns.len() as u32;
            find(columns);
            let to = columns.len() as u32;
            Stretch { from, to }
        })
    }

    /// The columns that lie there.
    pub(crate) fn columns(&self, stretch: Stretch) -> &[u32] {
        &self.columns[stretch.from as usize..stretch.to as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(cache: &mut ColumnCache, word: u64, new: &[u32]) -> Vec<u32> {
        let stretch = cache.find(word, |columns| columns.extend(new));
        cache.columns(stretch).to_vec()
    }

    #[test]
    fn a_word_is_looked_up_once() {
        let mut cache = ColumnCache::default();
        assert_eq!(columns(&mut cache, 0, &[3, 1]), [3, 1]);
        assert_eq!(columns(&mut cache, 8, &[]), [0; 0]);
        assert_eq!(columns(&mut cache, 0, &[9]), [3, 1]);
        assert_eq!(columns(&mut cache, 8, &[9]), [0; 0]);
    }

    #[test]
    fn too_many_columns_are_dropped() {
        let mut cache = ColumnCache::default();
        for word in 1..4 {
            cache.make_room();
            let many = vec![word as u32; MOST];
            assert_eq!(columns(&mut cache, word, &many), many);
        }
        assert!(cache.columns.len() <= MOST + 1);
    }
}
