//! Finds where a heading was glued to the text behind it, because the line breaks or their tags were lost:
//! «Redde for ras Skogen over bygda …», «Stengd veg | Uvêr | Kommunen har …».
//!
//! A seam is a bar between blanks, or a capital that no end mark stands in front of and that begins a word which
//! opens sentences and is no name. Headings are short and do not end in «i», «og» or «boka», and names of several
//! words («Det hvite hus») look different from sentences that begin in the same way («Det er»).

use super::credits::is_agency;
use super::head::is_shouted;
use super::kickers::opens_caption;
use crate::block::BlockKind;
use crate::crumbs::{crumb, signature};
use crate::lists::{endings, grammar, names, openers, page};
use crate::openers::{is_opener, is_strong_opener};
use crate::page::page_sentence;
use crate::requests::request;
use crate::scan::{ceil, char_at, char_before, chunk_before, is_dash, skip_space, word_at};
use crate::sentences::Scanner;
use crate::span::Span;
use crate::tokens::LATIN;
use crate::window::{Bytes, Search, Sign, Window};

/// Words of the longest heading that is glued to its text.
const HEADING_WORDS: usize = 10;

/// A place where one part of an article was glued to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seam {
    /// End of what stands in front.
    pub(super) end: usize,
    /// Start of the text behind it.
    pub(super) start: usize,
    /// What shows it.
    pub(super) sign: SeamSign,
}

/// What shows a seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeamSign {
    /// A bar between blanks.
    Bar,
    /// A word that opens sentences, without an end mark in front.
    Opener,
    /// A sentence that the page put there starts here.
    Page(BlockKind),
}

/// The blank of a seam: in front of a bar, a capital (or the first byte of one), a hyphen or the first byte of a dash.
struct Blank;

impl Sign for Blank {
    #[inline]
    fn places(here: Window, next: Window) -> Bytes {
        let capital = next.within(b'A', b'Z') | next.is(LATIN);
        let mark = next.is(b'|') | next.is(b'-') | next.is(0xE2);
        here.is(b' ') & (capital | mark)
    }
}

/// Finds the seams of a text.
pub(super) struct Seams<'t> {
    text: &'t str,
    blanks: Search<'t, Blank>,
}

impl<'t> Seams<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Seams {
            text,
            blanks: Search::new(text),
        }
    }

    /// The first seam of `span` at or after `at`.
    pub(super) fn next(&mut self, span: Span, mut at: usize) -> Option<Seam> {
        while let Some(blank) = self.blanks.next(at, span.end.saturating_sub(1)) {
            if let Some(seam) = (blank > span.start)
                .then(|| seam_at(self.text, span, blank))
                .flatten()
            {
                return Some(seam);
            }
            at = blank + 1;
        }
        None
    }
}

/// The seam whose blank stands at `at`.
fn seam_at(text: &str, span: Span, at: usize) -> Option<Seam> {
    let next = at + 1;
    if text.as_bytes()[next] == b'|' {
        let start = skip_space(text, next + 1, span.end);
        return (start > next + 1 || start == span.end).then_some(Seam {
            end: at,
            start,
            sign: SeamSign::Bar,
        });
    }
    let (last, first) = (text.as_bytes()[at - 1], text.as_bytes()[next]);
    if first == LATIN && text.as_bytes()[next + 1] > 0x9E {
        return None;
    }
    let open_end = last.is_ascii_lowercase() || last.is_ascii_digit() || last == b')' || last >= 0x80;
    // What a page puts behind a caption in brackets needs no end mark in front.
    let rest = Span::new(next, span.end);
    if let Some(kind) = opens_page_sentence(text, rest, open_end && last != b')') {
        return Some(Seam {
            end: at,
            start: next,
            sign: SeamSign::Page(kind),
        });
    }
    if !open_end {
        return None;
    }
    let word_start = match char_at(text, next).filter(|&c| is_dash(c)) {
        Some(dash) => skip_space(text, next + dash.len_utf8(), span.end),
        None => next,
    };
    let word = word_at(text, word_start, span.end);
    let parts = begins_sentence(text, word_start, word, span.end) && ends_heading(text, span, at, word);
    parts.then_some(Seam {
        end: at,
        start: next,
        sign: SeamSign::Opener,
    })
}

/// What the sentence that `span` opens with is, where the page put it there. Behind a word without an end mark
/// (`open_end`) it must be one of those that no sentence of an article can be taken for.
fn opens_page_sentence(text: &str, span: Span, open_end: bool) -> Option<BlockKind> {
    let rest = span.of(text);
    if open_end {
        let page = page_sentence(rest).filter(|kind| matches!(kind, BlockKind::Notice | BlockKind::Embed));
        let may_be_stamp = rest.starts_with(['O', 'P', 'S', 'E', 'I']);
        let stamp = || may_be_stamp.then(|| crumb(rest)).flatten().map(|(kind, _)| kind);
        return page.or_else(|| stamp().filter(|kind| *kind == BlockKind::Ticker));
    }
    if !text[..span.start].ends_with(", ") && opens_caption(text, span) && !goes_on_shouting(text, span) {
        return Some(BlockKind::Caption);
    }
    let may_be_left = rest.starts_with(['L', 'S', 'A']);
    let is_left = may_be_left && page::GLUED_REMNANTS.iter().any(|words| rest.starts_with(words));
    is_left
        .then_some(BlockKind::Remnant)
        .or_else(|| page_sentence(rest))
        .or_else(|| request(rest).map(|_| BlockKind::Promo))
        .or_else(|| crumb(rest).map(|(kind, _)| kind))
        .or_else(|| signature(rest).map(|_| BlockKind::Byline))
}

/// Whether the word in front of `rest` is part of the same kicker: «NY BRU OVER ELVA: …»; an agency's name ends a credit.
fn goes_on_shouting(text: &str, rest: Span) -> bool {
    let word = chunk_before(text, 0, rest.start.saturating_sub(1));
    is_shouted(word) && !word.ends_with(|c: char| !c.is_alphabetic()) && !is_agency(word)
}

/// Whether the capitalised `word` at `at` opens a sentence, by itself and the word behind it.
fn begins_sentence(text: &str, at: usize, word: &str, end: usize) -> bool {
    if word.is_empty() || !is_opener(word) {
        return false;
    }
    let rest = &text[at + word.len()..end];
    let Some(rest) = rest.strip_prefix(' ') else {
        return false;
    };
    let next = word_at(rest, 0, rest.len());
    match word {
        "Det" | "Den" | "De" | "Dei" => !may_be_adjective(next),
        "Du" | "Han" | "Hun" | "Ho" | "Vi" | "Me" | "Jeg" | "Eg" => next.starts_with(char::is_lowercase),
        "Man" | "Jo" | "Er" | "Har" | "Gal" | "Mitt" => false,
        "I" => !is_english(next) && !rest.starts_with(['\'', '’']),
        "Der" | "Mot" | "Over" => next.starts_with(char::is_lowercase),
        _ => is_strong_opener(word) || next.starts_with(char::is_lowercase),
    }
}

/// Whether «Det», «Den» and `word` may open a name: «Det hvite hus», «Den norske kirke», «De Grønne».
fn may_be_adjective(word: &str) -> bool {
    !word.starts_with(char::is_lowercase)
        || word.ends_with('e') && !grammar::ADJECTIVE_LIKE_VERBS.contains(&word)
}

/// Whether `word` follows the English «I» rather than the Norwegian one.
fn is_english(word: &str) -> bool {
    grammar::ENGLISH_AFTER_I.contains(&word) || word.starts_with(|c: char| c.is_uppercase()) && word.len() < 3
}

/// Whether what ends at `at` may be the end of a heading in front of `opener`.
fn ends_heading(text: &str, span: Span, at: usize, opener: &str) -> bool {
    let last = chunk_before(text, span.start, at);
    let whole = !last.starts_with(['"', '(', '«']) || last.ends_with(['"', ')', '»']);
    let numbered = last.starts_with('(') && last.len() < 5;
    let ends_openly = char_before(text, at).is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '»'));
    let before = text[span.start..at - last.len()].trim_end();
    let may_be_name =
        last.starts_with(char::is_uppercase) && !is_compound(last) && before.ends_with(char::is_alphanumeric);
    whole && !numbered && ends_openly && !is_connector(last) && (!may_be_name || stands_behind_names(opener))
}

/// Whether `word` is a noun with a name or an acronym in front of its hyphen: «KI-trening». Behind the definite form a name
/// may follow: «KI-verktøyet Kort».
fn is_compound(word: &str) -> bool {
    let last = word.rsplit_once('-').map_or("", |(_, last)| last);
    let is_definite = endings::DEFINITE_LAST_PART
        .iter()
        .any(|ending| last.ends_with(ending));
    last.starts_with(char::is_lowercase) && !is_definite
}

/// Whether `opener` shows a seam behind a word with a capital too: it is found in few names.
fn stands_behind_names(opener: &str) -> bool {
    is_strong_opener(opener) && !openers::IN_NAMES.contains(&opener)
}

/// Whether `word` ties what follows to what stands before, or announces the title of a work, so that no heading ends
/// in it.
fn is_connector(word: &str) -> bool {
    const LONGEST: usize = 24;
    let is_acronym = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    if word.len() > LONGEST || is_acronym {
        return false;
    }
    let word = word.to_lowercase();
    let is_genitive = endings::GENITIVES
        .iter()
        .any(|end| word.len() > 5 && word.ends_with(end));
    is_genitive
        || grammar::CONNECTORS.contains(&word.as_str())
        || names::WORKS.iter().any(|work| word.ends_with(work))
}

/// The heading that ends at `seam`: what stands between the last sentence end in `span` and the seam. `None` where that
/// is too long for one, or is no heading by its looks.
pub(super) fn heading_before(text: &str, span: Span, seam: Seam) -> Option<Span> {
    const LOOK_BACK: usize = 180;
    let from = ceil(text, span.start.max(seam.end.saturating_sub(LOOK_BACK)));
    let window = Span::new(from, seam.end);
    let last = Scanner::new(text, window).last()?;
    let reaches_start = from == span.start || last.start > window.trimmed(text).start;
    let words = last.of(text).split_whitespace().take(HEADING_WORDS + 1).count();
    (reaches_start && words <= HEADING_WORDS && looks_like_heading(last.of(text))).then_some(last)
}

/// Whether `words` could stand as a line of its own: no small letter at its start, and no quote or bracket left open.
fn looks_like_heading(words: &str) -> bool {
    let count = |mark: char| words.matches(mark).count();
    !words.starts_with(|c: char| c.is_lowercase() || matches!(c, ')' | '»' | ','))
        && words.contains(char::is_alphabetic)
        && count('«') == count('»')
        && count('(') == count(')')
        && count('"') % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(text: &str) -> Vec<&str> {
        let span = Span::new(0, text.len());
        let (mut at, mut found) = (0, Vec::new());
        let mut seams = Seams::new(text);
        while let Some(seam) = seams.next(span, at) {
            found.extend(heading_before(text, span, seam).map(|heading| heading.of(text)));
            at = seam.start;
        }
        found
    }

    #[test]
    fn a_word_that_opens_sentences_shows_the_seam() {
        assert_eq!(
            headings("Brua er open. Lange køar Det tok to timar."),
            ["Lange køar"]
        );
        assert_eq!(
            headings("Brua er open. Redd for ras – Vi held fast i planen."),
            ["Redd for ras"]
        );
        assert_eq!(headings("Brua er open. Nye ras | Geologen ventar."), ["Nye ras"]);
    }

    #[test]
    fn names_titles_and_english_are_no_seams() {
        for text in [
            "Presidenten møtte pressa i Det hvite hus.",
            "Han gav ut boka Etter regnet i fjor.",
            "Vi såg Den raude plass.",
            "Ho song at now I want to go.",
            "Me trur at Etter regnet er best.",
            "Dei kom til «Store Når alt er over».",
        ] {
            assert!(headings(text).is_empty(), "{text}");
        }
    }
}
