//! Byte ranges of a text.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`, of the text it was found in; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range `start..end`, in bytes.
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span must not end before it starts");
        Span { start, end }
    }

    /// Length in bytes.
    #[inline]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The stretch of `text` it covers.
    ///
    /// # Panics
    /// Where the span was not taken from this text.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same range without the white space at its ends.
    #[inline]
    pub fn trimmed(self, text: &str) -> Span {
        let slice = self.of(text);
        let is_seen = |b: Option<&u8>| b.is_none_or(u8::is_ascii_graphic);
        if is_seen(slice.as_bytes().first()) && is_seen(slice.as_bytes().last()) {
            return self;
        }
        self.trimmed_by_chars(slice)
    }

    /// The range of `slice`, which is this one's, without the white space at its ends.
    fn trimmed_by_chars(self, slice: &str) -> Span {
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        if !is_space(slice.chars().next()) && !is_space(slice.chars().next_back()) {
            return self;
        }
        let start = self.start + (slice.len() - slice.trim_start().len());
        Span {
            start,
            end: (start + slice.trim().len()).max(start),
        }
    }
}
