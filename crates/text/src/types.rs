//! The types behind the tokens: each distinct folded form of an article once, with its stem.
//!
//! An article of 400 words has about 200 types. Everything that asks for a word's form – features, topics, digests –
//! asks for the type of a token and pays for folding, stemming, hashing and the stop-word look-up once a type. Most
//! forms stand in the article as they are, and are not copied.

use crate::hash::hash_word;
use crate::span::Span;
use crate::stem::Stemmer;
pub use crate::stem::TypeId;
use crate::stem::{Met, ShortWord, Stem, Word};
use crate::tokens::Folding;
use crate::tokens::Token;

/// The distinct folded forms of an article, in order of first appearance.
#[derive(Clone, Debug, Default)]
pub struct Types<'a> {
    title: &'a str,
    text: &'a str,
    /// The forms that stand neither in the title nor in the text, and the stems that no form begins with.
    letters: String,
    entries: Vec<WordType>,
    hashes: Vec<u64>,
    /// Where those stems are among the letters.
    respelt: Vec<Span>,
}

/// What a form is a stretch of.
#[derive(Clone, Copy, Debug)]
enum Source {
    Title,
    Text,
    Letters,
}

#[derive(Clone, Copy, Debug)]
struct WordType {
    form: Span,
    source: Source,
    word: Word,
}

impl<'a> Types<'a> {
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
    #[inline]
    pub fn form(&self, id: TypeId) -> &str {
        let entry = &self.entries[id as usize];
        let source = match entry.source {
            Source::Title => self.title,
            Source::Text => self.text,
            Source::Letters => &self.letters,
        };
        entry.form.of(source)
    }

    /// The hash of each folded form, in order, see [`hash_word`]: several caches know a word by it.
    #[inline]
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// The length of the folded form, in bytes.
    ///
    /// # Panics
    /// Where `id` is not of these types.
    #[inline]
    pub fn form_len(&self, id: TypeId) -> usize {
        self.entries[id as usize].form.len()
    }

    /// The stem that bokmål and nynorsk share, see [`crate::stem`].
    ///
    /// # Panics
    /// Where `id` is not of these types.
    #[inline]
    pub fn stem(&self, id: TypeId) -> &str {
        match self.entries[id as usize].word.stem() {
            Stem::Beginning(bytes) => {
                let form = self.form(id);
                &form[..form.len().min(bytes)]
            }
            Stem::Respelt(place) => self.respelt[place].of(&self.letters),
        }
    }

    /// Whether the form is a stop word, see [`crate::is_stop_word`].
    ///
    /// # Panics
    /// Where `id` is not of these types.
    #[inline]
    pub fn is_stop_word(&self, id: TypeId) -> bool {
        self.entries[id as usize].word.is_stop_word()
    }

    /// Every type, in order.
    pub fn ids(&self) -> std::ops::Range<TypeId> {
        0..self.entries.len() as TypeId
    }

    /// The types of the `title` and the `text` of an article, each with its tokens, and the type of each token.
    ///
    /// ```
    /// use notis_text::{Stemmer, Types, tokens};
    /// let (text, mut found) = ("Storm og storm", Vec::new());
    /// tokens(text, &mut found);
    /// let (types, [_, ids]) = Types::of(("", &[]), (text, &found), &mut Stemmer::default());
    /// assert_eq!(ids, [0, 1, 0]);
    /// assert_eq!(types.form(0), "storm");
    /// ```
    pub fn of(
        title: (&'a str, &[Token]),
        text: (&'a str, &[Token]),
        stemmer: &mut Stemmer,
    ) -> (Types<'a>, [Vec<TypeId>; 2]) {
        let tokens = title.1.len() + text.1.len();
        stemmer.open_article(tokens);
        let mut collector = Collector {
            types: Types::with_room(title.0, text.0, tokens),
            stemmer,
            folded: String::new(),
        };
        let ids = [(Source::Title, title), (Source::Text, text)]
            .map(|(source, (part, tokens))| collector.ids(source, part, tokens));
        (collector.finish(), ids)
    }

    /// Room for the types of so many tokens: of a few nearly each is a new one, of many ever fewer.
    fn with_room(title: &'a str, text: &'a str, tokens: usize) -> Self {
        const MOST: usize = 1024;
        let types = tokens.min(MOST);
        Types {
            title,
            text,
            letters: String::with_capacity(types * 2),
            entries: Vec::with_capacity(types),
            hashes: Vec::new(),
            respelt: Vec::new(),
        }
    }

    /// Where the letters are that `write` appends.
    fn keep(&mut self, write: impl FnOnce(&mut String)) -> Span {
        let start = self.letters.len();
        write(&mut self.letters);
        Span::new(start, self.letters.len())
    }

    /// Keeps the stem of a type whose stem is spelt in its own way.
    fn keep_respelt(&mut self, id: usize, stem: &str) {
        let span = self.keep(|letters| letters.push_str(stem));
        let word = &mut self.entries[id].word;
        *word = Word::with_respelt(self.respelt.len(), word.is_stop_word());
        self.respelt.push(span);
    }
}

/// Gathers the types of an article.
struct Collector<'a, 's> {
    types: Types<'a>,
    stemmer: &'s mut Stemmer,
    folded: String,
}

impl<'a> Collector<'a, '_> {
    /// The types of `tokens`, found in the part `text` of the article.
    fn ids(&mut self, source: Source, text: &str, tokens: &[Token]) -> Vec<TypeId> {
        let mut ids = vec![0; tokens.len()];
        for (id, token) in ids.iter_mut().zip(tokens) {
            *id = self.id(token, source, text);
        }
        ids
    }

    /// The type of a token of `text`.
    #[inline]
    fn id(&mut self, token: &Token, source: Source, text: &str) -> TypeId {
        let next = self.types.len() as TypeId;
        let word = ShortWord::of(token, text);
        let met = word.and_then(|word| self.stemmer.meet(word, next));
        let Some(met) = met else {
            return self.id_of_folded(token, text, next);
        };
        if token.folding == Folding::Same {
            self.push(&met, token.span, source);
        } else if met.id == next {
            let form = self.types.keep(|letters| token.fold(text, letters));
            self.push(&met, form, Source::Letters);
        }
        met.id
    }

    /// Adds what was met, if it is a new type: by taking it back if it is none, as that cannot be foreseen.
    #[inline]
    fn push(&mut self, met: &Met, form: Span, source: Source) {
        let next = self.types.entries.len();
        self.types.entries.push(WordType {
            form,
            source,
            word: met.word,
        });
        let is_new = met.id as usize == next;
        self.types.entries.truncate(next + usize::from(is_new));
    }

    /// The type of a token that is long, or that was never met.
    #[cold]
    fn id_of_folded(&mut self, token: &Token, text: &str, next: TypeId) -> TypeId {
        let folded = token.folded(text, &mut self.folded);
        let met = self.stemmer.meet_folded(folded, next);
        if met.id == next {
            let form = self.types.keep(|letters| letters.push_str(folded));
            self.push(&met, form, Source::Letters);
        }
        met.id
    }

    /// The types, with their hashes and the stems that stand in the stemmer's cache.
    fn finish(mut self) -> Types<'a> {
        for id in 0..self.types.entries.len() {
            if let Stem::Respelt(place) = self.types.entries[id].word.stem() {
                self.types.keep_respelt(id, self.stemmer.respelt(place));
            }
        }
        let hash = |id| hash_word(self.types.form(id));
        self.types.hashes = self.types.ids().map(hash).collect();
        self.types
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn types(text: &str) -> (Types<'_>, Vec<TypeId>) {
        let mut found = Vec::new();
        tokens(text, &mut found);
        let (types, [_, ids]) = Types::of(("", &[]), (text, &found), &mut Stemmer::default());
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
