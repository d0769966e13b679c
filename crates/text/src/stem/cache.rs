//! The words met so far, so that each is stemmed once.
//!
//! Short words are hashed and compared as numbers ([`ShortWord`]); the few longer ones are in a map of their own. Beside a
//! word stands the type it was last met as, counted over all articles, so that no article needs a table.

use super::short::ShortWord;
use rustc_hash::FxHashMap;

/// The number of a type in its [`Types`](crate::Types), counted from 0 in order of first appearance.
pub type TypeId = u32;

/// What is known of a word: its stem, and whether it is a stop word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word(u32);

impl Word {
    const RESPELT: u32 = 1 << 31;
    const STOP_WORD: u32 = 1 << 30;
    /// The bits of the stem's length, or of its place.
    const STEM: u32 = Self::STOP_WORD - 1;

    /// A word whose stem is its first so many bytes.
    pub(super) fn with_beginning(bytes: usize, is_stop_word: bool) -> Self {
        Self::new(bytes.min(Self::STEM as usize) as u32, is_stop_word)
    }

    /// A word whose stem has this place among the respelt ones.
    pub(crate) fn with_respelt(place: usize, is_stop_word: bool) -> Self {
        Self::new(Self::RESPELT | place as u32, is_stop_word)
    }

    fn new(stem: u32, is_stop_word: bool) -> Self {
        Word(stem | if is_stop_word { Self::STOP_WORD } else { 0 })
    }

    #[inline]
    pub(crate) fn is_stop_word(self) -> bool {
        self.0 & Self::STOP_WORD != 0
    }

    #[inline]
    pub(crate) fn stem(self) -> Stem {
        match (self.0 & Self::RESPELT, self.0 & Self::STEM) {
            (0, Self::STEM) => Stem::Beginning(usize::MAX),
            (0, bytes) => Stem::Beginning(bytes as usize),
            (_, place) => Stem::Respelt(place as usize),
        }
    }
}

/// How a stem is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stem {
    /// As the first so many bytes of its word; all of it where it has no more.
    Beginning(usize),
    /// In its own way: its place among the respelt ones.
    Respelt(usize),
}

/// A word that was met in an article.
pub(crate) struct Met {
    /// Its type: the one it was met as before, or the one that was offered.
    pub(crate) id: TypeId,
    /// What is known of it.
    pub(crate) word: Word,
}

/// A word in the cache.
#[derive(Clone, Copy, Debug)]
struct CachedWord {
    word: Word,
    /// The type it was last met as, counted over all articles; 0 before it was met.
    last: u32,
}

impl CachedWord {
    /// Meets the word in an article whose first type has the number `first` among those of all articles (1 or more), to
    /// be its type `id` if it has it not yet. There is no branch, as what is new to an article cannot be foreseen: a word
    /// last met before it has, counted from `first` and around the end, a larger number than any of its types.
    #[inline]
    fn meet(&mut self, first: u32, id: TypeId) -> Met {
        let id = self.last.wrapping_sub(first).min(id);
        self.last = first + id;
        Met { id, word: self.word }
    }
}

/// Words with their stems.
#[derive(Debug, Default)]
pub(super) struct StemCache {
    short: FxHashMap<ShortWord, CachedWord>,
    long: FxHashMap<Box<str>, CachedWord>,
}

impl StemCache {
    /// How many words it holds.
    pub(super) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// What is known of a folded word.
    pub(super) fn get(&mut self, folded: &str) -> Option<Word> {
        self.cached(folded).map(|cached| cached.word)
    }

    /// Meets a short word, see [`CachedWord::meet`]; `None` if it is not in the cache.
    #[inline]
    pub(super) fn meet(&mut self, word: ShortWord, first: u32, id: TypeId) -> Option<Met> {
        Some(self.short.get_mut(&word)?.meet(first, id))
    }

    /// [`StemCache::meet`] of any folded word.
    pub(super) fn meet_folded(&mut self, folded: &str, first: u32, id: TypeId) -> Option<Met> {
        Some(self.cached(folded)?.meet(first, id))
    }

    /// Adds a folded word that is not in the cache.
    pub(super) fn add(&mut self, folded: &str, word: Word) {
        let cached = CachedWord { word, last: 0 };
        match ShortWord::new(folded) {
            Some(short) => {
                self.short.insert(short, cached);
            }
            None => {
                self.long.insert(folded.into(), cached);
            }
        }
    }

    fn cached(&mut self, folded: &str) -> Option<&mut CachedWord> {
        match ShortWord::new(folded) {
            Some(word) => self.short.get_mut(&word),
            None => self.long.get_mut(folded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(bytes: usize) -> Word {
        Word::with_beginning(bytes, false)
    }

    #[test]
    fn short_and_long_words_are_met_first_and_again() {
        let mut cache = StemCache::default();
        for folded in ["elv", "fylkestrafikksikkerhetsutvalg"] {
            assert!(cache.meet_folded(folded, 1, 7).is_none());
            cache.add(folded, word(3));
            for (first, offered, id) in [(1, 7, 7), (1, 8, 7), (9, 0, 0), (9, 1, 0)] {
                let met = cache.meet_folded(folded, first, offered);
                assert_eq!(met.map(|met| met.id), Some(id));
            }
        }
    }

    #[test]
    fn a_cache_that_grows_loses_nothing() {
        let mut cache = StemCache::default();
        let words: Vec<String> = (0..5000).map(|n| format!("ord{n}x")).collect();
        for folded in &words {
            cache.add(folded, word(folded.len()));
        }
        assert_eq!(cache.len(), words.len());
        for folded in &words {
            assert_eq!(cache.get(folded), Some(word(folded.len())));
        }
        assert!(cache.get("ord5001x").is_none());
    }

    #[test]
    fn a_word_keeps_its_stem_and_whether_it_is_a_stop_word() {
        for is_stop_word in [true, false] {
            let beginning = Word::with_beginning(3, is_stop_word);
            let respelt = Word::with_respelt(7, is_stop_word);
            assert_eq!(beginning.stem(), Stem::Beginning(3));
            assert_eq!(respelt.stem(), Stem::Respelt(7));
            assert_eq!([beginning, respelt].map(Word::is_stop_word), [is_stop_word; 2]);
        }
        assert_eq!(
            Word::with_beginning(usize::MAX, true).stem(),
            Stem::Beginning(usize::MAX)
        );
    }
}
