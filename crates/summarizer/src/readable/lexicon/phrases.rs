//! Set phrases of two words that connect a sentence with the one before.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The first words of the phrases, and the second words that each of them takes.
const PHRASES: [(&str, &str); 19] = [
    (
        "i",
        "tillegg stedet staden mellomtiden mellomtida så motsetning samme same den begge",
    ),
    ("på av til ved fra frå under for", "samme same denne den"),
    ("på", "toppen sin si"),
    (
        "dagen året uken uka veka timen kvelden natten natta måneden månaden",
        "etter før derpå",
    ),
    ("den", "gang gangen gongen"),
    ("for", "øvrig øvrigt øvrigs eksempel"),
    ("til", "slutt"),
    ("blant", "annet anna"),
    ("like", "etter før"),
    ("kort", "tid etter"),
    ("en ei ein et eit den det", "annen anna annet andre tredje"),
    ("noe noko", "av annet anna"),
    ("mer meir", "enn"),
    ("ikke ikkje", "bare berre minst"),
    ("først", "da då etter"),
    ("kun bare berre", "da slik"),
    ("selv sjølv", "om"),
    ("så", "langt"),
    ("se sjå", "også òg her side"),
];

/// Whether a sentence that opens with these two words points back.
pub(in super::super) fn is_connecting_phrase(first: &str, second: &str) -> bool {
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
