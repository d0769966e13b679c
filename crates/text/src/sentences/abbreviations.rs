//! Norwegian abbreviations, and what a capital after their period means.

use crate::lists::abbreviations;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How an abbreviation and the word after it belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// Something always follows: a title its name, «kl.» its hour, «f.eks.» its example.
    Bound,
    /// Stands inside and at the end of sentences: only a word that opens sentences tells that a new one begins.
    Either,
    /// Closes an enumeration or a sum: a capital begins a new sentence.
    Closing,
}

static TABLE: LazyLock<FxHashMap<&'static str, Follow>> = LazyLock::new(|| {
    [
        (abbreviations::EITHER, Follow::Either),
        (abbreviations::CLOSING, Follow::Closing),
        (abbreviations::BOUND, Follow::Bound),
    ]
    .into_iter()
    .flat_map(|(words, follow)| words.split_whitespace().map(move |w| (w, follow)))
    .collect()
});

/// Bytes of the longest abbreviation that is looked up.
const LONGEST: usize = 12;

/// What `word`, the stretch before a period, is as an abbreviation; `None` for a common word.
pub(super) fn abbreviation(word: &str) -> Option<Follow> {
    if word.is_empty() || word.len() > LONGEST || is_acronym(word) {
        return None;
    }
    let mut lower = [0u8; 2 * LONGEST];
    let mut len = 0;
    for c in word.chars() {
        if c.is_ascii() {
            lower[len] = c.to_ascii_lowercase() as u8;
            len += 1;
        } else {
            for small in c.to_lowercase() {
                len += small.encode_utf8(&mut lower[len..]).len();
            }
        }
    }
    let lower = std::str::from_utf8(&lower[..len]).ok()?;
    TABLE
        .get(lower)
        .copied()
        .or_else(|| is_dotted(lower).then_some(Follow::Either))
}

/// Whether `word`, the stretch before a period, is an abbreviation.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    abbreviation(word).is_some()
}

/// Whether `word` is a name in capitals, such as «TV» or «SV», and no abbreviation.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether `word` is made of short parts with points between them: «t.o.m», «d.d».
fn is_dotted(word: &str) -> bool {
    let is_short =
        |part: &str| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(is_short) && !is_address(word)
}

/// Whether the last part is the domain of a web address: «vg.no».
fn is_address(word: &str) -> bool {
    matches!(
        word.rsplit('.').next(),
        Some("no" | "com" | "net" | "org" | "se" | "dk" | "fi" | "tv")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words_whatever_their_case() {
        assert_eq!(abbreviation("Adm"), Some(Follow::Bound));
        assert_eq!(abbreviation("F.eks"), Some(Follow::Bound));
        assert_eq!(abbreviation("osv"), Some(Follow::Closing));
        assert_eq!(abbreviation("Storgt"), Some(Follow::Bound));
        assert_eq!(abbreviation("t.o.m"), Some(Follow::Bound));
        assert_eq!(abbreviation("å.h.s"), Some(Follow::Either));
        for word in ["skulen", "stengt", "TV", "vg.no", "", "regjeringsmøtet"] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
    }
}
