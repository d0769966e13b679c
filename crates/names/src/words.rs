//! What is known of a word by itself.

use crate::clusters::Clusters;
use crate::hash::{EMPTY, add, hash};

/// How many letters of its beginning and of its end are looked at. Set by judgement, not measured; a model is trained anew
/// with others.
pub(crate) const BEGINNINGS: usize = 4;
pub(crate) const ENDINGS: usize = 5;

/// How a word starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    Capital,
    Small,
    Digit,
    Mark,
    /// There is no word: the sentence has begun or ended.
    Edge,
}

/// The parts of a word with a hyphen in it, as hashes: «NATO-sjefen».
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts {
    pub(crate) first: u64,
    pub(crate) rest: u64,
    pub(crate) rest_ending: Option<u64>,
    pub(crate) rest_is_capital: bool,
}

/// A word as hashes of what features are made of.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) form: u64,
    pub(crate) folded: u64,
    /// The form without a genitive ending.
    pub(crate) base: u64,
    pub(crate) is_genitive: bool,
    pub(crate) shape: u64,
    pub(crate) long_shape: u64,
    pub(crate) beginnings: [Option<u64>; BEGINNINGS],
    pub(crate) endings: [Option<u64>; ENDINGS],
    /// Three letters of its end where it has more than three.
    pub(crate) ending: Option<u64>,
    pub(crate) parts: Option<Parts>,
    pub(crate) cluster: Option<u8>,
    pub(crate) first: First,
    pub(crate) has_capital: bool,
    pub(crate) has_small: bool,
}

impl Word {
    /// What is known of `form`; `folded` is room to fold it in.
    pub(crate) fn of(form: &str, clusters: &Clusters, folded: &mut String) -> Self {
        folded.clear();
        notis_text::fold(form, folded);
        let base = without_genitive(form);
        let [form_hash, base_hash, folded_hash] = [form, base, folded].map(hash);
        let (shape, long_shape) = shapes(form);
        Word {
            form: form_hash,
            folded: folded_hash,
            base: base_hash,
            is_genitive: base.len() < form.len(),
            shape,
            long_shape,
            beginnings: growing(folded.chars()),
            endings: growing(folded.chars().rev()),
            ending: ending(folded),
            parts: parts(form),
            cluster: [form_hash, base_hash, folded_hash]
                .into_iter()
                .find_map(|hash| clusters.of(hash)),
            first: First::of(form),
            has_capital: form.chars().any(char::is_uppercase),
            has_small: form.chars().any(char::is_lowercase),
        }
    }

    /// What stands before the first word of a sentence, or behind its last.
    pub(crate) fn edge(name: &str) -> Self {
        let edge = hash(name);
        Word {
            form: edge,
            folded: edge,
            base: edge,
            is_genitive: false,
            shape: edge,
            long_shape: edge,
            beginnings: [None; BEGINNINGS],
            endings: [None; ENDINGS],
            ending: None,
            parts: None,
            cluster: None,
            first: First::Edge,
            has_capital: false,
            has_small: false,
        }
    }
}

impl First {
    fn of(form: &str) -> Self {
        match form.chars().next() {
            Some(c) if c.is_uppercase() => First::Capital,
            Some(c) if c.is_lowercase() => First::Small,
            Some(c) if c.is_ascii_digit() => First::Digit,
            _ => First::Mark,
        }
    }
}

/// `form` without what may be a genitive ending.
fn without_genitive(form: &str) -> &str {
    const SHORTEST: usize = 4;
    match form.strip_suffix('s') {
        Some(base) if !base.ends_with('s') && form.chars().count() >= SHORTEST => base,
        _ => form.strip_suffix(['\'', '’']).unwrap_or(form),
    }
}

/// The shape of a word, capitals as X, small letters as x and digits as d: with each of a run, and with one for the run.
/// The short one comes first.
fn shapes(form: &str) -> (u64, u64) {
    let (mut short, mut long, mut last) = (EMPTY, EMPTY, None);
    for c in form.chars() {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_lowercase() => 'x',
            '0'..='9' => 'd',
            other => other,
        };
        long = add(long, class);
        if last.replace(class) != Some(class) {
            short = add(short, class);
        }
    }
    (short, long)
}

/// The hashes of the first 1, 2, 3 … of `letters`, as far as there are so many.
fn growing<const N: usize>(letters: impl Iterator<Item = char>) -> [Option<u64>; N] {
    let mut hashes = [None; N];
    let mut state = EMPTY;
    for (hash, letter) in hashes.iter_mut().zip(letters) {
        state = add(state, letter);
        *hash = Some(state);
    }
    hashes
}

/// Three letters of the end of a word that has more.
fn ending(word: &str) -> Option<u64> {
    let mut letters = word.chars().rev();
    let three = letters.by_ref().take(3).fold(EMPTY, add);
    letters.next().map(|_| three)
}

fn parts(form: &str) -> Option<Parts> {
    let (first, rest) = form.split_once('-')?;
    let opens = rest.chars().next()?;
    (!first.is_empty()).then(|| Parts {
        first: hash(first),
        rest: hash(rest),
        rest_ending: ending(rest),
        rest_is_capital: opens.is_uppercase(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str) -> Word {
        Word::of(form, &Clusters::default(), &mut String::new())
    }

    #[test]
    fn a_genitive_is_the_name_with_an_ending() {
        assert_eq!(word("Norges").base, word("Norge").form);
        assert_eq!(word("Hans'").base, word("Hans").form);
        assert!(!word("Voss").is_genitive);
        assert!(!word("EUs").is_genitive);
    }

    #[test]
    fn words_of_one_shape_have_one_hash() {
        assert_eq!(word("Sogndal").shape, word("Bø").shape);
        assert_ne!(word("Sogndal").long_shape, word("Bø").long_shape);
        assert_ne!(word("NATO").shape, word("Nato").shape);
        assert_eq!(word("17").first, First::Digit);
    }

    #[test]
    fn a_compound_has_its_parts() {
        let parts = word("Brann-treneren").parts.unwrap();
        assert_eq!(parts.first, word("Brann").form);
        assert!(!parts.rest_is_capital);
        assert!(word("-").parts.is_none() && word("A-").parts.is_none());
    }
}
