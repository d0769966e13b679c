//! Walks over a block and cuts it at every mark that ends a sentence.

use super::boundary::{Mark, MarkKind, ends_sentence};
use crate::scan::{char_at, closes};
use crate::span::Span;
use crate::window::{Bytes, Search, Sign, Window};

/// Iterates over the sentences of one block, without the white space around them.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    stops: Search<'t, Stop>,
    /// Start of the sentence in hand.
    start: usize,
    /// End of the block.
    end: usize,
    /// Whether an odd number of straight quotes was passed.
    quote_is_open: bool,
    /// Whether a colon may end a sentence.
    colons_end: bool,
}

/// Where the scan stops: at the end marks, the straight quote, and the first byte of `…` and of typographic quotes.
struct Stop;

impl Sign for Stop {
    #[inline]
    fn places(here: Window, _: Window) -> Bytes {
        here.within(b'!', b'"') | here.is(b'.') | here.is(b':') | here.is(b'?') | here.is(0xE2)
    }
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str, block: Span) -> Self {
        let mut scanner = Scanner {
            text,
            stops: Search::new(text),
            start: 0,
            end: 0,
            quote_is_open: false,
            colons_end: true,
        };
        scanner.enter(block);
        scanner
    }

    /// Turns to another block of the same text.
    pub(crate) fn enter(&mut self, block: Span) {
        let block = block.trimmed(self.text);
        (self.start, self.end) = (block.start, block.end);
        self.quote_is_open = false;
    }

    /// Lets no sentence end at a colon, so that a caption keeps its kicker: «GLAD: Her er …».
    pub(crate) fn across_colons(mut self) -> Self {
        self.colons_end = false;
        self
    }

    /// The next mark at or after `at`: its run of points, and the closing quotes behind it.
    fn next_mark(&mut self, mut at: usize) -> Option<Mark> {
        let bytes = self.text.as_bytes();
        loop {
            at = self.stops.next(at, self.end)?;
            match bytes[at] {
                b'"' => self.quote_is_open = !self.quote_is_open,
                0xE2 if !self.text[at..self.end].starts_with('…') => {
                    at += 2;
                }
                _ => return Some(self.measure(at)),
            }
            at += 1;
        }
    }

    fn measure(&mut self, start: usize) -> Mark {
        let (kind, run) = run_of_marks(&self.text[start..self.end]);
        let end = start + run;
        let mut close = end;
        while let Some(c) = char_at(&self.text[..self.end], close).filter(|&c| closes(c)) {
            self.quote_is_open ^= c == '"';
            close += c.len_utf8();
        }
        if self.quote_is_open && self.text[close..self.end].starts_with(" \"") && kind != MarkKind::Colon {
            self.quote_is_open = false;
            close += 2;
        }
        Mark {
            kind,
            start,
            end,
            close,
        }
    }

    fn take(&mut self, end: usize) -> Span {
        let span = Span::new(self.start, end);
        let rest = &self.text[end..self.end];
        self.start = end + (rest.len() - rest.trim_start().len());
        span
    }
}

/// The kind and the length of the run of marks that `rest` opens with; the points of «. . .» are one run.
fn run_of_marks(rest: &str) -> (MarkKind, usize) {
    let bytes = rest.as_bytes();
    let (mut at, mut points, mut strong) = (0, 0, false);
    loop {
        match bytes.get(at) {
            Some(b'.') => points += 1,
            Some(b'!' | b'?') => strong = true,
            Some(0xE2) if rest[at..].starts_with('…') => {
                points += 3;
                at += 2;
            }
            Some(b' ') if points > 0 && rest[at..].starts_with(" .") && !strong => {}
            _ => break,
        }
        at += 1;
    }
    match (strong, points) {
        (true, _) => (MarkKind::Strong, at),
        (false, 0) => (MarkKind::Colon, 1),
        (false, 1) => (MarkKind::Period, at),
        (false, _) => (MarkKind::Ellipsis, at),
    }
}

impl Iterator for Scanner<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if self.start >= self.end {
            return None;
        }
        let mut at = self.start;
        while let Some(mark) = self.next_mark(at) {
            let may_end = self.colons_end || mark.kind != MarkKind::Colon;
            if may_end && ends_sentence(self.text, self.start, mark, self.end) {
                return Some(self.take(mark.close));
            }
            at = mark.close;
        }
        Some(self.take(self.end))
    }
}
