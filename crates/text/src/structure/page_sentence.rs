//! What the page put in front of a text, and how far it goes.

use super::seams::Seams;
use crate::block::BlockKind;
use crate::crumbs::{crumb, signature};
use crate::page::{notice_end, page_sentence};
use crate::requests::request;
use crate::scan::floor;
use crate::sentences::Scanner;
use crate::span::Span;

/// What the page put in front of `span`, a sentence or words without an end mark, and where that is.
pub(super) fn page_part(text: &str, span: Span) -> Option<(BlockKind, Span)> {
    let rest = span.of(text);
    let words = crumb(rest)
        .or_else(|| signature(rest).map(|len| (BlockKind::Byline, len)))
        .or_else(|| request(rest).map(|len| (BlockKind::Promo, len)));
    let part = words.map(|(kind, len)| (kind, Span::new(span.start, span.start + len)));
    part.or_else(|| page_sentence(rest).map(|kind| (kind, page_sentence_in(text, span))))
}

/// The sentence of the page that `span` opens with, up to its end or to what was glued to it without one.
pub(super) fn page_sentence_in(text: &str, span: Span) -> Span {
    // A page says «Les også» in a line or two; without a bound, many of them without end marks are each read to the end.
    const LONGEST: usize = 1000;
    let span = Span::new(span.start, floor(text, span.end.min(span.start + LONGEST)));
    let sentence = Scanner::new(text, span).across_colons().next().unwrap_or(span);
    let seam = Seams::new(text).next(sentence, sentence.start);
    let end = seam.map_or(sentence.end, |seam| seam.end);
    let notice = notice_end(sentence.of(text)).map_or(end, |len| sentence.start + len);
    Span::new(sentence.start, end.min(notice))
}
