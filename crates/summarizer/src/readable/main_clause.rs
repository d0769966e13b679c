//! Where the main clause of a sentence ends, for the very short forms: a point of a list, a headline.

use super::line::Line;
use crate::lexicon::{Class, Classes};
use notis_text::lists::connectives::{ADDITIONS, INSERTS};

/// A sentence of at most so many words is short enough.
const SHORT: usize = 12;
/// A main clause has at least so many.
const LEAST: usize = 6;

/// The byte of the text at which the main clause ends, where something behind it may be left out and the rest still is a
/// whole clause that says what it said.
pub(super) fn end(line: &Line<'_>) -> Option<usize> {
    let text = line.text();
    let opens = text.starts_with(['–', '—', '«', '"']) || line.classes(0).has(Class::Subordinator);
    if line.len() <= SHORT || opens {
        return None;
    }
    let inserts = INSERTS.iter().flat_map(|mark| text.match_indices(mark));
    let inserts = inserts.filter(|(at, mark)| !text[at + mark.len()..].contains([',', '–']));
    let openers = ADDITIONS.iter().flat_map(|mark| text.match_indices(mark));
    let openers = openers.filter(|(at, _)| has_verb(&line.part(line.span.start + at, line.span.end)));
    let ends = inserts.chain(openers).map(|(at, _)| at);
    ends.filter(|&at| stands(line, at))
        .min()
        .map(|at| line.span.start + at)
}

/// Whether the first `at` bytes of a sentence are a clause by themselves.
fn stands(line: &Line<'_>, at: usize) -> bool {
    const UNFINISHED: Classes = Classes::of(&[Class::FiniteVerb, Class::Preposition, Class::Conjunction]);
    let text = &line.text()[..at];
    let head = line.part(line.span.start, line.span.start + at);
    let balanced = text.matches('«').count() == text.matches('»').count()
        && text.matches('(').count() == text.matches(')').count();
    let last = head.len().saturating_sub(1);
    head.len() >= LEAST && balanced && has_verb(&head) && !head.classes(last).meets(UNFINISHED)
}

fn has_verb(line: &Line<'_>) -> bool {
    line.present.has(Class::FiniteVerb)
}
