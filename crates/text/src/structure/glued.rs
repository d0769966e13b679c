//! Running text with headings, captions and page remnants glued into it.

use super::BlockKind;
use super::labels::{PICTURE_LABELS, REMNANT_SENTENCES, credit_end};
use super::seams::{Seam, heading_before, next_seam};
use super::unit::Reader;
use crate::Span;
use crate::scan::is_dash;
use crate::sentences::Scanner;
use memchr::memmem;

impl Reader<'_> {
    /// Types a unit that holds running text, and whatever was glued into it.
    pub(super) fn read_running(&mut self, unit: Span) {
        let mut rest = self.read_bars(unit);
        let mut at = rest.start;
        while let Some(seam) = next_seam(self.text, rest, at) {
            at = seam.start;
            let heading = heading_before(self.text, rest, seam);
            if let Some(heading) = heading.filter(|_| self.may_hold_headings(unit, seam)) {
                self.push_running(Span::new(rest.start, heading.start));
                self.push(self.heading_kind(), heading);
            } else if seam.bar {
                self.push_running(Span::new(rest.start, seam.end));
            } else {
                continue;
            }
            rest.start = seam.start;
        }
        self.push_running(rest);
    }

    /// Whether a seam in `unit` is worth believing: bars are, blanks only in text long enough to hold paragraphs.
    fn may_hold_headings(&self, unit: Span, seam: Seam) -> bool {
        const SHORTEST: usize = 150;
        seam.bar || unit.end - seam.start >= SHORTEST || unit.len() >= 4 * SHORTEST
    }

    /// Takes the head of an article whose parts are separated by bars, «Title | kicker | Lead …», and gives what is
    /// left.
    fn read_bars(&mut self, unit: Span) -> Span {
        const LONGEST: usize = 300;
        let mut rest = unit;
        while let Some(len) = rest
            .of(self.text)
            .find(" | ")
            .filter(|&len| len <= LONGEST && !self.has_running_text())
        {
            let piece = Span::new(rest.start, rest.start + len);
            self.read_head_piece(piece);
            rest = Span::new(piece.end + " | ".len(), unit.end).trimmed(self.text);
        }
        if rest.start > unit.start && !self.has_running_text() {
            rest = self.read_keywords(rest);
        }
        rest
    }

    /// Types the sentences of one part of the head: headings, or already the lead.
    fn read_head_piece(&mut self, piece: Span) {
        const LEAD_WORDS: usize = 7;
        if let Some((picture, kind)) = first_foreign(self.text, piece) {
            self.push(BlockKind::Body, Span::new(piece.start, picture.start));
            self.push(kind, picture);
            return;
        }
        for sentence in Scanner::new(self.text, piece) {
            let words = sentence.of(self.text);
            let is_lead = words.ends_with('.') && words.split_whitespace().nth(LEAD_WORDS).is_some();
            let kind = if is_lead {
                BlockKind::Body
            } else {
                self.heading_kind()
            };
            self.push(kind, sentence);
        }
    }

    /// Takes the keywords that some newspapers set in front of the lead, «Luftslott. Skjerpet tone. Både …».
    fn read_keywords(&mut self, mut rest: Span) -> Span {
        const WORDS: usize = 3;
        let is_keyword =
            |sentence: &str| sentence.ends_with('.') && sentence.split_whitespace().nth(WORDS).is_none();
        for sentence in Scanner::new(self.text, rest).take_while(|s| is_keyword(s.of(self.text))) {
            self.push(BlockKind::Kicker, sentence);
            rest.start = sentence.end;
        }
        rest.trimmed(self.text)
    }

    /// What a heading is at this point of the article.
    pub(super) fn heading_kind(&self) -> BlockKind {
        if self.has_running_text() {
            BlockKind::Subheading
        } else if self.has_title() {
            BlockKind::Kicker
        } else {
            BlockKind::Title
        }
    }
    /// Types a stretch of running text that holds no headings; long ones may hold captions and page remnants.
    fn push_running(&mut self, span: Span) {
        const LONG: usize = 300;
        let mut rest = span.trimmed(self.text);
        if rest.len() >= LONG {
            while let Some((piece, kind)) = first_foreign(self.text, rest) {
                self.push_body(Span::new(rest.start, piece.start));
                self.push(kind, piece);
                rest = Span::new(piece.end, rest.end).trimmed(self.text);
            }
        }
        self.push_body(rest);
    }

    fn push_body(&mut self, span: Span) {
        let span = span.trimmed(self.text);
        let kind = if opens_quote(span.of(self.text)) {
            BlockKind::Quote
        } else {
            BlockKind::Body
        };
        self.push(kind, span);
    }
}

/// Whether a paragraph opens as a quote: with a dash, or with guillemets around more than a title.
fn opens_quote(paragraph: &str) -> bool {
    const WORDS: usize = 4;
    if let Some(inner) = paragraph.strip_prefix('«') {
        let quote = inner.split('»').next().unwrap_or(inner);
        return quote.ends_with(['.', '!', '?', ',']) || quote.split_whitespace().nth(WORDS).is_some();
    }
    paragraph.starts_with(is_dash)
}

/// The first caption, credit or page remnant in `span`.
fn first_foreign(text: &str, span: Span) -> Option<(Span, BlockKind)> {
    let found = |labels: &[&str]| {
        let haystack = span.of(text).as_bytes();
        labels
            .iter()
            .filter_map(|label| memmem::find(haystack, label.as_bytes()))
            .min()
            .map(|at| span.start + at)
    };
    let credit = found(&PICTURE_LABELS).map(|label| caption_around(text, span, label));
    let remnant = found(&REMNANT_SENTENCES).map(|at| (remnant_from(text, span, at), BlockKind::Remnant));
    match (credit, remnant) {
        (Some(credit), Some(remnant)) if remnant.0.start < credit.0.start => Some(remnant),
        (credit, remnant) => credit.or(remnant),
    }
}

/// The credit whose label stands at `label`, with the sentence in front of it, which tells what the picture shows, and
/// that sentence's kicker.
fn caption_around(text: &str, span: Span, label: usize) -> (Span, BlockKind) {
    const LOOK_BACK: usize = 500;
    let end = credit_end(text, label, span.end);
    let mut from = span.start.max(label.saturating_sub(LOOK_BACK));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut start = label;
    let mut kicker = None;
    for sentence in Scanner::new(text, Span::new(from, label)) {
        start = kicker.unwrap_or(sentence.start);
        kicker = sentence.of(text).ends_with(':').then_some(start);
    }
    let kind = if start == label {
        BlockKind::Credit
    } else {
        BlockKind::Caption
    };
    (Span::new(start, end), kind)
}

/// The remnant that starts at `at`: up to the next sentence end or seam.
fn remnant_from(text: &str, span: Span, at: usize) -> Span {
    let rest = Span::new(at, span.end);
    Scanner::new(text, rest).next().unwrap_or(rest)
}
