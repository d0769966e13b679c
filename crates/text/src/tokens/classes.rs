//! What a byte, and a character behind it, can be to a token.

use crate::scan::is_invisible;

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space, punctuation, symbols: outside of every token.
    Gap,
    /// A letter without a capital form here, or a small one.
    Lower,
    /// A capital.
    Upper,
    /// A decimal digit.
    Digit,
    /// A mark that may stand inside a token, or open one: `- ' . , : / & @ _ #` and currency signs.
    Mark,
    /// Part of a word only beside a letter: combining marks, soft hyphens, characters without width.
    Silent,
    /// A letter or number of another script, or one that folds to something else: needs the slow way of folding.
    Wide,
    /// Not ASCII: the table cannot tell.
    Beyond,
}

/// The first byte of the letters of Latin-1, and of × and ÷.
pub(crate) const LATIN: u8 = 0xC3;

/// The class of each byte, as far as one byte can tell.
pub(super) static CLASSES: [Class; 256] = byte_classes();

const fn byte_classes() -> [Class; 256] {
    let mut table = [Class::Gap; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Digit,
            b'-' | b'\'' | b'.' | b',' | b':' | b'/' | b'&' | b'@' | b'_' | b'#' | b'$' => Class::Mark,
            0x80.. => Class::Beyond,
            _ => Class::Gap,
        };
        byte += 1;
    }
    table
}

/// The class of the character at byte `at` and its length in bytes; a gap of no length at the end of the text.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> (Class, usize) {
    let Some(&byte) = text.as_bytes().get(at) else {
        return (Class::Gap, 0);
    };
    match CLASSES[byte as usize] {
        Class::Beyond => beyond_ascii(text, at, byte),
        class => (class, 1),
    }
}

/// Latin-1 letters (æ, ø, å, é, ü …) are told from their second byte; the rest is decoded.
#[inline]
fn beyond_ascii(text: &str, at: usize, byte: u8) -> (Class, usize) {
    if byte == LATIN {
        let class = match text.as_bytes()[at + 1] {
            0x97 | 0xB7 => Class::Gap,
            0x80..=0x9E => Class::Upper,
            _ => Class::Lower,
        };
        return (class, 2);
    }
    rare(text, at)
}

#[cold]
fn rare(text: &str, at: usize) -> (Class, usize) {
    let Some(c) = text[at..].chars().next() else {
        return (Class::Gap, 0);
    };
    let class = match c {
        '’' | '‐' | '‑' | '–' | '−' | '€' | '£' => Class::Mark,
        '«' | '»' | '“' | '”' | '…' => Class::Gap,
        _ if is_silent(c) => Class::Silent,
        _ if c.is_uppercase() => Class::Upper,
        _ if c.is_alphanumeric() => Class::Wide,
        _ => Class::Gap,
    };
    (class, c.len_utf8())
}

/// Characters that a reader does not see as parting a word: combining marks, the soft hyphen, zero-width characters.
pub(crate) fn is_silent(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{300}'..='\u{36F}')
}
