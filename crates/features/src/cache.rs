//! Words met so far, each with what was found out about it.
//!
//! Most words of an article stood in earlier ones, and what is looked up for a word – its columns, how rare it is – is
//! the same wherever it stands. A word is known by its hash and may stand in any of the slots of its *set*, which is one
//! cache line, as in the set-associative caches of processors (Smith 1982): looking a word up waits for memory once, and
//! two words hardly ever fight for a slot. The table starts small and grows with what is read, up to a limit; from then
//! on a new word takes the place of the one that has stood longest in its set, so that random words cannot fill the
//! memory. What the cache gives is what would be found again: no answer depends on it.
//!
//! A plain `FxHashMap`, without [`WordCache::fetch`], takes 1.2 times the user time of classify and of digest (2,000
//! reviews, one thread, median of nine pairs, two cores, 2026-11-28): with thousands of articles its tables outgrow the
//! processor's nearest caches, and each word waits for memory by itself.

use std::hint::black_box;

/// Slots of a set.
const WAYS: usize = 4;
/// Sets of a new table.
const FEWEST: usize = 1 << 6;
/// Sets at most: a hundred thousand words, as many as news articles bring in some thousands.
const MOST: usize = 1 << 15;

/// A table of words with what is known of each.
///
/// ```
/// use notis_features::WordCache;
/// use notis_text::hash::hash_word;
///
/// let mut letters = WordCache::default();
/// letters.add(hash_word("elv"), 3);
/// assert_eq!(letters.get(hash_word("elv")), Some(3));
/// assert_eq!(letters.get(hash_word("foss")), None);
/// ```
#[derive(Debug)]
pub struct WordCache<T> {
    /// As many as a power of two.
    sets: Vec<Set<T>>,
    words: usize,
}

/// A cache line where `T` has eight bytes. The word that has stood longest comes first, free slots come last.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Set<T>([Slot<T>; WAYS]);

/// A word by its hash, 0 where the slot is free.
#[derive(Clone, Copy, Debug, Default)]
struct Slot<T> {
    word: u64,
    known: T,
}

impl<T: Copy + Default> Default for WordCache<T> {
    fn default() -> Self {
        WordCache {
            sets: vec![Set::default(); FEWEST],
            words: 0,
        }
    }
}

impl<T: Copy + Default> WordCache<T> {
    /// What is known of the word with this hash.
    #[inline]
    pub fn get(&self, word: u64) -> Option<T> {
        let (word, set) = (mark(word), &self.set(word).0);
        // Without a branch for each slot: which it is cannot be foretold.
        let way = (0..WAYS).fold(WAYS, |found, way| if set[way].word == word { way } else { found });
        set.get(way).map(|slot| slot.known)
    }

    /// Adds a word that is not in the cache. With a word a set on average, five hardly ever meet in one.
    pub fn add(&mut self, word: u64, known: T) {
        if self.words >= self.sets.len() && self.sets.len() < MOST {
            self.grow();
        }
        let at = self.at(word);
        let slot = Slot {
            word: mark(word),
            known,
        };
        self.words += usize::from(self.sets[at].put(slot));
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
        let slots = old.into_iter().flat_map(|set| set.0);
        for slot in slots.filter(|slot| slot.word != 0) {
            let at = self.at(slot.word);
            self.sets[at].put(slot);
        }
    }
}

impl<T: Copy> Set<T> {
    /// Puts a word in the first free slot, or behind the others where there is none, the first of which goes; tells
    /// whether there was one.
    fn put(&mut self, slot: Slot<T>) -> bool {
        let free = self.0.iter().position(|slot| slot.word == 0);
        if free.is_none() {
            self.0.rotate_left(1);
        }
        self.0[free.unwrap_or(WAYS - 1)] = slot;
        free.is_some()
    }
}

/// A hash that is none of a free slot.
fn mark(word: u64) -> u64 {
    word.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_grows_forgets_nothing() {
        let mut cache = WordCache::default();
        let hash = |n: u64| notis_text::hash::mix(0, n);
        for n in 0..20_000 {
            assert_eq!(cache.get_or_add(hash(n), || n), n);
        }
        let kept = (0..20_000).filter(|&n| cache.get(hash(n)) == Some(n)).count();
        assert!(
            kept > 19_500,
            "{kept}: only words that five of a set fight for are lost"
        );
        assert_eq!(cache.get(hash(20_000)), None);
    }

    #[test]
    fn the_oldest_word_of_a_full_set_goes() {
        let mut cache = WordCache::default();
        let word = |n: u64| n * (MOST as u64);
        for n in 0..5 {
            cache.add(word(n), n);
        }
        let known: Vec<Option<u64>> = (0..5).map(|n| cache.get(word(n))).collect();
        assert_eq!(known, [None, Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn a_word_whose_hash_is_zero_is_a_word() {
        let mut cache = WordCache::default();
        assert_eq!(cache.get(0), None);
        cache.add(0, 7);
        assert_eq!(cache.get(0), Some(7));
    }

    #[test]
    fn random_words_do_not_fill_the_memory() {
        let mut cache = WordCache::default();
        (0..4 * (MOST * WAYS) as u64).for_each(|n| cache.add(notis_text::hash::mix(0, n), n));
        assert_eq!(cache.sets.len(), MOST);
        assert!(cache.words <= MOST * WAYS);
    }

    #[test]
    fn a_set_is_a_cache_line() {
        assert_eq!(size_of::<Set<u64>>(), 64);
    }
}
