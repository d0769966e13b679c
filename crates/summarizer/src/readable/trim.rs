//! What a sentence stands without: parentheses, and tails that only name the paper the news was read in.

use super::Line;
use super::lexicon::{self, Class};
use super::quote::Voice;
use crate::{Edit, EditKind};
use notis_text::Span;

/// Everything that can be left out.
pub(super) fn edits(line: &Line<'_>, voice: Voice) -> Vec<Edit> {
    let mut edits = parentheses(line);
    if voice == Voice::Reporter && line.present.has(Class::TailVerb) {
        edits.extend(reporting_tail(line));
    }
    edits
}

fn left_out(kind: EditKind, span: Span) -> Edit {
    Edit {
        kind,
        span,
        replacement: String::new(),
    }
}

/// Parentheses inside the sentence with the space in front of them: «Jonas Dahl (Ap) seier» becomes «Jonas Dahl seier».
/// One that opens the sentence or is the end of a numbered list stays.
fn parentheses(line: &Line<'_>) -> Vec<Edit> {
    let text = line.text();
    let mut edits = Vec::new();
    if !text.contains('(') {
        return edits;
    }
    let mut at = 0;
    while let Some(open) = text[at..].find(" (").map(|found| at + found) {
        let Some(close) = text[open..].find(')').map(|found| open + found + 1) else {
            break;
        };
        at = close;
        let inside = &text[open + 2..close - 1];
        let bounded = text[close..].starts_with([' ', ',', '.', ';', ':', '!', '?']);
        if open > 0 && bounded && !inside.contains('(') && !inside.trim().is_empty() {
            edits.push(left_out(
                EditKind::Parenthesis,
                Span::new(line.span.start + open, line.span.start + close),
            ));
        }
    }
    edits
}

/// «, skriver NTB» at the end of a reporter's sentence: the claim stands, its first printer does not matter to the reader
/// of a digest. Who claims it stays: «, ifølge politiet» is part of the news.
fn reporting_tail(line: &Line<'_>) -> Option<Edit> {
    let text = line.text();
    let comma = text.rfind(", ")?;
    let at = line.span.start + comma;
    let (head, tail) = (line.part(line.span.start, at), line.part(at + 1, line.span.end));
    let verb = tail.classes(0).has(Class::TailVerb);
    let short = (2..=5).contains(&tail.len()) && head.len() >= 6;
    let source = (1..tail.len()).any(|i| lexicon::is_news_source(tail.word(i)));
    let end = line.span.end - (text.len() - text.trim_end_matches('.').len());
    (verb && short && source && text.ends_with('.'))
        .then(|| left_out(EditKind::ReportingTail, Span::new(at, end)))
}
