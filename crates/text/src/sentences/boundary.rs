//! Whether a mark ends its sentence.

use super::abbreviations::{Follow, abbreviation};
use crate::openers::is_opener;
use crate::scan::{char_at, char_before, chunk_before, is_dash, opens, skip_space, word_at};

/// What a run of marks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A single period.
    Period,
    /// Two or more points, or «…».
    Ellipsis,
    /// A run with `!` or `?` in it.
    Strong,
    /// A colon.
    Colon,
}

/// A run of marks, `start..end`, and the end of the quotes and brackets that close behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) close: usize,
}

/// What stands behind a mark and its white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next<'t> {
    /// Nothing that could open a sentence.
    Low,
    /// A word with a capital, behind a quote or bracket where `quoted`.
    Capital { word: &'t str, quoted: bool },
    /// A dash and then something that opens a sentence: dialogue.
    Dialogue,
    /// A number.
    Digit,
    /// A bullet or the like.
    Sign,
}

/// Whether `mark` ends the sentence that began at `start`; the block ends at `end`.
pub(super) fn ends_sentence(text: &str, start: usize, mark: Mark, end: usize) -> bool {
    if mark.close == end {
        return true;
    }
    let next_at = skip_space(text, mark.close, end);
    if next_at == mark.close {
        return mark.kind == MarkKind::Period && lacks_space(text, mark, end);
    }
    let next = next_at_position(text, next_at, end);
    if next == Next::Low {
        return false;
    }
    match mark.kind {
        MarkKind::Strong => !is_aside(text, mark),
        MarkKind::Ellipsis => mark.close > mark.end || mark.start > start,
        MarkKind::Colon => colon_ends(text, start, mark, next),
        MarkKind::Period => mark.close > mark.end || period_ends(text, start, mark, next),
    }
}

/// What stands at `at`.
fn next_at_position(text: &str, at: usize, end: usize) -> Next<'_> {
    let Some(c) = char_at(&text[..end], at) else {
        return Next::Low;
    };
    if is_dash(c) {
        return dialogue(text, at + c.len_utf8(), end);
    }
    if opens(c) {
        let inner = skip_space(text, at + c.len_utf8(), end);
        return match char_at(&text[..end], inner) {
            Some(c) if c.is_uppercase() => Next::Capital {
                word: word_at(text, inner, end),
                quoted: true,
            },
            Some(c) if c.is_ascii_digit() => Next::Digit,
            Some(c) if is_dash(c) => dialogue(text, inner + c.len_utf8(), end),
            _ => Next::Low,
        };
    }
    match c {
        c if c.is_uppercase() => Next::Capital {
            word: word_at(text, at, end),
            quoted: false,
        },
        c if c.is_ascii_digit() => Next::Digit,
        '*' | '•' | '·' | '■' | '●' | '#' | '►' | '▪' => Next::Sign,
        _ => Next::Low,
    }
}

/// What a dash that ends at `at` opens.
fn dialogue(text: &str, at: usize, end: usize) -> Next<'_> {
    let opener = text[at..end]
        .chars()
        .find(|&c| !c.is_whitespace() && !opens(c) && c != '.' && c != '…');
    match opener {
        Some(c) if c.is_uppercase() || c.is_ascii_digit() => Next::Dialogue,
        _ => Next::Low,
    }
}

/// Whether a sentence ends at a period that no white space follows: «skulen.Elevane».
fn lacks_space(text: &str, mark: Mark, end: usize) -> bool {
    let before = chunk_before(text, 0, mark.start);
    let word = word_at(text, mark.close, end);
    before.chars().count() > 3
        && before.chars().all(char::is_lowercase)
        && word.chars().nth(1).is_some_and(char::is_lowercase)
        && is_opener(word)
}

/// Whether the marks stand alone in brackets, as in «ti (!) mål».
fn is_aside(text: &str, mark: Mark) -> bool {
    mark.close > mark.end && char_before(text, mark.start).is_some_and(|c| c == '(' || c == '[')
}

/// Whether a colon ends a sentence: what follows has a capital or is dialogue, and does not belong to a label.
fn colon_ends(text: &str, start: usize, mark: Mark, next: Next<'_>) -> bool {
    let label = text[start..mark.start].trim_start_matches(|c: char| opens(c) || is_dash(c) || c == ' ');
    match next {
        Next::Dialogue => true,
        Next::Capital { quoted, .. } => !quoted && !is_label(label),
        _ => false,
    }
}

/// Whether the words before a colon name a credit or a sum rather than announce a sentence.
fn is_label(label: &str) -> bool {
    label.len() < 3 || label.bytes().all(|b| b.is_ascii_digit()) || crate::structure::is_credit_label(label)
}

/// Whether a single period with white space behind it ends a sentence.
fn period_ends(text: &str, start: usize, mark: Mark, next: Next<'_>) -> bool {
    let chunk = chunk_before(text, start, mark.start);
    let word = chunk.trim_start_matches(opens);
    let before = text[start..mark.start - chunk.len()].trim_end();
    let opener = match next {
        Next::Capital { word, .. } => is_opener(word),
        Next::Dialogue | Next::Sign => true,
        Next::Digit | Next::Low => false,
    };
    if word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty() {
        return number_ends(word, before, next, opener);
    }
    if is_initials(word) {
        return initials_end(word, before, opener);
    }
    match abbreviation(word) {
        None => true,
        Some(Follow::Bound) => false,
        Some(Follow::Either) => opener,
        Some(Follow::Closing) => next != Next::Digit,
    }
}

/// Whether a period behind digits ends the sentence, or makes them an ordinal: «3. april», «Harald 5.».
fn number_ends(digits: &str, before: &str, next: Next<'_>, opener: bool) -> bool {
    let short = digits.len() < 3;
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    match next {
        _ if before.is_empty() => false,
        Next::Digit => !short && digits.len() == 4,
        Next::Capital { word, .. } if short => {
            !is_month(word) && (opener || is_counted(last) || !last.starts_with(char::is_uppercase))
        }
        _ => true,
    }
}

/// Whether `word` is counted by the number behind it, so that the number is no ordinal: «plass nr. 4».
fn is_counted(word: &str) -> bool {
    const COUNTED: [&str; 18] = [
        "nr.", "nr", "nummer", "plass", "side", "s.", "kl.", "kl", "klokka", "klokken", "kapittel", "kap.",
        "paragraf", "§", "artikkel", "pkt.", "punkt", "av",
    ];
    COUNTED.contains(&word)
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "Januar",
        "Februar",
        "Mars",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    MONTHS.contains(&word)
}

/// Whether `word` is made of single capitals with points between them, or is a Roman number: «J», «H.K.H», «XIV».
fn is_initials(word: &str) -> bool {
    let single = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && (letters.as_str().is_empty() || letters.as_str().starts_with('-'))
    };
    !word.is_empty() && word.split('.').all(single)
        || word.len() > 1 && word.bytes().all(|b| b"IVX".contains(&b))
}

/// Whether the period behind initials ends the sentence: «plan B. Det» does, «J. Stoltenberg» does not.
fn initials_end(word: &str, before: &str, opener: bool) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let belongs_to_a_name = last.starts_with(char::is_uppercase) && !word.contains('.');
    opener && !before.is_empty() && (!belongs_to_a_name || word.len() > 1)
}
