//! Reading a text letter by letter in folded form, for matching.

use unicode_normalization::char::{compose, is_combining_mark};

use crate::definitions::is_gap;

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

    #[inline]
    fn next(&mut self) -> Option<Step> {
        match self.take_latin() {
            None => self.take_rare(),
            step => step,
        }
    }
}

impl Folded<'_> {
    /// Takes a letter or digit of ASCII or Latin-1 that no accent can follow, as nearly all are.
    #[inline]
    fn take_latin(&mut self) -> Option<Step> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(self.at)?;
        let (letter, width) = match first {
            LATIN => (latin(*bytes.get(self.at + 1)?), 2),
            _ if first.is_ascii_alphanumeric() => (first.to_ascii_lowercase(), 1),
            _ => return None,
        };
        if bytes.get(self.at + width).is_some_and(|&next| next >= ACCENTS) {
            return None;
        }
        self.at += width;
        Some(Step {
            letter: char::from(letter),
            end: self.at,
        })
    }

    #[cold]
    fn take_rare(&mut self) -> Option<Step> {
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

/// The byte that letters of Latin-1 open with in UTF-8.
const LATIN: u8 = 0xC3;
/// No accent opens with a byte below this one.
const ACCENTS: u8 = 0xCC;

/// The lower-cased letter whose second byte in UTF-8 is `second`, the first being [`LATIN`].
fn latin(second: u8) -> u8 {
    match second + 0x40 {
        letter @ (0xC0..=0xD6 | 0xD8..=0xDE) => letter + 0x20,
        letter => letter,
    }
}

const SOFT_HYPHEN: char = '\u{ad}';

fn is_accent(c: char) -> bool {
    c > '\u{2ff}' && is_combining_mark(c)
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

    proptest::proptest! {
        #[test]
        fn common_letters_are_folded_as_rare_ones_are(text in "[a-zA-Z0-9À-ÿ\u{30a}-]{0,9}") {
            let mut slowly = Folded::new(&text, 0);
            let slow: Vec<Step> = std::iter::from_fn(|| slowly.take_rare()).collect();
            proptest::prop_assert_eq!(Folded::new(&text, 0).collect::<Vec<_>>(), slow);
        }
    }

    #[test]
    fn a_paragraph_break_ends_the_reading() {
        assert_eq!(folded("Nord\n\nKorea"), "nord");
    }
}
