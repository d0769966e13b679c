//! How many words and letters a text has.

use crate::window::{Bytes, WIDTH, Window};

/// The words and letters of a text that is read piece by piece. A word is what stands between white space, a letter any
/// character but that.
///
/// ```
/// let mut count = notis_text::WordCount::default();
/// ["Brua er st", "engd."].iter().for_each(|piece| count.add(piece));
/// assert_eq!((count.words, count.letters), (3, 13));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// How many words.
    pub words: usize,
    /// How many letters.
    pub letters: usize,
    /// Whether the last piece ends inside a word.
    inside: bool,
}

impl WordCount {
    /// Reads the next piece.
    pub fn add(&mut self, piece: &str) {
        let is_wide_space = |letter: char| !letter.is_ascii() && letter.is_whitespace();
        if windows(piece).any(may_have_wide_space) && piece.contains(is_wide_space) {
            return piece.chars().for_each(|letter| self.add_letter(letter));
        }
        for window in windows(piece) {
            let spaces = spaces(window).bits();
            let behind_space = spaces << 1 | u64::from(!self.inside);
            self.words += (behind_space & !spaces).count_ones() as usize;
            self.letters += (!spaces & !goes_on(window).bits()).count_ones() as usize;
            self.inside = spaces >> (WIDTH - 1) == 0;
        }
        // The last window may reach over the end, where it has blanks.
        self.inside = piece
            .chars()
            .next_back()
            .map_or(self.inside, |last| !last.is_whitespace());
    }

    fn add_letter(&mut self, letter: char) {
        let inside = !letter.is_whitespace();
        self.words += usize::from(inside && !self.inside);
        self.letters += usize::from(inside);
        self.inside = inside;
    }
}

fn windows(text: &str) -> impl Iterator<Item = Window> {
    let starts = (0..text.len()).step_by(WIDTH);
    starts.map(|at| Window::at(text.as_bytes(), at))
}

/// White space of ASCII.
fn spaces(window: Window) -> Bytes {
    window.is(b' ') | window.within(b'\t', b'\r')
}

/// Bytes that go on a character that one before them began.
fn goes_on(window: Window) -> Bytes {
    window.within(0x80, 0xBF)
}

/// Whether white space outside ASCII may begin in a window: at one of these bytes.
fn may_have_wide_space(window: Window) -> bool {
    (window.is(0xC2) | window.within(0xE1, 0xE3)).bits() != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_has_the_words_and_letters_of_its_pieces(
            pieces in proptest::collection::vec("([ \\t\u{a0}\u{2009}\u{85}]|a|æ|–|\\PC){0,90}", 0..4),
        ) {
            let mut count = WordCount::default();
            pieces.iter().for_each(|piece| count.add(piece));
            let text = pieces.concat();
            prop_assert_eq!(count.words, text.split_whitespace().count());
            prop_assert_eq!(count.letters, text.chars().filter(|c| !c.is_whitespace()).count());
        }

        #[test]
        fn wide_space_begins_with_one_of_four_bytes(letter: char) {
            let text = letter.to_string();
            prop_assert!(letter.is_ascii() || !letter.is_whitespace() || windows(&text).any(may_have_wide_space));
        }
    }
}
