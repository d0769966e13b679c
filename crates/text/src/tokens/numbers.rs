//! Numbers and amounts.

use super::TokenKind;
use super::classes::{Class, class_at};
use crate::span::Span;

/// Where the number that opens at `start` and is known up to `end` ends, thousands parted by spaces and a currency
/// included.
pub(super) fn number(text: &str, start: usize, end: usize) -> (usize, TokenKind) {
    let end = thousands(text, start, end);
    match currency_after(text, end) {
        Some(end) => (end, TokenKind::Money),
        None => (end, TokenKind::Number),
    }
}

/// «1 250 000»: one to three digits, then groups of just three.
fn thousands(text: &str, start: usize, mut end: usize) -> usize {
    let first = &text.as_bytes()[start..end];
    if first.len() > 3 || !first.iter().all(u8::is_ascii_digit) {
        return end;
    }
    while let Some(group) = space_at(text, end).map(|gap| end + gap) {
        let digits = text.as_bytes()[group..]
            .iter()
            .take(4)
            .take_while(|b| b.is_ascii_digit())
            .count();
        if digits != 3
            || matches!(
                class_at(text, group + 3).0,
                Class::Lower | Class::Upper | Class::Wide
            )
        {
            break;
        }
        end = group + 3;
    }
    end
}

/// The length of one space at `at`: a plain, a no-break or a thin one.
fn space_at(text: &str, at: usize) -> Option<usize> {
    let c = text[at..].chars().next()?;
    matches!(c, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}').then_some(c.len_utf8())
}

/// «500,-», «500 kr», «500 €».
fn currency_after(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if let Some(mark) = [",-", ",–", ",—"].iter().find(|mark| rest.starts_with(**mark)) {
        let end = at + mark.len();
        return is_outside(text, end).then_some(end);
    }
    let at = at + space_at(text, at).unwrap_or(0);
    let sign = ["kr", "NOK", "€", "$", "£"]
        .iter()
        .find(|sign| text[at..].starts_with(**sign))?;
    let end = at + sign.len();
    is_outside(text, end).then_some(end)
}

/// «kr 500», «kr. 500» and «NOK 500»: where the amount that follows the sign ends.
pub(super) fn amount_after_sign(text: &str, sign: Span) -> Option<usize> {
    if !matches!(sign.of(text), "kr" | "Kr" | "NOK") {
        return None;
    }
    let at = sign.end + usize::from(text[sign.end..].starts_with('.'));
    let start = at + space_at(text, at)?;
    let digits = text.as_bytes()[start..]
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    let end = thousands(text, start, start + digits);
    (digits > 0 && is_outside(text, end)).then(|| fraction(text, end))
}

/// The end of the inner marks and digits that follow, as in «kr 1.250,50».
fn fraction(text: &str, mut end: usize) -> usize {
    let bytes = text.as_bytes();
    while let [b'.' | b',', digit, ..] = &bytes[end..] {
        if !digit.is_ascii_digit() {
            break;
        }
        end += 1 + bytes[end + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
    }
    end
}

fn is_outside(text: &str, at: usize) -> bool {
    !matches!(
        class_at(text, at).0,
        Class::Lower | Class::Upper | Class::Digit | Class::Wide | Class::Silent
    )
}
