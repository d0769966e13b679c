//! Explanations of terms that a page folds out from a word of the running text. Scraped, the word stands there twice, with
//! the explanation glued to it: «avtalen om EØS-avtalenEØS-avtalenEn avtale mellom … er viktig».

use crate::scan::{ceil, char_before};
use crate::sentences::is_abbreviation;
use crate::span::Span;
use crate::tokens::LATIN;
use crate::window::{Bytes, Search, Sign, Window};
use memchr::memchr3_iter;

/// A small letter in front of a capital, with nothing between them.
struct Junction;

impl Sign for Junction {
    #[inline]
    fn places(here: Window, next: Window) -> Bytes {
        let small = here.within(b'a', b'z') | here.is(0xA6) | here.is(0xB8) | here.is(0xA5);
        small & (next.within(b'A', b'Z') | next.is(LATIN))
    }
}

/// Finds the explained terms of a text.
pub(super) struct Terms<'t> {
    text: &'t str,
    junctions: Search<'t, Junction>,
}

impl<'t> Terms<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Terms {
            text,
            junctions: Search::new(text),
        }
    }

    /// The first explanation in `span`: the second writing of its term and the sentence that explains it.
    pub(super) fn next_in(&mut self, span: Span) -> Option<Span> {
        let mut at = span.start;
        while let Some(small) = self.junctions.next(at, span.end.saturating_sub(1)) {
            at = small + 1;
            let is_capital = self.text[at..].starts_with(char::is_uppercase);
            if let Some(start) = is_capital.then(|| doubled(self.text, span.start, at)).flatten() {
                return Some(Span::new(start, explanation_end(self.text, at, span.end)));
            }
        }
        None
    }
}

/// The start of the second of two equal stretches that end at `at`, if there are two and a word begins with the first.
fn doubled(text: &str, from: usize, at: usize) -> Option<usize> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=80;
    let bytes = text.as_bytes();
    let longest = (at - from) / 2;
    LENGTHS.take_while(|&len| len <= longest).find_map(|len| {
        let (first, second) = (at - 2 * len, at - len);
        let same = bytes[second - 1] == bytes[at - 1]
            && bytes[first..second].eq_ignore_ascii_case(&bytes[second..at]);
        let is_word =
            || text.is_char_boundary(first) && !char_before(text, first).is_some_and(char::is_alphanumeric);
        (same && is_word()).then_some(second)
    })
}

/// The end of the explanation that starts at `at`: where a small letter behind its period shows that the sentence goes on
/// which it interrupts, or else the end of its first sentence.
fn explanation_end(text: &str, at: usize, end: usize) -> usize {
    const LONGEST: usize = 400;
    let window = &text[at..ceil(text, end.min(at + LONGEST))];
    let mut first = None;
    for mark in memchr3_iter(b'.', b'!', b'?', window.as_bytes()) {
        let behind = &window[mark + 1..];
        let shows = behind.trim_start();
        let word = window[..mark].rsplit(' ').next().unwrap_or_default();
        let is_ordinal = word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit());
        if is_ordinal
            || is_abbreviation(word)
            || !behind.is_empty() && !behind.starts_with(char::is_whitespace)
        {
            continue;
        }
        if shows.starts_with(char::is_lowercase) {
            return at + mark + 1;
        }
        first = first.or(Some(at + mark + 1));
    }
    first.unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(text: &str) -> Option<&str> {
        Terms::new(text)
            .next_in(Span::new(0, text.len()))
            .map(|span| span.of(text))
    }

    #[test]
    fn a_term_written_twice_is_explained() {
        for (text, want) in [
            (
                "Bruk av FjellplanenFjellplanenFelles plan for sju bygder. i kommunen er omstridt.",
                "FjellplanenFelles plan for sju bygder.",
            ),
            (
                "Den tidlegare ordførarentidlegare ordførarenKari Dale styrte i åtte år. Ho vil ikkje svare.",
                "tidlegare ordførarenKari Dale styrte i åtte år.",
            ),
            (
                "Saka gjeld EØS-planenEØS-planenEin plan. Han kom i fjor. og ingen anna.",
                "EØS-planenEin plan. Han kom i fjor.",
            ),
        ] {
            assert_eq!(term(text), Some(want), "{text}");
        }
    }

    #[test]
    fn other_capitals_inside_words_explain_nothing() {
        for text in [
            "Han la ut filmen på YouTube.",
            "Det snødde i vest.Elva fraus.",
            "iPhone og McMurdo",
            "",
        ] {
            assert_eq!(term(text), None, "{text}");
        }
    }
}
