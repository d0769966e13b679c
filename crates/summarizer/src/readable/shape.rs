//! What is wrong with the shape of a sentence, whoever speaks in it.

use super::SPOILT;
use super::line::Line;
use crate::lexicon::{self, Class, Classes};

/// Too short for a clause, without a capital or an end mark, with half of a pair of quotation marks, a point of a list, a reference.
pub(super) fn is_fragment(line: &Line<'_>) -> bool {
    let text = line.text();
    let ends = text.ends_with(['.', '!', '?', '»', '"', '”', '…', ')']);
    is_short(line)
        || !ends
        || text.starts_with(char::is_lowercase)
        || is_half_quoted(text)
        || is_numbered(text)
        || matches!(line.word(0), "jf" | "jfr")
}

/// Too short for a clause: under three words, or under five without a verb. «Fondet sier nei.» is one.
fn is_short(line: &Line<'_>) -> bool {
    line.len() < 3 || (line.len() < 5 && !line.present.has(Class::FiniteVerb))
}

/// Whether a quotation mark has no partner: the sentence was cut inside a quote.
fn is_half_quoted(text: &str) -> bool {
    // Most sentences have no byte of any.
    let may_quote = |byte: u8| (byte == b'"') | (byte == "«".as_bytes()[0]);
    if !text.bytes().fold(false, |any, byte| any | may_quote(byte)) {
        return false;
    }
    let count = |mark: char| text.matches(mark).count();
    count('"') % 2 == 1 || count('«') != count('»')
}

/// Whether a text opens like a point of a list: «2. Dersom …», «0004/03 Endring av …».
fn is_numbered(text: &str) -> bool {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &text[digits(text)..];
    let of_year = rest.strip_prefix('/').map(|year| &year[digits(year)..]);
    let point = rest
        .strip_prefix(". ")
        .is_some_and(|point| point.starts_with(char::is_uppercase));
    rest.len() < text.len() && (point || of_year.is_some_and(|title| title.starts_with(' ')))
}

/// Remains of the page: the bars of a head, a photo credit, what is said of a picture.
pub(super) fn is_page(line: &Line<'_>) -> bool {
    let text = line.text();
    let bar = text.contains('|') && text.contains(" | ");
    let picture = |i| line.classes(i).has(Class::Picture);
    let of_picture = picture(0) || (picture(1) && line.classes(0).has(Class::Preposition));
    bar || of_picture || is_caption(text) || (line.present.has(Class::Credit) && lexicon::has_credit(text))
}

/// Whether a text opens like a caption whose picture is gone: «STENGD BRU: Vegen over elva i går.» One word in capitals may
/// be the name of who speaks, or a place.
pub(super) fn is_caption(text: &str) -> bool {
    let head = text.split_once(": ").map_or("", |(head, _)| head);
    let capitals = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
    head.split(' ').count() >= 2 && head.split(' ').all(capitals)
}

/// A clause that lacks its subject («Ga ikke beskjed.») or the main clause («Når vi vet hvem det er.»).
fn is_part_of_clause(line: &Line<'_>) -> bool {
    const NEED_MORE: Classes = Classes::of(&[Class::FiniteVerb, Class::Subordinator]);
    (line.classes(0).meets(NEED_MORE) || line.word(0) == "at") && !line.text().contains(',')
}

/// A sentence of more words is a chore to read, and often several that were glued together.
const LONGEST: usize = 60;

/// What is wrong with the shape of a sentence: a fragment, a question, remains of the page.
pub(super) fn flaw(line: &Line<'_>) -> f32 {
    let text = line.text();
    if is_fragment(line) || is_page(line) {
        SPOILT
    } else if text.ends_with(['?', '…']) || text.ends_with("...") || is_part_of_clause(line) {
        0.9
    } else if text.ends_with('!') {
        0.5
    } else if line.len() > LONGEST {
        0.4
    } else if line.len() < 7 {
        0.3
    } else {
        0.0
    }
}
