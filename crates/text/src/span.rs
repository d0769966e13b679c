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
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span must not end before it starts");
        Span { start, end }
    }

    /// Length in bytes.
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
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same range without the white space at its ends.
    #[inline]
    pub fn trimmed(self, text: &str) -> Span {
        let slice = self.of(text);
        if let ([first, ..], [.., last]) = (slice.as_bytes(), slice.as_bytes())
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let start = self.start + (slice.len() - slice.trim_start().len());
        Span {
            start,
            end: (start + slice.trim().len()).max(start),
        }
    }
}
