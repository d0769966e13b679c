//! Captions in a text whose breaks were lost, told by their kickers: «… sier hun. NY BRU: Slik blir den. Arbeidet …».

use super::head::is_shouted;
use crate::labels::label;
use crate::scan::is_dash;
use crate::span::Span;
use memchr::memmem;

/// Whether `rest` of `text` opens with a caption's kicker: a few words in capitals and a colon, with a sentence behind it. A
/// word that is said more than twice up to the end of `rest`, as far as an interview goes, names who speaks in one, and one
/// that labels a part of the page is no caption's.
pub(super) fn opens_caption(text: &str, rest: Span) -> bool {
    const LONGEST: usize = 60;
    const WORDS: usize = 5;
    const LETTERS: usize = 5;
    const TIMES: usize = 2;
    // Bytes to both sides; without a bound, a text of many kickers would be searched as a whole for each of them.
    const INTERVIEW: usize = 10_000;
    let from = rest.start.saturating_sub(INTERVIEW);
    let around = &text.as_bytes()[from..rest.end.min(rest.start + INTERVIEW)];
    let rest = rest.of(text);
    if !two_capitals(rest) {
        return false;
    }
    let Some(colon) = rest.bytes().take(LONGEST).position(|b| b == b':') else {
        return false;
    };
    let kicker = &rest[..colon];
    let letters = kicker.chars().filter(|c| c.is_alphabetic()).count();
    let is_plain = kicker
        .chars()
        .all(|c| c.is_alphabetic() || " -–?!«»,".contains(c));
    letters >= LETTERS
        && is_plain
        && is_shouted(kicker)
        && kicker.split_whitespace().nth(WORDS).is_none()
        && sentence_follows(&rest[colon + 1..])
        && label(kicker.trim_end_matches(['?', '!'])).is_none()
        && memmem::find_iter(around, &rest.as_bytes()[..=colon])
            .nth(TIMES)
            .is_none()
}

/// Whether a line opens with a caption's kicker of several words, which is no place, and with nobody's words behind it, as an
/// interview has.
pub(super) fn opens_line_of_caption(text: &str, line: Span) -> bool {
    let words = || line.of(text).split(':').next().unwrap_or_default();
    let behind = || line.of(text)[words().len()..].trim_start_matches([':', ' ']);
    opens_caption(text, line) && words().contains(' ') && !behind().starts_with(is_dash)
}

/// Whether a sentence stands behind a kicker's colon.
fn sentence_follows(rest: &str) -> bool {
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '–');
    rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(opens))
}

/// Whether `rest` opens with two capitals.
fn two_capitals(rest: &str) -> bool {
    let mut letters = rest.chars();
    (0..2).all(|_| letters.next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens_caption(text: &str, at: usize) -> bool {
        super::opens_caption(text, Span::new(at, text.len()))
    }

    #[test]
    fn a_caption_opens_with_words_in_capitals() {
        for text in [
            "NY BRU: Slik blir den.",
            "STENGT: Brua i går.",
            "FARLIG BRU?: Slik er den.",
        ] {
            assert!(opens_caption(text, 0), "{text}");
        }
        for text in [
            "NATO: Færre svelt.",
            "Brua: Slik blir den.",
            "KOMMENTAR: Brua er ny.",
            "UKE 34: Brua er ny.",
            "KOMMER: sier han.",
            "ÅPEN",
            "",
        ] {
            assert!(!opens_caption(text, 0), "{text}");
        }
        let interview = "MOE: Nei. VIK: Jo. MOEN: Nei. MOEN: Kanskje. MOEN: Ja.";
        assert!(!opens_caption(interview, 18));
    }
}
