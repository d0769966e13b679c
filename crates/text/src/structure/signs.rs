//! Where a sign of ASCII stands in a text, asked line by line: few lines have a colon or an `@`, and most that a page put
//! around a text is told by one.

use crate::span::Span;
use memchr::memchr;

/// Finds the first of one sign in each span that is asked for, and looks at no stretch of the text twice where the spans
/// follow one another.
pub(super) struct Signs<'t> {
    text: &'t str,
    sign: u8,
    /// None stands from here …
    from: usize,
    /// … up to the next one, or to the end of the text.
    next: usize,
}

impl<'t> Signs<'t> {
    pub(super) fn new(text: &'t str, sign: u8) -> Self {
        let mut signs = Signs {
            text,
            sign,
            from: 0,
            next: 0,
        };
        signs.turn_to(0);
        signs
    }

    /// Where the first one in `span` stands.
    pub(super) fn first_in(&mut self, span: Span) -> Option<usize> {
        if !(self.from..=self.next).contains(&span.start) {
            self.turn_to(span.start);
        }
        (self.next < span.end).then_some(self.next)
    }

    fn turn_to(&mut self, at: usize) {
        let rest = &self.text.as_bytes()[at..];
        self.from = at;
        self.next = at + memchr(self.sign, rest).unwrap_or(rest.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_one_of_any_span_is_found() {
        let text = "Foto: Kari. Ho sa: ja";
        let mut signs = Signs::new(text, b':');
        let mut first = |start, end| signs.first_in(Span::new(start, end));
        assert_eq!(first(0, text.len()), Some(4));
        assert_eq!(first(0, 4), None);
        assert_eq!(first(5, text.len()), Some(17));
        assert_eq!(first(4, 5), Some(4));
        assert_eq!(first(18, text.len()), None);
        assert_eq!(first(text.len(), text.len()), None);
        assert_eq!(first(0, text.len()), Some(4));
    }
}
