//! Set phrases of two words that connect a sentence with the one before.

use notis_text::lists::connectives::PHRASES;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Whether a sentence that opens with these two words points back.
pub(crate) fn is_connecting_phrase(first: &str, second: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(known);
    KNOWN.contains(&(first, second))
}

fn known() -> FxHashSet<(&'static str, &'static str)> {
    let pairs = |(firsts, seconds): &(&'static str, &'static str)| {
        let seconds: Vec<&str> = seconds.split_whitespace().collect();
        let all = |first| seconds.clone().into_iter().map(move |second| (first, second));
        firsts.split_whitespace().flat_map(all).collect::<Vec<_>>()
    };
    PHRASES.iter().flat_map(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_listed_pairs_connect() {
        assert!(is_connecting_phrase("i", "tillegg") && is_connecting_phrase("veka", "etter"));
        assert!(!is_connecting_phrase("i", "etter") && !is_connecting_phrase("i", "dag"));
    }
}
