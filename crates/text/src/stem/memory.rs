//! The words met so far, kept so that meeting one again costs one look at memory.
//!
//! Short words stand in a table of their own (open addressing, linear steps, at most half full), with what is known of
//! them in the same half cache line; the few longer ones are in a map. Beside a word stands the type it was last met as,
//! counted over all articles, so that no article needs a table.

use super::short::ShortWord;
use crate::TypeId;
use rustc_hash::FxHashMap;

/// What is remembered of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(super) stem: Stem,
    pub(crate) is_stop_word: bool,
}

/// How an article meets a word.
pub(crate) enum Meeting {
    /// It has it as a type already.
    Again(TypeId),
    /// It has it as a type from now on.
    First(Word),
}

/// Where a stem is: its length, if it is the beginning of its word, or its place among the respelt ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem(u32);

impl Stem {
    const RESPELT: u32 = 1 << 31;

    pub(super) fn beginning(bytes: usize) -> Self {
        Stem(bytes.min(Self::RESPELT as usize - 1) as u32)
    }

    pub(super) fn respelt(place: usize) -> Self {
        Stem(Self::RESPELT | place as u32)
    }

    pub(super) fn spelling(self, respelt: &[Box<str>]) -> Spelling<'_> {
        match (self.0 & Self::RESPELT, (self.0 & !Self::RESPELT) as usize) {
            (0, bytes) => Spelling::Beginning(bytes),
            (_, place) => Spelling::Respelt(&respelt[place]),
        }
    }
}

/// How a stem is spelt.
pub(crate) enum Spelling<'s> {
    /// As the first so many bytes of its word; all of it where it has no more.
    Beginning(usize),
    /// In its own way.
    Respelt(&'s str),
}

#[derive(Clone, Copy, Debug)]
struct Known {
    word: Word,
    /// The type it was last met as, counted over all articles; 0 before it was met.
    last: u32,
}

impl Known {
    #[inline]
    fn meet(&mut self, first: u32, id: TypeId) -> Meeting {
        if self.last >= first {
            return Meeting::Again(self.last - first);
        }
        self.last = first.saturating_add(id);
        Meeting::First(self.word)
    }
}

/// A place of the table: half a cache line.
type Entry = Option<(ShortWord, Known)>;

/// A table of short words and a map of long ones.
#[derive(Debug)]
pub(super) struct Memory {
    table: Vec<Entry>,
    short: usize,
    long: FxHashMap<Box<str>, Known>,
}

impl Default for Memory {
    fn default() -> Self {
        const PLACES: usize = 1 << 10;
        Memory {
            table: vec![None; PLACES],
            short: 0,
            long: FxHashMap::default(),
        }
    }
}

impl Memory {
    /// How many words are remembered.
    pub(super) fn len(&self) -> usize {
        self.short + self.long.len()
    }

    /// What is remembered of a folded word.
    pub(super) fn get(&self, folded: &str) -> Option<Word> {
        let known = match ShortWord::new(folded) {
            Some(word) => {
                let place = self.place(word, word.hash());
                self.table[place].as_ref().map(|(_, known)| known)
            }
            None => self.long.get(folded),
        };
        known.map(|known| known.word)
    }

    /// Meets a short word, of which the hash is known, in an article whose first type has the number `first` among those of all articles (1 or more),
    /// to be its type `id` if it has it not yet; `None` if it is not remembered.
    #[inline]
    pub(super) fn meet(&mut self, word: ShortWord, hash: u64, first: u32, id: TypeId) -> Option<Meeting> {
        let place = self.place(word, hash);
        let (_, known) = self.table[place].as_mut()?;
        Some(known.meet(first, id))
    }

    /// [`Memory::meet`] of any folded word.
    pub(super) fn meet_folded(&mut self, folded: &str, first: u32, id: TypeId) -> Option<Meeting> {
        match ShortWord::new(folded) {
            Some(word) => self.meet(word, word.hash(), first, id),
            None => Some(self.long.get_mut(folded)?.meet(first, id)),
        }
    }

    /// Remembers a folded word that was not remembered.
    pub(super) fn add(&mut self, folded: &str, word: Word) {
        let known = Known { word, last: 0 };
        let Some(letters) = ShortWord::new(folded) else {
            self.long.insert(folded.into(), known);
            return;
        };
        self.short += 1;
        if self.short * 2 > self.table.len() {
            self.grow();
        }
        let place = self.place(letters, letters.hash());
        self.table[place] = Some((letters, known));
    }

    /// Reads where the words of these hashes would stand, one after the other without waiting, so that they are at hand
    /// when they are asked for.
    #[inline]
    pub(super) fn fetch(&self, hashes: &[u64]) {
        let places = hashes.iter().map(|&hash| self.first_place(hash));
        std::hint::black_box(places.fold(true, |all, place| all & self.table[place].is_some()));
    }

    #[inline]
    fn first_place(&self, hash: u64) -> usize {
        hash as usize & (self.table.len() - 1)
    }

    /// Where `word` stands, or the free place where it would.
    #[inline]
    fn place(&self, word: ShortWord, hash: u64) -> usize {
        let mut place = self.first_place(hash);
        while self.table[place]
            .as_ref()
            .is_some_and(|(other, _)| *other != word)
        {
            place = (place + 1) & (self.table.len() - 1);
        }
        place
    }

    #[cold]
    fn grow(&mut self) {
        let places = self.table.len() * 4;
        let old = std::mem::replace(&mut self.table, vec![None; places]);
        for (letters, known) in old.into_iter().flatten() {
            let place = self.place(letters, letters.hash());
            self.table[place] = Some((letters, known));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(bytes: usize) -> Word {
        Word {
            stem: Stem::beginning(bytes),
            is_stop_word: false,
        }
    }

    #[test]
    fn short_and_long_words_are_met_first_and_again() {
        let mut memory = Memory::default();
        for folded in ["elv", "fylkestrafikksikkerhetsutvalg"] {
            assert!(memory.meet_folded(folded, 1, 7).is_none());
            memory.add(folded, word(3));
            let met = |memory: &mut Memory, first, id| memory.meet_folded(folded, first, id);
            assert!(matches!(met(&mut memory, 1, 7), Some(Meeting::First(_))));
            assert!(matches!(met(&mut memory, 1, 8), Some(Meeting::Again(7))));
            assert!(matches!(met(&mut memory, 9, 0), Some(Meeting::First(_))));
            assert!(matches!(met(&mut memory, 9, 1), Some(Meeting::Again(0))));
        }
    }

    #[test]
    fn a_table_that_grows_forgets_nothing() {
        let mut memory = Memory::default();
        let words: Vec<String> = (0..5000).map(|n| format!("ord{n}x")).collect();
        for folded in &words {
            memory.add(folded, word(folded.len()));
        }
        assert_eq!(memory.len(), words.len());
        for folded in &words {
            let found = memory.get(folded).map(|word| word.stem.spelling(&[]));
            assert!(matches!(found, Some(Spelling::Beginning(bytes)) if bytes == folded.len()));
        }
        assert!(memory.get("ord5000x").is_none());
    }

    #[test]
    fn a_place_is_half_a_cache_line() {
        assert_eq!(size_of::<Entry>(), 32);
    }
}
