//! Normal forms of words.

use crate::scan::is_invisible;
use unicode_normalization::UnicodeNormalization;

/// The folded form of `word`, appended to `out`: lower case and NFC, one kind of hyphen and of apostrophe, without what
/// a reader does not see (soft hyphens, the break inside a word parted at the end of a line, spaces inside a number).
///
/// ```
/// let mut folded = String::new();
/// notis_text::fold("A\u{30A}LE\u{AD}SUND", &mut folded);
/// assert_eq!(folded, "ålesund");
/// ```
pub fn fold(word: &str, out: &mut String) {
    if word.bytes().all(|b| b.is_ascii_graphic()) {
        out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
    } else if word.chars().all(is_latin) {
        out.extend(word.chars().map(lower_latin));
    } else {
        fold_rare(word, out);
    }
}

/// [`fold`] of a word whose only capital, of ASCII or Latin-1, is its first letter.
pub(crate) fn fold_first(word: &str, out: &mut String) {
    let mut rest = word.chars();
    out.extend(rest.next().map(lower_latin));
    out.push_str(rest.as_str());
}

/// Characters that a one-to-one lower-casing folds.
fn is_latin(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '\u{C0}'..='\u{FF}')
}

fn lower_latin(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        _ => c,
    }
}

fn fold_rare(word: &str, out: &mut String) {
    let word = unbroken(word);
    let seen = word.chars().filter(|&c| !is_invisible(c) && !c.is_whitespace());
    out.extend(seen.flat_map(char::to_lowercase).flat_map(one_of_a_kind).nfc());
}

/// `word` without the hyphens that only part it at the end of a line.
fn unbroken(word: &str) -> std::borrow::Cow<'_, str> {
    if word.contains("-\n") || word.contains("-\r\n") {
        word.replace("-\r\n", "").replace("-\n", "").into()
    } else {
        word.into()
    }
}

/// Hyphens, dashes, apostrophes and ligatures that mean the same.
fn one_of_a_kind(c: char) -> impl Iterator<Item = char> {
    let (first, rest) = match c {
        '‐' | '‑' | '–' | '—' | '−' => ('-', ""),
        '’' | '‘' => ('\'', ""),
        'ﬁ' => ('f', "i"),
        'ﬂ' => ('f', "l"),
        'ﬀ' => ('f', "f"),
        'ﬃ' => ('f', "fi"),
        'ﬄ' => ('f', "fl"),
        c => (c, ""),
    };
    std::iter::once(first).chain(rest.chars())
}
