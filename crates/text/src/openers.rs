//! Words that, written with a capital, open a sentence far more often than they are names.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// One word a line, as counted by `scripts/openers.py`.
static OPENERS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../data/openers.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

/// Whether `word`, which has a capital, is a common word that opens a sentence and no name.
pub(crate) fn is_opener(word: &str) -> bool {
    OPENERS.contains(word)
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
