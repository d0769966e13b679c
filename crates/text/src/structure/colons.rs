//! Where the colons of a text stand: few lines have one, and most that a page put around a text is told by one.

use crate::Span;
use memchr::memchr;

/// Finds the first colon of each span that is asked for, and looks at no stretch of the text twice where they follow one
/// another.
pub(super) struct Colons<'t> {
    text: &'t str,
    /// No colon stands from here …
    from: usize,
    /// … up to the next one, or to the end of the text.
    next: usize,
}

impl<'t> Colons<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Colons {
            text,
            from: 0,
            next: next_colon(text, 0),
        }
    }

    /// The first colon in `span`.
    pub(super) fn first_in(&mut self, span: Span) -> Option<usize> {
        if !(self.from..=self.next).contains(&span.start) {
            (self.from, self.next) = (span.start, next_colon(self.text, span.start));
        }
        (self.next < span.end).then_some(self.next)
    }
}

/// The first colon at or behind `at`, or the end of the text.
fn next_colon(text: &str, at: usize) -> usize {
    memchr(b':', &text.as_bytes()[at..]).map_or(text.len(), |n| at + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_colon_of_any_span_is_found() {
        let text = "Foto: Kari. Ho sa: ja";
        let mut colons = Colons::new(text);
        let mut first = |start, end| colons.first_in(Span::new(start, end));
        assert_eq!(first(0, text.len()), Some(4));
        assert_eq!(first(0, 4), None);
        assert_eq!(first(5, text.len()), Some(17));
        assert_eq!(first(4, 5), Some(4));
        assert_eq!(first(18, text.len()), None);
        assert_eq!(first(text.len(), text.len()), None);
        assert_eq!(first(0, text.len()), Some(4));
    }
}
