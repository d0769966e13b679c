//! What a sentence stands without: datelines, parentheses, and tails that only name the paper the news was read in.

use super::line::Line;
use super::voice::Voice;
use crate::lexicon::{self, Class};
use crate::{Edit, EditKind};
use notis_text::Span;
use notis_text::lists::time::MONTHS;

/// Everything that can be left out.
pub(super) fn edits(line: &Line<'_>, voice: Voice) -> Vec<Edit> {
    let mut edits = parentheses(line);
    edits.extend(dateline(line));
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

/// The place, the day and the agency in front of a sentence: «Kyiv, 3. mars (Reuters) – Strømmen er borte …». Those that
/// stand apart are blocks of the article, and in no sentence.
fn dateline(line: &Line<'_>) -> Option<Edit> {
    const LONGEST: usize = 48;
    let text = line.text();
    let dash = text.find('–').filter(|&at| at <= LONGEST)?;
    let head = text[..dash].strip_suffix(' ')?;
    let rest = text[dash..].strip_prefix("– ")?;
    let words = || head.split([' ', ',']).filter(|word| !word.is_empty());
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_place = words()
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase))
        && words().all(|word| named(word) || is_month(word) || is_agency(word));
    let is_told = words().any(|word| is_month(word) || is_agency(word));
    let stands = rest.starts_with(char::is_uppercase) && rest.split_whitespace().count() >= 4;
    let end = line.span.end - rest.len();
    (is_place && is_told && stands).then(|| left_out(EditKind::Dateline, Span::new(line.span.start, end)))
}

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// «(NTB)», «(NTB-AFP)».
fn is_agency(word: &str) -> bool {
    let inside = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
    inside.is_some_and(|names| {
        names
            .split(['-', '/'])
            .all(|name| lexicon::is_news_source(&name.to_lowercase()))
    })
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
        if open > 0
            && bounded
            && !inside.contains('(')
            && !inside.trim().is_empty()
            && !is_abbreviation(inside)
        {
            edits.push(left_out(
                EditKind::Parenthesis,
                Span::new(line.span.start + open, line.span.start + close),
            ));
        }
    }
    edits
}

/// «(NSM)», «(FoU)»: the name by which later sentences call what stands in front.
fn is_abbreviation(inside: &str) -> bool {
    let capitals = inside.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && inside.chars().all(char::is_alphanumeric)
}

/// «, skriver NTB» at the end of a reporter's sentence: the claim stands, its first printer does not matter to the reader
/// of a digest. Who claims it stays: «, ifølge politiet» is part of the news.
fn reporting_tail(line: &Line<'_>) -> Option<Edit> {
    let end = line.span.end - (line.text().len() - line.text().trim_end_matches('.').len());
    tail_of_source(line).map(|at| left_out(EditKind::ReportingTail, Span::new(at, end)))
}

/// Where the clause starts that says at the end which paper or agency told the sentence first.
pub(super) fn tail_of_source(line: &Line<'_>) -> Option<usize> {
    let text = line.text();
    let comma = text.rfind(", ")?;
    let at = line.span.start + comma;
    let (head, tail) = (line.part(line.span.start, at), line.part(at + 1, line.span.end));
    let verb = tail.classes(0).has(Class::TailVerb);
    let short = (2..=5).contains(&tail.len()) && head.len() >= 6;
    let source = (1..tail.len()).any(|i| lexicon::is_news_source(tail.word(i)));
    (verb && short && source && text.ends_with('.')).then_some(at)
}
