//! What holds a word together: marks inside it, and gaps that should not be there.

use super::classes::{Class, class_at};
use crate::lists::grammar;
use crate::scan::is_invisible;

/// A stretch between two parts of one token.
pub(super) struct Join {
    /// Where the token goes on.
    pub(super) to: usize,
    /// Whether a capital may follow as in «Nord-Korea».
    pub(super) opens_part: bool,
    /// Whether the folded form leaves out or replaces something of it.
    pub(super) alters: bool,
}

impl Join {
    fn mark(to: usize) -> Option<Join> {
        Some(Join {
            to,
            opens_part: true,
            alters: false,
        })
    }

    fn repair(to: usize) -> Option<Join> {
        Some(Join {
            to,
            opens_part: false,
            alters: true,
        })
    }
}

/// Whether the token that began at `start` goes on over the character at `at`, which is no letter or digit.
pub(super) fn over(text: &str, start: usize, at: usize, class: Class) -> Option<Join> {
    match class {
        Class::Mark => over_mark(text, start, at),
        Class::Silent => over_silent(text, at),
        _ if at < text.len() => over_stray_space(text, start, at),
        _ => None,
    }
}

fn over_mark(text: &str, start: usize, at: usize) -> Option<Join> {
    let mark = text[at..].chars().next()?;
    let to = at + mark.len_utf8();
    let (next, _) = class_at(text, to);
    if !matches!(next, Class::Lower | Class::Upper | Class::Digit | Class::Wide) {
        return if mark == '-' {
            over_line_break(text, to)
        } else {
            None
        };
    }
    let digits = || next == Class::Digit && text.as_bytes()[at - 1].is_ascii_digit();
    match mark {
        '-' | '\'' | '_' => Join::mark(to),
        '’' | '‐' | '‑' => Some(Join {
            to,
            opens_part: true,
            alters: true,
        }),
        '.' if is_inner_period(text, start, at) => Join::mark(to),
        '.' | ',' | ':' | '/' if digits() => Join::mark(to),
        '–' | '−' if digits() => Some(Join {
            to,
            opens_part: true,
            alters: true,
        }),
        '&' if next == Class::Upper && text.as_bytes()[at - 1].is_ascii_uppercase() => Join::mark(to),
        _ => None,
    }
}

/// Abbreviations and initials keep their inner periods («f.eks», «bl.a», «J.R.R»): a single letter stands on one side
/// and few on the other. Two words that lost their space («slutt.Han») are two.
fn is_inner_period(text: &str, start: usize, at: usize) -> bool {
    const LONGEST: usize = 4;
    let before = text[start..at].rsplit(['.', '-']).next().unwrap_or_default();
    let letters = |part: &str, most: usize| {
        part.bytes()
            .take(most + 1)
            .take_while(u8::is_ascii_alphabetic)
            .count()
    };
    let (left, right) = (letters(before, LONGEST), letters(&text[at + 1..], LONGEST));
    let short =
        left == before.len() && left > 0 && (left == 1 && right <= LONGEST || left <= 3 && right == 1);
    short && right > 0 && class_at(text, at + 1 + right).0 != Class::Beyond
}

/// Combining marks belong to their letter; invisible characters part nothing, and a soft hyphen at the end of a line
/// holds the word together over the break.
fn over_silent(text: &str, at: usize) -> Option<Join> {
    let mut to = at;
    let mut combining = at;
    for c in text[at..].chars() {
        if !super::classes::is_silent(c) {
            break;
        }
        to += c.len_utf8();
        if !is_invisible(c) {
            combining = to;
        }
    }
    match class_at(text, to).0 {
        Class::Lower | Class::Upper | Class::Digit | Class::Wide => Join::repair(to),
        _ if text[..to].ends_with('\u{AD}') => small_letter_after_gap(text, to).and_then(Join::repair),
        Class::Mark => Join::repair(to),
        _ if combining > at => Join::repair(combining),
        _ => None,
    }
}

/// A word parted at the end of a line («regje-\nringen»), unless the hyphen stands for a part left out («olje-\nog
/// gassnæringen»).
fn over_line_break(text: &str, after_hyphen: usize) -> Option<Join> {
    let rest = &text[after_hyphen..];
    if !rest.starts_with(['\n', '\r']) {
        return None;
    }
    let to = small_letter_after_gap(text, after_hyphen)?;
    let word = text[to..]
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    if grammar::COORDINATORS.contains(&word) {
        None
    } else {
        Join::repair(to)
    }
}

/// Where the next small letter stands, if only one space or line break lies between.
fn small_letter_after_gap(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let gap = ["\r\n", "\n", " "]
        .iter()
        .find(|gap| rest.starts_with(**gap))?
        .len();
    (class_at(text, at + gap).0 == Class::Lower).then_some(at + gap)
}

/// The stray spaces that can be told without a dictionary: after a ligature that a page lost («fi nansministeren»),
/// and between the letters of a spaced-out word («S T O R M»).
fn over_stray_space(text: &str, start: usize, at: usize) -> Option<Join> {
    if text.as_bytes()[at] != b' ' {
        return None;
    }
    match text.as_bytes()[at - 1] {
        b'i' | b'l' | b'f' if is_broken_ligature(&text[start..at]) && !is_loan_before(&text[..start]) => {
            small_letter_after_gap(text, at).and_then(Join::repair)
        }
        b'A'..=b'Z' | 0x80..=0x9E if is_spaced_out(text, start, at) => Join::repair(at + 1),
        _ => None,
    }
}

fn is_broken_ligature(word: &str) -> bool {
    matches!(word, "fi" | "fl" | "ff" | "ffi" | "ffl" | "Fi" | "Fl")
}

/// «sci fi», «hi fi» and «wi fi» are no broken words.
fn is_loan_before(before: &str) -> bool {
    ["sci ", "hi ", "wi ", "Sci ", "Hi ", "Wi "]
        .iter()
        .any(|loan| before.ends_with(loan))
}

/// Whether single capitals with one space between them go on: four or more in all.
fn is_spaced_out(text: &str, start: usize, at: usize) -> bool {
    let single = |from: usize| {
        let (class, len) = class_at(text, from);
        (class == Class::Upper && class_at(text, from + len).0 == Class::Gap).then_some(from + len)
    };
    let Some(last) = single_capital_before(text, start, at) else {
        return false;
    };
    if last != start {
        return single(at + 1).is_some();
    }
    let mut end = at;
    for _ in 0..3 {
        let after_space = (text.as_bytes().get(end) == Some(&b' ')).then(|| single(end + 1));
        match after_space.flatten() {
            Some(next) => end = next,
            None => return false,
        }
    }
    true
}

/// Where the single capital that ends at `at` starts, if one does, at `start` or after a space.
fn single_capital_before(text: &str, start: usize, at: usize) -> Option<usize> {
    let (last, c) = text[start..at].char_indices().next_back()?;
    let alone = last == 0 || text.as_bytes()[start + last - 1] == b' ';
    (c.is_uppercase() && alone).then_some(start + last)
}
