//! Words met so far, each with what was found out about it.
//!
//! Most words of an article stood in earlier ones, and what is looked up for a word – its columns, how rare it is – is
//! the same wherever it stands. A word is known by its hash and may stand in any of the places of its *set*, which is one
//! cache line, as in the set-associative caches of processors (Smith 1982): looking a word up waits for memory once, and
//! two words hardly ever fight for a place. The table starts small and grows with what is read, up to a limit; from then
//! on a new word takes the place of the one that has stood longest in its set, so that random words cannot fill the
//! memory. What is remembered is what would be found again: no answer depends on it.

use std::hint::black_box;

/// Places of a set.
const WAYS: usize = 4;
/// Sets of a new table.
const FEWEST: usize = 1 << 6;
/// Sets at most: a hundred thousand words, as many as news articles bring in some thousands.
const MOST: usize = 1 << 15;

/// A table of words with what is known of each.
///
/// ```
/// use notis_features::{WordMemory, hash_word};
///
/// let mut letters = WordMemory::default();
/// letters.add(hash_word("elv"), 3);
/// assert_eq!(letters.get(hash_word("elv")), Some(3));
/// assert_eq!(letters.get(hash_word("foss")), None);
/// ```
#[derive(Debug)]
pub struct WordMemory<T> {
    /// As many as a power of two.
    sets: Vec<Set<T>>,
    words: usize,
}

/// A cache line where `T` has eight bytes. The word that has stood longest comes first, free places come last.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Set<T>([Place<T>; WAYS]);

/// A word by its hash, 0 where the place is free.
#[derive(Clone, Copy, Debug, Default)]
struct Place<T> {
    word: u64,
    known: T,
}

impl<T: Copy + Default> Default for WordMemory<T> {
    fn default() -> Self {
        WordMemory {
            sets: vec![Set::default(); FEWEST],
            words: 0,
        }
    }
}

impl<T: Copy + Default> WordMemory<T> {
    /// What is known of the word with this hash.
    #[inline]
    pub fn get(&self, word: u64) -> Option<T> {
        let (word, set) = (mark(word), &self.set(word).0);
        // Without a branch for each place: which it is cannot be foretold.
        let way = (0..WAYS).fold(WAYS, |found, way| if set[way].word == word { way } else { found });
        set.get(way).map(|place| place.known)
    }

    /// Remembers a word that is not remembered. With a word a set on average, five hardly ever meet in one.
    pub fn add(&mut self, word: u64, known: T) {
        if self.words >= self.sets.len() && self.sets.len() < MOST {
            self.grow();
        }
        let at = self.at(word);
        let place = Place {
            word: mark(word),
            known,
        };
        self.words += usize::from(self.sets[at].put(place));
    }

    /// What is known of the word with this hash, found out by `find` where nothing is.
    #[inline]
    pub fn get_or_add(&mut self, word: u64, find: impl FnOnce() -> T) -> T {
        self.get(word).unwrap_or_else(|| {
            let known = find();
            self.add(word, known);
            known
        })
    }

    /// What is known of each word with these hashes, found out by `find`, from its place among them, where nothing is.
    pub fn get_or_add_all(&mut self, words: &[u64], mut find: impl FnMut(usize) -> T) -> Vec<T> {
        self.fetch(words.iter().copied());
        let places = words.iter().enumerate();
        places
            .map(|(place, &word)| self.get_or_add(word, || find(place)))
            .collect()
    }

    /// Reads where words with these hashes would stand, one after the other without waiting, so that they are at hand when
    /// they are asked for.
    #[inline]
    pub(crate) fn fetch(&self, words: impl Iterator<Item = u64>) {
        black_box(words.fold(0, |all, word| all ^ self.set(word).0[0].word));
    }

    fn set(&self, word: u64) -> &Set<T> {
        &self.sets[self.at(word)]
    }

    fn at(&self, word: u64) -> usize {
        word as usize & (self.sets.len() - 1)
    }

    #[cold]
    fn grow(&mut self) {
        let sets = vec![Set::default(); self.sets.len() * 2];
        let old = std::mem::replace(&mut self.sets, sets);
        let places = old.into_iter().flat_map(|set| set.0);
        for place in places.filter(|place| place.word != 0) {
            let at = self.at(place.word);
            self.sets[at].put(place);
        }
    }
}

impl<T: Copy> Set<T> {
    /// Puts a word in the first free place, or behind the others where there is none, the first of which goes; tells
    /// whether there was one.
    fn put(&mut self, place: Place<T>) -> bool {
        let free = self.0.iter().position(|place| place.word == 0);
        if free.is_none() {
            self.0.rotate_left(1);
        }
        self.0[free.unwrap_or(WAYS - 1)] = place;
        free.is_some()
    }
}

/// A hash that is none of a free place.
fn mark(word: u64) -> u64 {
    word.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_grows_forgets_nothing() {
        let mut memory = WordMemory::default();
        let hash = |n: u64| crate::hash::mix(0, n);
        for n in 0..20_000 {
            assert_eq!(memory.get_or_add(hash(n), || n), n);
        }
        let kept = (0..20_000).filter(|&n| memory.get(hash(n)) == Some(n)).count();
        assert!(
            kept > 19_500,
            "{kept}: only words that five of a set fight for are lost"
        );
        assert_eq!(memory.get(hash(20_000)), None);
    }

    #[test]
    fn the_oldest_word_of_a_full_set_goes() {
        let mut memory = WordMemory::default();
        let word = |n: u64| n * (MOST as u64);
        for n in 0..5 {
            memory.add(word(n), n);
        }
        let known: Vec<Option<u64>> = (0..5).map(|n| memory.get(word(n))).collect();
        assert_eq!(known, [None, Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn a_word_whose_hash_is_zero_is_a_word() {
        let mut memory = WordMemory::default();
        assert_eq!(memory.get(0), None);
        memory.add(0, 7);
        assert_eq!(memory.get(0), Some(7));
    }

    #[test]
    fn random_words_do_not_fill_the_memory() {
        let mut memory = WordMemory::default();
        (0..4 * (MOST * WAYS) as u64).for_each(|n| memory.add(crate::hash::mix(0, n), n));
        assert_eq!(memory.sets.len(), MOST);
        assert!(memory.words <= MOST * WAYS);
    }

    #[test]
    fn a_set_is_a_cache_line() {
        assert_eq!(size_of::<Set<u64>>(), 64);
    }
}
