//! Reading a text letter by letter in folded form, for matching.

use unicode_normalization::char::{compose, is_combining_mark};

/// One step through a text: the folded letter and the byte after what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// The lower-cased letter; `' '` for any run of spaces and hyphens.
    pub(crate) letter: char,
    /// The byte after it.
    pub(crate) end: usize,
}

/// Reads `text` from the byte `at`: letters lower-cased, an accent that follows its letter joined to it, soft hyphens
/// passed over, and each run of white space, hyphens and dashes inside a line (or over one line break) as one space.
pub(crate) struct Folded<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Folded<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Folded { text, at }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take_gap(&mut self) -> Option<Step> {
        let rest = &self.text[self.at..];
        let gap = rest.find(|c| !is_gap(c)).unwrap_or(rest.len());
        let breaks = rest[..gap].matches('\n').count();
        self.at += gap;
        (breaks < 2).then_some(Step {
            letter: ' ',
            end: self.at,
        })
    }

    fn take_letter(&mut self, first: char) -> Step {
        self.at += first.len_utf8();
        let mut letter = first;
        while let Some(mark) = self.peek().filter(|&c| is_accent(c)) {
            letter = compose(letter, mark).unwrap_or(letter);
            self.at += mark.len_utf8();
        }
        Step {
            letter: letter.to_lowercase().next().unwrap_or(letter),
            end: self.at,
        }
    }
}

impl Iterator for Folded<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let first = *self.text.as_bytes().get(self.at)?;
        if first.is_ascii_alphanumeric() && self.text.as_bytes().get(self.at + 1).is_none_or(u8::is_ascii) {
            self.at += 1;
            return Some(Step {
                letter: char::from(first.to_ascii_lowercase()),
                end: self.at,
            });
        }
        match self.peek()? {
            SOFT_HYPHEN => {
                self.at += SOFT_HYPHEN.len_utf8();
                self.next()
            }
            c if is_gap(c) => self.take_gap(),
            c => Some(self.take_letter(c)),
        }
    }
}

const SOFT_HYPHEN: char = '\u{ad}';

fn is_accent(c: char) -> bool {
    c > '\u{2ff}' && is_combining_mark(c)
}

/// Whether a space in a pattern matches it.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Folded::new(text, 0).map(|s| s.letter).collect()
    }

    #[test]
    fn case_accents_gaps_and_soft_hyphens_are_evened_out() {
        assert_eq!(folded("A\u{30a}LESUND"), "ålesund");
        assert_eq!(folded("Nord-\nKorea"), "nord korea");
        assert_eq!(folded("U\u{ad}kraina"), "ukraina");
        assert_eq!(folded("ØKONOMI"), "økonomi");
    }

    #[test]
    fn a_paragraph_break_ends_the_reading() {
        assert_eq!(folded("Nord\n\nKorea"), "nord");
    }
}
