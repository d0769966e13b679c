//! The columns of a word's own terms, remembered from article to article.
//!
//! A word's stem and its runs of letters are the same wherever it stands, and most words of an article stood in one
//! before: looking a word up once is cheaper than looking up its twenty terms. What is remembered is what would be found
//! again, so answers do not depend on it.

use std::hint::black_box;

use crate::memory::WordMemory;

/// Columns remembered at most; then everything is forgotten.
const COLUMNS: usize = 1 << 20;

/// The columns of words over one vocabulary.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    words: WordMemory<Stretch>,
    columns: Vec<u32>,
}

/// Where the columns of a word lie; holds until [`Remembered::make_room`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stretch {
    from: u32,
    to: u32,
}

impl Remembered {
    /// Forgets everything where it has become too much: random words must not fill the memory.
    pub(crate) fn make_room(&mut self) {
        if self.columns.len() > COLUMNS {
            *self = Remembered::default();
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

    /// Where the columns of the word with this hash lie; where it is not remembered, `find` appends them.
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

    fn columns(remembered: &mut Remembered, word: u64, new: &[u32]) -> Vec<u32> {
        let stretch = remembered.find(word, |columns| columns.extend(new));
        remembered.columns(stretch).to_vec()
    }

    #[test]
    fn a_word_is_looked_up_once() {
        let mut remembered = Remembered::default();
        assert_eq!(columns(&mut remembered, 0, &[3, 1]), [3, 1]);
        assert_eq!(columns(&mut remembered, 8, &[]), [0; 0]);
        assert_eq!(columns(&mut remembered, 0, &[9]), [3, 1]);
        assert_eq!(columns(&mut remembered, 8, &[9]), [0; 0]);
    }

    #[test]
    fn too_many_columns_are_forgotten() {
        let mut remembered = Remembered::default();
        for word in 1..4 {
            remembered.make_room();
            let many = vec![word as u32; COLUMNS];
            assert_eq!(columns(&mut remembered, word, &many), many);
        }
        assert!(remembered.columns.len() <= COLUMNS + 1);
    }
}
