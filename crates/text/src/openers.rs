//! Words that, written with a capital, open a sentence far more often than they are names.

use crate::lists::openers;
use crate::sieve::Sieve;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The openers, and a sieve that tells most names to be none.
struct Openers {
    words: FxHashSet<&'static str>,
    sieve: Sieve,
}

/// One word a line, as counted by `scripts/openers.py`.
static OPENERS: LazyLock<Openers> = LazyLock::new(|| {
    let words = openers::COUNTED.lines().filter(|line| !line.starts_with('#'));
    Openers {
        words: words.clone().collect(),
        sieve: Sieve::of(words),
    }
});

/// Whether `word`, which has a capital, is a common word that opens a sentence and no name.
pub(crate) fn is_opener(word: &str) -> bool {
    let openers = &*OPENERS;
    openers.sieve.may_hold(word) && openers.words.contains(word)
}

/// Openers so common, and so seldom in names, that nothing more is asked of what follows them.
static STRONG: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| openers::STRONG.split_whitespace().collect());

/// Whether `word`, which has a capital, is one of the commonest words that open sentences.
pub(crate) fn is_strong_opener(word: &str) -> bool {
    STRONG.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_openers_and_names_are_not() {
        for word in ["Det", "Ikkje", "Hvis", "Dersom", "Etter"] {
            assert!(is_opener(word), "{word}");
        }
        for word in ["Oslo", "Kari", "Stortinget", ""] {
            assert!(!is_opener(word), "{word}");
        }
    }
}
