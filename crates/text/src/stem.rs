//! Stems that bokmål and nynorsk share.

use rustc_hash::FxHashMap;

/// The stem of a folded (lower-cased, NFC) word, the same for its bokmål and its nynorsk form where the two are told
/// to be one word: «skolen» and «skulen».
pub fn stem(folded: &str) -> String {
    const ENDINGS: [&str; 12] = [
        "ene", "ane", "ens", "ers", "en", "et", "er", "ar", "a", "e", "s", "ne",
    ];
    for ending in ENDINGS {
        if let Some(stem) = folded.strip_suffix(ending) {
            if stem.chars().count() >= 4 {
                return stem.to_owned();
            }
        }
    }
    folded.to_owned()
}

/// [`stem`] with a memory, so that each word type is stemmed once.
#[derive(Default, Debug)]
pub struct Stemmer {
    known: FxHashMap<Box<str>, Box<str>>,
}

impl Stemmer {
    /// The stem of a folded word.
    pub fn stem(&mut self, folded: &str) -> &str {
        if !self.known.contains_key(folded) {
            self.known.insert(folded.into(), stem(folded).into());
        }
        &self.known[folded]
    }
}
