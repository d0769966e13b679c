//! The types behind the tokens: each distinct folded form of an article once, with its stem.
//!
//! An article of 400 words has about 200 types. Everything that asks for a word's form – features, topics, digests –
//! asks for the type of a token and pays for folding, stemming and the stop-word look-up once a type.

use crate::{Span, Stemmer, Token, fold};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The number of a type in its [`Types`], counted from 0 in order of first appearance.
pub type TypeId = u32;

/// The distinct folded forms of an article, in order of first appearance.
#[derive(Clone, Debug, Default)]
pub struct Types {
    letters: String,
    entries: Vec<Entry>,
    slots: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u32,
    form: Span,
    stem: Span,
    is_stop_word: bool,
}

impl Types {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The folded form: lower case, NFC.
    ///
    /// # Panics
    /// Where `id` is not of these types.
    pub fn form(&self, id: TypeId) -> &str {
        self.entries[id as usize].form.of(&self.letters)
    }

    /// The stem that bokmål and nynorsk share, see [`crate::stem`].
    ///
    /// # Panics
    /// Where `id` is not of these types.
    pub fn stem(&self, id: TypeId) -> &str {
        self.entries[id as usize].stem.of(&self.letters)
    }

    /// Whether the form is a stop word, see [`crate::is_stop_word`].
    ///
    /// # Panics
    /// Where `id` is not of these types.
    pub fn is_stop_word(&self, id: TypeId) -> bool {
        self.entries[id as usize].is_stop_word
    }

    /// The type with this folded form, if the article has it.
    pub fn find(&self, folded: &str) -> Option<TypeId> {
        if self.slots.is_empty() {
            return None;
        }
        self.probe(hash(folded), folded).ok()
    }

    /// Every type, in order.
    pub fn ids(&self) -> std::ops::Range<TypeId> {
        0..self.entries.len() as TypeId
    }

    /// Adds the types of `tokens`, found in `text`, and appends one id a token to `ids`.
    pub fn add(&mut self, text: &str, tokens: &[Token], ids: &mut Vec<TypeId>, stemmer: &mut Stemmer) {
        let mut scratch = String::new();
        ids.reserve(tokens.len());
        self.reserve(tokens.len());
        for token in tokens {
            let slice = token.span.of(text);
            let form = if token.plain {
                slice
            } else {
                scratch.clear();
                fold(slice, &mut scratch);
                &scratch
            };
            ids.push(self.intern(form, stemmer));
        }
    }

    /// Makes room for the types of so many tokens: of a few nearly each is a new one, of many ever fewer.
    fn reserve(&mut self, tokens: usize) {
        const MOST: usize = 2048;
        let types = tokens.min(MOST);
        self.entries.reserve(types);
        self.letters.reserve(types * 8);
        if self.slots.len() < types * 2 {
            self.resize((types * 2).next_power_of_two());
        }
    }

    fn intern(&mut self, form: &str, stemmer: &mut Stemmer) -> TypeId {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(form);
        match self.probe(hash, form) {
            Ok(id) => id,
            Err(slot) => {
                self.slots[slot] = self.entries.len() as u32 + 1;
                self.insert(hash, form, stemmer)
            }
        }
    }

    fn insert(&mut self, hash: u32, form: &str, stemmer: &mut Stemmer) -> TypeId {
        let id = self.entries.len() as TypeId;
        let form_span = self.store(form);
        let word = stemmer.word(form);
        let (stem, is_stop_word) = (stemmer.letters(word, form), word.is_stop_word);
        let stem_span = if form.starts_with(stem) {
            Span::new(form_span.start, form_span.start + stem.len())
        } else {
            self.store(stem)
        };
        self.entries.push(Entry {
            hash,
            form: form_span,
            stem: stem_span,
            is_stop_word,
        });
        id
    }

    fn store(&mut self, letters: &str) -> Span {
        let start = self.letters.len();
        self.letters.push_str(letters);
        Span::new(start, self.letters.len())
    }

    /// The id of `form`, or the free slot it would take. Open addressing with linear steps; at most half full.
    fn probe(&self, hash: u32, form: &str) -> Result<TypeId, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let Some(id) = self.slots[slot].checked_sub(1) else {
                return Err(slot);
            };
            if self.entries[id as usize].hash == hash && self.form(id) == form {
                return Ok(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.resize((self.slots.len() * 2).max(256));
    }

    /// Sets the number of slots, a power of two, and puts every type in its place again.
    fn resize(&mut self, len: usize) {
        self.slots.clear();
        self.slots.resize(len, 0);
        for (id, entry) in self.entries.iter().enumerate() {
            let mut slot = entry.hash as usize & (len - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (len - 1);
            }
            self.slots[slot] = id as u32 + 1;
        }
    }
}

fn hash(form: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(form.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    fn types(text: &str) -> (Types, Vec<TypeId>) {
        let (mut types, mut found, mut ids) = (Types::default(), Vec::new(), Vec::new());
        tokens(text, &mut found);
        types.add(text, &found, &mut ids, &mut Stemmer::default());
        (types, ids)
    }

    #[test]
    fn a_type_is_counted_once_whatever_its_case() {
        let (types, ids) = types("Storm i vest, storm i NORD, a\u{30A}r og år");
        assert_eq!(ids, [0, 1, 2, 0, 1, 3, 4, 5, 4]);
        assert_eq!(types.form(0), "storm");
        assert_eq!(types.form(4), "år");
        assert!(types.is_stop_word(1));
        assert_eq!(types.find("nord"), Some(3));
        assert_eq!(types.find("sør"), None);
    }

    #[test]
    fn many_types_stay_apart() {
        let text: String = (0..5000).map(|n| format!("ord{n}x ")).collect();
        let (types, ids) = types(&text);
        assert_eq!(types.len(), 5000);
        assert_eq!(ids.last(), Some(&4999));
        assert_eq!(types.find("ord4242x"), Some(4242));
    }
}
