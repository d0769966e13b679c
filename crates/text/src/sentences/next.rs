//! What stands behind a mark.

use crate::openers::is_opener;
use crate::scan::{char_at, is_dash, opens, skip_space, word_at};

/// What stands behind a mark and its white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next<'t> {
    /// Nothing that could open a sentence.
    Low,
    /// A small letter behind an opening quote.
    LowQuote,
    /// A word with a capital at a byte position, behind a quote or bracket where `quoted`.
    Capital { word: &'t str, at: usize, quoted: bool },
    /// A dash and then a capital: dialogue.
    Dialogue,
    /// A number.
    Digit,
    /// A bullet, or the points of something left out: «(…)».
    Sign,
}

impl Next<'_> {
    /// Whether it tells by itself that a sentence begins.
    pub(super) fn is_opener(self) -> bool {
        match self {
            Next::Capital { word, .. } => is_opener(word),
            Next::Dialogue | Next::Sign => true,
            Next::Digit | Next::Low | Next::LowQuote => false,
        }
    }
}

/// What stands at `at`.
pub(super) fn next_behind(text: &str, at: usize, end: usize) -> Next<'_> {
    match char_at(&text[..end], at) {
        None => Next::Low,
        Some(c) if c.is_uppercase() => Next::Capital {
            word: word_at(text, at, end),
            at,
            quoted: false,
        },
        Some(c) if c.is_lowercase() => Next::Low,
        Some(c) if c.is_ascii_digit() => Next::Digit,
        Some(c) if is_dash(c) => dialogue(text, at + c.len_utf8(), end),
        Some(c) if opens(c) => quoted(text, c, at + c.len_utf8(), end),
        Some('*' | '•' | '·' | '■' | '●' | '#' | '►' | '▪') => Next::Sign,
        Some(_) => Next::Low,
    }
}

/// What stands behind the quote or bracket `mark` that ends at `at`.
fn quoted(text: &str, mark: char, at: usize, end: usize) -> Next<'_> {
    let at = skip_space(text, at, end);
    let bracket = mark == '(' || mark == '[';
    match char_at(&text[..end], at) {
        Some(c) if c.is_uppercase() => Next::Capital {
            word: word_at(text, at, end),
            at,
            quoted: true,
        },
        Some('.' | '…') if bracket => Next::Sign,
        Some(c) if c.is_ascii_digit() && bracket && is_item(&text[at..end]) => Next::Sign,
        Some(c) if c.is_ascii_digit() && !bracket => Next::Digit,
        Some(c) if c.is_lowercase() && !bracket => Next::LowQuote,
        Some(c) if is_dash(c) => dialogue(text, at + c.len_utf8(), end),
        _ => Next::Low,
    }
}

/// Whether `rest` (behind a bracket) numbers what follows: «(2) Retten …».
fn is_item(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    behind
        .strip_prefix(") ")
        .is_some_and(|text| text.starts_with(char::is_uppercase))
}

/// What a dash that ends at `at` opens.
fn dialogue(text: &str, at: usize, end: usize) -> Next<'_> {
    let opener = text[at..end]
        .chars()
        .find(|&c| !c.is_whitespace() && !opens(c) && c != '.' && c != '…');
    match opener {
        Some(c) if c.is_uppercase() => Next::Dialogue,
        Some(c) if c.is_ascii_digit() => Next::Digit,
        _ => Next::Low,
    }
}
