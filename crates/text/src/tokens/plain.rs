//! The common case: a word of small letters, perhaps behind a capital, with white space or the end of a clause behind it.
//!
//! Nine words in ten are of this kind. Their letters are found eight at a time, and nothing that holds words together or
//! makes numbers and addresses of them need be looked for.

use super::{Case, Token, TokenKind};
use crate::Span;
use crate::lanes::{self, LANES};

/// The token that starts at `start`, if it is such a word.
#[inline]
pub(super) fn word(text: &str, start: usize) -> Option<Token> {
    let bytes = text.as_bytes();
    let capital = capital_at(bytes, start);
    let end = end_of_small_letters(bytes, start + capital);
    let is_word = end > start + capital && is_parted(bytes, end) && !may_go_on(&bytes[start..end]);
    is_word.then_some(Token {
        span: Span { start, end },
        kind: TokenKind::Word,
        case: if capital == 0 { Case::Lower } else { Case::Initial },
        plain: capital == 0,
    })
}

/// Bytes of the capital at `at`, of ASCII or Latin-1; 0 where there is none.
fn capital_at(bytes: &[u8], at: usize) -> usize {
    match bytes[at..] {
        [b'A'..=b'Z', ..] => 1,
        [0xC3, second, ..] if second <= 0x9E && second != 0x97 => 2,
        _ => 0,
    }
}

/// Where the small letters, of ASCII and Latin-1, end that start at `at`.
#[inline]
fn end_of_small_letters(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match lanes::load(&bytes[at..]) {
            Some(eight) => {
                let run = lanes::first_without(lanes::within(eight, b'a', b'z'));
                at += run;
                if run == LANES {
                    continue;
                }
            }
            None => at += bytes[at..].iter().take_while(|b| b.is_ascii_lowercase()).count(),
        }
        match bytes[at..] {
            [0xC3, second, ..] if second > 0x9E && second != 0xB7 => at += 2,
            _ => return at,
        }
    }
}

/// Whether a gap, or a mark and a gap, stands at `at`, so that no address or joined word goes on there.
fn is_parted(bytes: &[u8], at: usize) -> bool {
    let is_gap = |b: Option<&u8>| matches!(b, None | Some(b' ' | b'\n' | b'!' | b'?' | b')' | b';' | b'"'));
    match bytes.get(at) {
        Some(b'.' | b',' | b':') => matches!(bytes.get(at + 1), None | Some(b' ' | b'\n')),
        behind => is_gap(behind),
    }
}

/// Whether a word may be part of a longer token over the space behind it: a lost ligature («fi nans») or a currency.
fn may_go_on(word: &[u8]) -> bool {
    word.len() <= 3 && matches!(word[0], b'f' | b'F' | b'k' | b'K')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::scanner::Scanner;
    use proptest::prelude::*;

    fn found(text: &str) -> Option<&str> {
        word(text, 0).map(|token| token.span.of(text))
    }

    #[test]
    fn words_of_letters_are_plain() {
        assert_eq!(found("flyktningkrisen er her"), Some("flyktningkrisen"));
        assert_eq!(found("Økonomi, rente"), Some("Økonomi"));
        assert_eq!(found("på"), Some("på"));
        assert_eq!(found("slutt.\nNy"), Some("slutt"));
    }

    #[test]
    fn what_may_go_on_is_left_to_the_scanner() {
        for text in [
            "Nord-Korea",
            "fi nansen",
            "kr 500",
            "avisa.no",
            "a@b.no",
            "FN",
            "16",
            "a\u{30A}r",
            "Čapek er",
            "I ",
            "ned\u{AD}bør",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_plain_word_is_what_the_scanner_finds(
            text in "[A-ZÆØÅa-zæøåé]{1,3}[a-zæøå]{0,9}[ .,:;!?\n\u{30A}-]{0,2}[a-zA-ZæÅ0-9]{0,3}",
        ) {
            if let Some(token) = word(&text, 0) {
                prop_assert_eq!(Scanner::new(&text).token(&mut Vec::new()), token);
            }
        }
    }
}
