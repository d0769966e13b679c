//! The columns of a word's own terms, remembered from article to article.
//!
//! A word's stem and its runs of letters are the same wherever it stands, and most words of an article stood in one
//! before: looking a word up once is cheaper than looking up its twenty terms. What is remembered is what would be found
//! again, so answers do not depend on it.

/// Words remembered at most; one that falls to the place of another takes it.
const WORDS: usize = 1 << 17;
/// Columns remembered at most; then everything is forgotten.
const COLUMNS: usize = 1 << 20;

/// The columns of words over one vocabulary.
#[derive(Debug)]
pub(crate) struct Remembered {
    slots: Vec<Slot>,
    columns: Vec<u32>,
}

/// A word by its hash, and its stretch of the columns; where nothing is remembered the stretch ends at 0.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    word: u64,
    stretch: Stretch,
}

/// Where the columns of a word lie; holds until [`Remembered::make_room`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stretch {
    from: u32,
    to: u32,
}

impl Default for Remembered {
    fn default() -> Self {
        Remembered {
            slots: vec![Slot::default(); WORDS],
            // No stretch ends at 0.
            columns: vec![0],
        }
    }
}

impl Remembered {
    /// Forgets everything where it has become too much: random words must not fill the memory.
    pub(crate) fn make_room(&mut self) {
        if self.columns.len() > COLUMNS {
            self.slots.fill(Slot::default());
            self.columns.truncate(1);
        }
    }

    /// Where the columns of the word with this hash lie; where it is not remembered, `find` appends them.
    pub(crate) fn find(&mut self, word: u64, find: impl FnOnce(&mut Vec<u32>)) -> Stretch {
        let slot = &mut self.slots[word as usize % WORDS];
        if slot.word != word || slot.stretch.to == 0 {
            let from = self.columns.len() as u32;
            find(&mut self.columns);
            let to = self.columns.len() as u32;
            *slot = Slot {
                word,
                stretch: Stretch { from, to },
            };
        }
        slot.stretch
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
    fn a_word_may_take_the_place_of_another() {
        let mut remembered = Remembered::default();
        let other = 7 + WORDS as u64;
        assert_eq!(columns(&mut remembered, 7, &[1]), [1]);
        assert_eq!(columns(&mut remembered, other, &[2]), [2]);
        assert_eq!(columns(&mut remembered, 7, &[3]), [3]);
    }

    #[test]
    fn too_many_columns_are_forgotten() {
        let mut remembered = Remembered::default();
        for word in 0..3 {
            remembered.make_room();
            let many = vec![word as u32; COLUMNS];
            assert_eq!(columns(&mut remembered, word, &many), many);
        }
        assert!(remembered.columns.len() <= COLUMNS + 1);
    }
}
