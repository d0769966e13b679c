//! Stems that bokmål and nynorsk share.
//!
//! A stem is found in three steps: the variant map gives whole words that no rule unites («ikkje»/«ikke») one form; the
//! endings of both written forms are taken off; and what is left is spelt one way («-leg»/«-lig», «kv-»/«hv-»,
//! «skul»/«skol»). A model trained on one form then meets the same stems in the other.

mod cache;
mod endings;
mod short;
mod spelling;
mod variants;

use crate::stopwords::is_stop_word;
use cache::StemCache;
pub use cache::TypeId;
pub(crate) use cache::{Met, Stem, Word};
pub(crate) use short::ShortWord;

/// Words beyond this many bytes are their own stem: no Norwegian word is so long.
const LONGEST: usize = 64;

/// Whether stems unite the two written forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variants {
    /// «skule» and «skole» have one stem.
    #[default]
    United,
    /// Endings come off, and spelling stays as it is: what the variant map is measured against.
    Apart,
}

/// The stem of a folded (lower-cased, NFC) word, the same for its bokmål and its nynorsk form where the two are told
/// to be one word. It is a key, not a word: «norges» has the stem «norg».
///
/// ```
/// use notis_text::stem;
/// for (bokmal, nynorsk) in [("ikke", "ikkje"), ("skolene", "skulane"), ("muligheter", "moglegheiter"), ("uka", "veka")] {
///     assert_eq!(stem(bokmal), stem(nynorsk));
/// }
/// ```
pub fn stem(folded: &str) -> String {
    stem_with(folded, Variants::United)
}

/// [`stem`], with the variants united or apart.
pub fn stem_with(folded: &str, variants: Variants) -> String {
    let mut stem = String::new();
    write_stem(folded, variants, &mut stem);
    stem
}

/// Makes `stem` the stem of `folded`.
fn write_stem(folded: &str, variants: Variants, stem: &mut String) {
    stem.clear();
    if folded.len() > LONGEST || !folded.ends_with(char::is_alphabetic) {
        stem.push_str(folded);
        return;
    }
    let (first, last) = folded.split_at(folded.rfind('-').map_or(0, |hyphen| hyphen + 1));
    match variants {
        Variants::United => unite(last, stem),
        Variants::Apart => stem.push_str(endings::strip(last)),
    }
    stem.insert_str(0, first);
}

/// Writes the stem of a word without hyphens into the empty `base`.
fn unite(word: &str, base: &mut String) {
    let word = variants::word(word).unwrap_or(word);
    base.push_str(endings::strip(word));
    variants::unite_roots(base);
    spelling::unite(base);
    spelling::single_last_consonant(base);
}

/// [`stem`] with a cache, so that each word type is stemmed once.
#[derive(Default, Debug)]
pub struct Stemmer {
    variants: Variants,
    cache: StemCache,
    /// The stems that are not the beginning of their word.
    respelt: Vec<Box<str>>,
    /// The stem last made.
    scratch: String,
    /// The number, among the types of all articles, of the first of the article in hand, and of the next one.
    first_types: [u32; 2],
}

impl Stemmer {
    /// The most words kept from one article to the next: a Norwegian news archive meets few others twice, and
    /// random input must not fill it.
    const MOST: usize = 1 << 17;

    /// A stemmer that unites the written forms, or does not.
    pub fn new(variants: Variants) -> Self {
        Stemmer {
            variants,
            ..Stemmer::default()
        }
    }

    /// The stem of a folded word.
    pub fn stem<'s>(&'s mut self, folded: &'s str) -> &'s str {
        self.clear_if_full();
        let word = self.cache.get(folded).unwrap_or_else(|| self.add(folded));
        match word.stem() {
            Stem::Beginning(bytes) => folded.get(..bytes).unwrap_or(folded),
            Stem::Respelt(place) => self.respelt(place),
        }
    }

    /// Turns to the next article, of so many tokens: no word has been seen in it.
    pub(crate) fn open_article(&mut self, tokens: usize) {
        self.clear_if_full();
        let types = u32::try_from(tokens).unwrap_or(u32::MAX);
        let first = self.first_types[1].max(1);
        self.first_types = match first.checked_add(types) {
            Some(next) => [first, next],
            None => {
                self.clear();
                [1, types.saturating_add(1)]
            }
        };
    }

    /// Meets a word in the article in hand, to be its type `id` if it has it not yet; `None` if it is unknown as yet.
    #[inline]
    pub(crate) fn meet(&mut self, word: ShortWord, id: TypeId) -> Option<Met> {
        self.cache.meet(word, self.first_types[0], id)
    }

    /// [`Stemmer::meet`] of a folded word, known or not.
    pub(crate) fn meet_folded(&mut self, folded: &str, id: TypeId) -> Met {
        if let Some(met) = self.cache.meet_folded(folded, self.first_types[0], id) {
            return met;
        }
        let word = self.add(folded);
        self.cache
            .meet_folded(folded, self.first_types[0], id)
            .unwrap_or(Met { id, word })
    }

    /// The stem at this place among the respelt ones.
    pub(crate) fn respelt(&self, place: usize) -> &str {
        &self.respelt[place]
    }

    #[cold]
    fn add(&mut self, folded: &str) -> Word {
        write_stem(folded, self.variants, &mut self.scratch);
        let is_stop_word = is_stop_word(folded);
        let word = if folded.starts_with(&self.scratch) {
            Word::with_beginning(self.scratch.len(), is_stop_word)
        } else {
            self.respelt.push(self.scratch.as_str().into());
            Word::with_respelt(self.respelt.len() - 1, is_stop_word)
        };
        self.cache.add(folded, word);
        word
    }

    fn clear_if_full(&mut self) {
        if self.cache.len() > Self::MOST {
            self.clear();
        }
    }

    fn clear(&mut self) {
        self.cache = StemCache::default();
        self.respelt.clear();
    }
}

#[cfg(test)]
mod tests;
