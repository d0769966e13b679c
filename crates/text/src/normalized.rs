//! A text with the white space, letters and marks that a reader cannot tell apart written in one way, so that everything
//! found in it is the same however they were written; spans lead back to the text as it was read.

use crate::scan::is_invisible;
use crate::span::Span;
use crate::window::{Bytes, Search, Sign, Window};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Where a text may not be normal: two blanks, a tab, or the first byte of a special space, of a mark without width or
/// of a mark that is combined with a letter.
struct Special;

impl Sign for Special {
    #[inline]
    fn places(here: Window, next: Window) -> Bytes {
        let space = here.is(b' ') & next.is(b' ') | here.is(b'\t') | here.is(0xC2) & next.is(0xA0);
        let combined = here.within(0xCC, 0xCD) | here.is(0xEF);
        space | combined | here.is(0xE2) & next.within(0x80, 0x81) | here.is(0xE3) & next.is(0x80)
    }
}

/// A stretch that is the same in both texts, or that was written anew.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// Where it is in the normal text.
    normal: Span,
    /// Where it is in the text as it was read.
    read: Span,
    /// Whether both hold the same bytes: marks put in their order are as long as before, and are not.
    is_same: bool,
}

/// A normal text and the way back.
#[derive(Clone, Debug)]
pub(crate) struct Normalized {
    /// Single blanks, letters with their marks in one character, no marks without width.
    pub(crate) text: String,
    segments: Vec<Segment>,
}

impl Normalized {
    /// `text` in one way of writing; `None` where it is written so already.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let mut specials = Search::<Special>::new(text);
        let mut at = 0;
        while let Some(place) = specials.next(at, text.len()) {
            if is_special(&text[place..]) {
                return Some(Self::of_special(text));
            }
            at = place + 1;
        }
        None
    }

    fn of_special(text: &str) -> Self {
        let mut normalized = Normalized {
            text: String::with_capacity(text.len()),
            segments: Vec::new(),
        };
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let mut end = start + c.len_utf8();
            let mut more = |belongs: fn(char) -> bool| {
                while let Some((at, c)) = chars.next_if(|&(_, c)| belongs(c)) {
                    end = at + c.len_utf8();
                }
            };
            if is_zero_width(c) {
                continue;
            }
            if is_blank(c) {
                more(|c| is_blank(c) || is_zero_width(c));
                normalized.write(" ", Span::new(start, end), text);
            } else {
                more(is_combining_mark);
                let read = Span::new(start, end);
                let composed: String = if end - start > c.len_utf8() {
                    read.of(text).nfc().collect()
                } else {
                    c.into()
                };
                normalized.write(&composed, read, text);
            }
        }
        normalized
    }

    /// Appends `written` in place of what was read at `read`.
    fn write(&mut self, written: &str, read: Span, text: &str) {
        let start = self.text.len();
        self.text.push_str(written);
        let is_same = read.of(text) == written;
        match self.segments.last_mut() {
            Some(last) if is_same && last.is_same && last.read.end == read.start => {
                last.read.end = read.end;
                last.normal.end = self.text.len();
            }
            _ => self.segments.push(Segment {
                normal: Span::new(start, self.text.len()),
                read,
                is_same,
            }),
        }
    }

    /// `read`, of which this is the normal form, by the spans of that form.
    pub(crate) fn original<'a>(&'a self, read: &'a str) -> Original<'a> {
        Original {
            normal: &self.text,
            read,
            way_back: Some(self),
        }
    }

    /// Where a stretch of the normal text is in the text as it was read.
    pub(crate) fn read_span(&self, span: Span) -> Span {
        let start = self.read_at(span.start, false);
        Span::new(start, self.read_at(span.end, true).max(start))
    }

    /// The byte, in the text as it was read, of a start or an end in the normal text.
    fn read_at(&self, at: usize, is_end: bool) -> usize {
        let inside = at - usize::from(is_end && at > 0);
        let index = self
            .segments
            .partition_point(|segment| segment.normal.end <= inside);
        let Some(segment) = self.segments.get(index) else {
            return self.segments.last().map_or(0, |last| last.read.end);
        };
        if segment.is_same {
            segment.read.start + (at - segment.normal.start)
        } else if is_end {
            segment.read.end
        } else {
            segment.read.start
        }
    }
}

/// A text as it was read, by spans of its normal form.
#[derive(Clone, Copy, Debug)]
pub struct Original<'a> {
    /// The normal form.
    pub normal: &'a str,
    read: &'a str,
    /// `None` where both are the same.
    way_back: Option<&'a Normalized>,
}

impl<'a> Original<'a> {
    /// Where a stretch of the normal form stands in the text as it was read.
    pub fn span(self, span: Span) -> Span {
        self.way_back.map_or(span, |form| form.read_span(span))
    }

    /// A stretch of the normal form as it was read.
    pub fn slice(self, span: Span) -> &'a str {
        self.span(span).of(self.read)
    }

    /// The text as it was read.
    pub fn read(self) -> &'a str {
        self.read
    }
}

impl<'a> From<&'a str> for Original<'a> {
    /// A text that is taken as it stands.
    fn from(text: &'a str) -> Self {
        Original {
            normal: text,
            read: text,
            way_back: None,
        }
    }
}

/// Whether `rest` opens with what a normal text does not have.
fn is_special(rest: &str) -> bool {
    let mut chars = rest.chars();
    let first = chars.next().unwrap_or_default();
    if first == ' ' {
        return chars.next() == Some(' ');
    }
    is_blank(first) || is_zero_width(first) || is_combining_mark(first)
}

/// Whether `c` is a space inside a line.
fn is_blank(c: char) -> bool {
    c == '\t' || c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether `c` is a mark without width. A soft hyphen tells where a word may be parted, and stays.
fn is_zero_width(c: char) -> bool {
    c != '\u{AD}' && is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_to_the_text_as_it_was_read() {
        let text = "Elva\u{A0} \tpa\u{30A} No\u{200B}reg \u{2009}er, \u{FEFF}ja";
        let normalized = Normalized::of(text).expect("it is special");
        assert_eq!(normalized.text, "Elva på Noreg er, ja");
        for (word, read) in [
            ("Elva", "Elva"),
            ("på", "pa\u{30A}"),
            ("Noreg", "No\u{200B}reg"),
            ("ja", "ja"),
        ] {
            let start = normalized.text.find(word).expect(word);
            let span = normalized.read_span(Span::new(start, start + word.len()));
            assert_eq!(span.of(text), read);
        }
    }

    #[test]
    fn marks_put_in_their_order_lead_back_as_a_whole() {
        let text = "a b\u{301}\u{323} c";
        let normalized = Normalized::of(text).expect("its marks are out of order");
        let inside = normalized.read_span(Span::new(2, 4));
        assert_eq!(inside.of(text), "b\u{301}\u{323}");
    }

    #[test]
    fn a_normal_text_is_left_alone() {
        for text in [
            "",
            "Ferja gjekk – ikkje «i dag» …\nHo låg ved kai.",
            "regje\u{AD}ringa",
        ] {
            assert!(Normalized::of(text).is_none(), "{text}");
        }
    }
}
