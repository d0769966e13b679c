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
    places: FxHashMap<Box<str>, usize>,
    words: Vec<Word>,
}

/// What is remembered of a word type.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) stem: Box<str>,
    pub(crate) is_stop_word: bool,
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
    pub fn stem(&mut self, folded: &str) -> &str {
        &self.word(folded).stem
    }

    /// All that is remembered of a folded word, found out at its first meeting.
    pub(crate) fn word(&mut self, folded: &str) -> &Word {
        let place = match self.places.get(folded) {
            Some(&place) => place,
            None => self.remember(folded),
        };
        &self.words[place]
    }

    #[cold]
    fn remember(&mut self, folded: &str) -> usize {
        if self.words.len() == Self::MOST {
            self.places.clear();
            self.words.clear();
        }
        let stem = stem_with(folded, self.variants).into();
        self.words.push(Word {
            stem,
            is_stop_word: is_stop_word(folded),
        });
        self.places.insert(folded.into(), self.words.len() - 1);
        self.words.len() - 1
    }
}

#[cfg(test)]
mod tests;
