//! Whether a line is all capitals, asked at every short acronym in it.

use std::ops::Range;

/// The lines of a text, of which the last one asked about is kept: a page of one line is then read once, not again at every
/// acronym (4 MB of «IS kom att.» took 54 s).
pub(super) struct Lines<'t> {
    text: &'t str,
    line: Range<usize>,
    letters: usize,
    has_small: bool,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lines {
            text,
            // Holds no words.
            line: 0..0,
            letters: 0,
            has_small: false,
        }
    }

    /// Whether what stands beside `start..end` in its line has letters, and capitals alone. The words there are capitals.
    pub(super) fn are_capitals_beside(&mut self, start: usize, end: usize) -> bool {
        if !(self.line.start <= start && end <= self.line.end) {
            self.turn_to(start, end);
        }
        !self.has_small && self.letters > letters(&self.text[start..end])
    }

    fn turn_to(&mut self, start: usize, end: usize) {
        let from = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = self.text[end..].find('\n').map_or(self.text.len(), |at| end + at);
        let line = &self.text[from..to];
        self.letters = letters(line);
        self.has_small = line.contains(char::is_lowercase);
        // A phrase over a line break has two lines, and the next may not be asked of both.
        self.line = if self.text[start..end].contains('\n') {
            0..0
        } else {
            from..to
        };
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_capitals_are_told_from_acronyms_in_a_line() {
        let text = "IS GJEKK PÅ VATNET\nDei seier at IS kom att.\nIS";
        let beside = |lines: &mut Lines<'_>, at: usize| lines.are_capitals_beside(at, at + 2);
        let mut lines = Lines::new(text);
        let found: Vec<bool> = text
            .match_indices("IS")
            .map(|(at, _)| beside(&mut lines, at))
            .collect();
        assert_eq!(found, [true, false, false]);
    }
}
