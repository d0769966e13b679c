//! Stop words: the closed classes of both written forms, and the few verbs that tell nothing of a topic.
//!
//! Written for this project and read through by hand: the list that most libraries share has garbled words and no
//! nynorsk.

use crate::language::Language;
use crate::lists::stop_words::{BOKMAL, NYNORSK};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static BOTH: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    BOKMAL
        .split_whitespace()
        .chain(NYNORSK.split_whitespace())
        .collect()
});

/// Whether a folded word is a stop word of bokmål or of nynorsk. One list serves both, since a text of one form may
/// quote the other; no word of either list is a content word of the other form.
///
/// ```
/// assert!(notis_text::is_stop_word("ikkje") && notis_text::is_stop_word("ikke"));
/// assert!(!notis_text::is_stop_word("regjeringen"));
/// ```
pub fn is_stop_word(folded: &str) -> bool {
    BOTH.contains(folded)
}

/// The stop words of one written form; none for other languages.
pub fn stop_words(language: Language) -> impl Iterator<Item = &'static str> {
    let list = match language {
        Language::Bokmal => BOKMAL,
        Language::Nynorsk => NYNORSK,
        _ => "",
    };
    list.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::fold;

    #[test]
    fn every_stop_word_is_folded() {
        for word in stop_words(Language::Bokmal).chain(stop_words(Language::Nynorsk)) {
            let mut folded = String::new();
            fold(word, &mut folded);
            assert_eq!(word, folded);
        }
    }

    #[test]
    fn the_two_forms_are_equals() {
        for (bokmal, nynorsk) in [
            ("ikke", "ikkje"),
            ("jeg", "eg"),
            ("hvem", "kven"),
            ("fra", "frå"),
            ("mye", "mykje"),
        ] {
            assert!(stop_words(Language::Bokmal).any(|w| w == bokmal));
            assert!(stop_words(Language::Nynorsk).any(|w| w == nynorsk));
        }
        assert_eq!(stop_words(Language::Swedish).count(), 0);
    }

    #[test]
    fn words_that_tell_a_topic_are_not_stop_words() {
        for word in [
            "krig", "skole", "skule", "kroner", "politiet", "norge", "noreg", "is", "usa", "fn", "år",
        ] {
            assert!(!is_stop_word(word), "{word}");
        }
    }
}
