//! What stands behind a mark.

use crate::lists::{grammar, time};
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
    /// The number of a point in a list, and then a capital: «2. Ring …».
    Point,
    /// A bullet, or the points of something left out: «(…)».
    Sign,
}

impl Next<'_> {
    /// Whether it tells by itself that a sentence begins.
    pub(super) fn is_opener(self) -> bool {
        match self {
            Next::Capital { word, .. } => is_opener(word),
            Next::Dialogue | Next::Sign => true,
            Next::Digit | Next::Point | Next::Low | Next::LowQuote => false,
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
        Some(c) if c.is_lowercase() => low(text, at, end),
        Some(c) if c.is_ascii_digit() && is_point(&text[at..end]) => Next::Point,
        Some(c) if c.is_ascii_digit() => Next::Digit,
        Some(c) if is_dash(c) => dialogue(text, at + c.len_utf8(), end),
        Some(c) if opens(c) => quoted(text, c, at + c.len_utf8(), end),
        Some('*' | '•' | '·' | '■' | '●' | '#' | '►' | '▪') => Next::Sign,
        Some(_) => Next::Low,
    }
}

/// What the small letter at `at` opens: a name such as «iPhone», a point of a list («b) Ferja …»), or nothing.
fn low(text: &str, at: usize, end: usize) -> Next<'_> {
    let mut rest = text[at..end].chars().skip(1);
    match rest.next() {
        Some(second) if second.is_uppercase() => Next::Capital {
            word: word_at(text, at, end),
            at,
            quoted: false,
        },
        Some(')') if rest.next() == Some(' ') && rest.next().is_some_and(char::is_uppercase) => Next::Sign,
        _ => Next::Low,
    }
}

/// Whether `rest` opens with the number of a point and the point itself: «2. Ring …», «2) Ring …», and no date.
fn is_point(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let text = behind.strip_prefix(". ").or(behind.strip_prefix(") "));
    rest.len() - behind.len() <= 2
        && text.is_some_and(|text| {
            let word = word_at(text, 0, text.len());
            text.starts_with(char::is_uppercase) && !is_numbered(word)
        })
}

/// Whether `word`, which has a capital, is numbered by an ordinal in front of it: «3. Mai», «10. Klasse».
pub(super) fn is_numbered(word: &str) -> bool {
    let same = |listed: &&str| listed.len() == word.len() && word.to_lowercase() == **listed;
    time::MONTHS.iter().chain(grammar::NUMBERED_NOUNS).any(same)
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
