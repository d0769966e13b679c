//! Stems that bokmål and nynorsk share.
//!
//! A stem is found in three steps: the variant map gives whole words that no rule unites («ikkje»/«ikke») one form; the
//! endings of both written forms are taken off; and what is left is spelt one way («-leg»/«-lig», «kv-»/«hv-»,
//! «skul»/«skol»). A model trained on one form then meets the same stems in the other.

mod endings;
mod spelling;
mod variants;

use crate::is_stop_word;
use rustc_hash::FxHashMap;

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
    if folded.len() > LONGEST || !folded.ends_with(char::is_alphabetic) {
        return folded.to_owned();
    }
    let (first, last) = folded.split_at(folded.rfind('-').map_or(0, |hyphen| hyphen + 1));
    let mut stem = match variants {
        Variants::United => united(last),
        Variants::Apart => endings::strip(last).to_owned(),
    };
    stem.insert_str(0, first);
    stem
}

fn united(word: &str) -> String {
    let word = variants::word(word).unwrap_or(word);
    let mut base = endings::strip(word).to_owned();
    variants::unite_roots(&mut base);
    spelling::unite(&mut base);
    spelling::single_last_consonant(&mut base);
    base
}

/// [`stem`] with a memory, so that each word type is stemmed once.
#[derive(Default, Debug)]
pub struct Stemmer {
    variants: Variants,
    words: FxHashMap<Box<str>, Word>,
    /// The stems that are not the beginning of their word.
    respelt: Vec<Box<str>>,
}

/// What is remembered of a word type; small, since a look-up costs the memory it touches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    stem: Stem,
    pub(crate) is_stop_word: bool,
}

#[derive(Clone, Copy, Debug)]
enum Stem {
    /// The first so many bytes of the word.
    Beginning(u32),
    /// The place of the stem among the respelt ones.
    Respelt(u32),
}

impl Stemmer {
    /// The most types remembered: a Norwegian news archive has fewer, and random input must not fill the memory.
    const MOST: usize = 1 << 18;

    /// A stemmer that unites the written forms, or does not.
    pub fn new(variants: Variants) -> Self {
        Stemmer {
            variants,
            ..Stemmer::default()
        }
    }

    /// The stem of a folded word.
    pub fn stem<'s>(&'s mut self, folded: &'s str) -> &'s str {
        let word = self.word(folded);
        self.letters(word, folded)
    }

    /// All that is remembered of a folded word, found out at its first meeting.
    pub(crate) fn word(&mut self, folded: &str) -> Word {
        match self.words.get(folded) {
            Some(&word) => word,
            None => self.remember(folded),
        }
    }

    /// The stem of `folded`, which `word` was remembered for.
    pub(crate) fn letters<'s>(&'s self, word: Word, folded: &'s str) -> &'s str {
        match word.stem {
            Stem::Beginning(bytes) => &folded[..bytes as usize],
            Stem::Respelt(place) => &self.respelt[place as usize],
        }
    }

    #[cold]
    fn remember(&mut self, folded: &str) -> Word {
        if self.words.len() == Self::MOST {
            self.words.clear();
            self.respelt.clear();
        }
        let found = stem_with(folded, self.variants);
        let stem = if folded.starts_with(&found) {
            Stem::Beginning(found.len() as u32)
        } else {
            self.respelt.push(found.into());
            Stem::Respelt(self.respelt.len() as u32 - 1)
        };
        let word = Word {
            stem,
            is_stop_word: is_stop_word(folded),
        };
        self.words.insert(folded.into(), word);
        word
    }
}

#[cfg(test)]
mod tests;
