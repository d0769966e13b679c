//! The types behind the tokens: each distinct folded form of an article once, with its stem.
//!
//! An article of 400 words has about 200 types. Everything that asks for a word's form – features, topics, digests –
//! asks for the type of a token and pays for folding, stemming and the stop-word look-up once a type.

use crate::stem::{Meeting, ShortWord, Spelling, Word};
use crate::{Span, Stemmer, Token};

/// The number of a type in its [`Types`], counted from 0 in order of first appearance.
pub type TypeId = u32;

/// The distinct folded forms of an article, in order of first appearance.
#[derive(Clone, Debug, Default)]
pub struct Types {
    letters: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
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

    /// Every type, in order.
    pub fn ids(&self) -> std::ops::Range<TypeId> {
        0..self.entries.len() as TypeId
    }

    /// The types of the `parts` of one article, a text and its tokens each, and the type of each token.
    ///
    /// ```
    /// use notis_text::{Stemmer, Types, tokens};
    /// let (text, mut found) = ("Storm og storm", Vec::new());
    /// tokens(text, &mut found);
    /// let (types, [ids]) = Types::of([(text, &found[..])], &mut Stemmer::default());
    /// assert_eq!(ids, [0, 1, 0]);
    /// assert_eq!(types.form(0), "storm");
    /// ```
    pub fn of<const N: usize>(
        parts: [(&str, &[Token]); N],
        stemmer: &mut Stemmer,
    ) -> (Types, [Vec<TypeId>; N]) {
        let tokens = parts.iter().map(|(_, tokens)| tokens.len()).sum();
        let mut collector = Collector {
            types: Types::with_room(tokens),
            stemmer,
            folded: String::new(),
        };
        collector.stemmer.open_article(tokens);
        let ids = parts.map(|(text, tokens)| collector.ids(text, tokens));
        (collector.types, ids)
    }

    /// Room for the types of so many tokens: of a few nearly each is a new one, of many ever fewer.
    fn with_room(tokens: usize) -> Self {
        const MOST: usize = 1024;
        let types = tokens.min(MOST);
        Types {
            letters: String::with_capacity(types * 8),
            entries: Vec::with_capacity(types),
        }
    }

    /// Adds the form that `store` appends to the letters.
    #[inline]
    fn push(&mut self, store: impl FnOnce(&mut String), word: Word, stemmer: &Stemmer) {
        let start = self.letters.len();
        store(&mut self.letters);
        let form = Span::new(start, self.letters.len());
        let stem = match stemmer.spelling(word) {
            Spelling::Beginning(bytes) => Span::new(form.start, form.end.min(form.start + bytes)),
            Spelling::Respelt(stem) => {
                self.letters.push_str(stem);
                Span::new(form.end, self.letters.len())
            }
        };
        self.entries.push(Entry {
            form,
            stem,
            is_stop_word: word.is_stop_word,
        });
    }
}

/// Gathers the types of an article.
struct Collector<'s> {
    types: Types,
    stemmer: &'s mut Stemmer,
    folded: String,
}

impl Collector<'_> {
    /// The types of `tokens`, found in `text`.
    fn ids(&mut self, text: &str, tokens: &[Token]) -> Vec<TypeId> {
        const BATCH: usize = 64;
        let mut ids = Vec::with_capacity(tokens.len());
        let (mut words, mut hashes) = ([None; BATCH], [0; BATCH]);
        for batch in tokens.chunks(BATCH) {
            for ((word, hash), token) in words.iter_mut().zip(&mut hashes).zip(batch) {
                *word = ShortWord::of(token, text);
                *hash = word.map_or(0, ShortWord::hash);
            }
            self.stemmer.fetch(&hashes[..batch.len()]);
            let met = words.iter().zip(&hashes).zip(batch);
            ids.extend(met.map(|((&word, &hash), token)| self.id(word, hash, token, text)));
        }
        ids
    }

    /// The type of a token of `text`, which is the short word `short` with its `hash` or must be folded to be known.
    #[inline]
    fn id(&mut self, short: Option<ShortWord>, hash: u64, token: &Token, text: &str) -> TypeId {
        let next = self.types.len() as TypeId;
        let met = short.and_then(|word| Some((word, self.stemmer.meet(word, hash, next)?)));
        let Some((short, meeting)) = met else {
            return self.id_of_folded(token, text, next);
        };
        match meeting {
            Meeting::Again(id) => id,
            Meeting::First(word) => {
                let store = |letters: &mut String| match token.plain {
                    true => letters.push_str(token.span.of(text)),
                    false => short.write(letters),
                };
                self.types.push(store, word, self.stemmer);
                next
            }
        }
    }

    #[cold]
    fn id_of_folded(&mut self, token: &Token, text: &str, next: TypeId) -> TypeId {
        let folded = token.folded(text, &mut self.folded);
        match self.stemmer.meet_folded(folded, next) {
            Meeting::Again(id) => id,
            Meeting::First(word) => {
                self.types
                    .push(|letters| letters.push_str(folded), word, self.stemmer);
                next
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    fn types(text: &str) -> (Types, Vec<TypeId>) {
        let mut found = Vec::new();
        tokens(text, &mut found);
        let (types, [ids]) = Types::of([(text, &found[..])], &mut Stemmer::default());
        (types, ids)
    }

    #[test]
    fn a_type_is_counted_once_whatever_its_case() {
        let (types, ids) = types("Storm i vest, storm i NORD, a\u{30A}r og år");
        assert_eq!(ids, [0, 1, 2, 0, 1, 3, 4, 5, 4]);
        assert_eq!(types.form(0), "storm");
        assert_eq!(types.form(4), "år");
        assert!(types.is_stop_word(1));
        assert_eq!(types.form(3), "nord");
    }

    #[test]
    fn many_types_stay_apart() {
        let text: String = (0..5000).map(|n| format!("ord{n}x ")).collect();
        let (types, ids) = types(&text);
        assert_eq!(types.len(), 5000);
        assert_eq!(ids.last(), Some(&4999));
        assert_eq!(types.form(4242), "ord4242x");
    }
}
