//! Looking at a text from a byte position: the characters and words on either side.

use crate::window::{WIDTH, Window, first};

/// The character that starts at `at`, if any.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The character that ends at `at`, if any.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The last character boundary of `text` at or before `at`.
pub(crate) fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary of `text` at or after `at`.
pub(crate) fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The first position at or after `at`, up to `end`, that holds no white space.
pub(crate) fn skip_space(text: &str, at: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    if at + 1 < end && bytes[at] == b' ' && bytes[at + 1].is_ascii_graphic() {
        return at + 1;
    }
    let slice = &text[at..end];
    at + (slice.len() - slice.trim_start().len())
}

/// The end of the word (letters, and hyphens between them) that starts at `at`; `at` where none does.
pub(crate) fn word_end(text: &str, at: usize, end: usize) -> usize {
    let window = Window::at(text.as_bytes(), at);
    let letters = window.small().within(b'a', b'z') | window.is(b'-');
    let ascii = end.min(at + first(!letters.bits()));
    let stop = match text.as_bytes()[at..end].get(ascii - at) {
        None => end,
        Some(byte) if byte.is_ascii() && ascii < at + WIDTH => ascii,
        Some(_) => text[ascii..end]
            .find(|c: char| !(c.is_alphabetic() || c == '-'))
            .map_or(end, |more| ascii + more),
    };
    at + text[at..stop].trim_end_matches('-').len()
}

/// The word (letters, and hyphens between them) that starts at `at`; empty where none does.
pub(crate) fn word_at(text: &str, at: usize, end: usize) -> &str {
    &text[at..word_end(text, at, end)]
}

/// The stretch without white space that ends at `at` and starts no earlier than `start`, looked for over at most
/// `LOOK_BACK` bytes.
pub(crate) fn chunk_before(text: &str, start: usize, at: usize) -> &str {
    const LOOK_BACK: usize = 48;
    let slice = &text[ceil(text, start.max(at.saturating_sub(LOOK_BACK)))..at];
    match slice.bytes().rposition(|b| b <= b' ' || b == 0xC2) {
        Some(last) if slice.as_bytes()[last] <= b' ' => &slice[last + 1..],
        Some(_) => slice.rsplit(char::is_whitespace).next().unwrap_or(slice),
        None => slice,
    }
}

/// Whether `c` opens a quote or a bracket.
pub(crate) fn opens(c: char) -> bool {
    matches!(c, '«' | '“' | '„' | '‘' | '"' | '\'' | '(' | '[' | '”')
}

/// Whether `c` closes a quote or a bracket.
pub(crate) fn closes(c: char) -> bool {
    matches!(c, '»' | '”' | '“' | '’' | '"' | '\'' | ')' | ']')
}

/// Characters of no width that a folded form leaves out.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether `c` is a hyphen or dash that can open a line of dialogue.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‑' | '−')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_chunks_are_found_from_a_position() {
        let text = "Vi såg Nord-Korea- i St. Olav";
        assert_eq!(word_at(text, 8, text.len()), "Nord-Korea");
        assert_eq!(word_at(text, 2, text.len()), "");
        assert_eq!(chunk_before(text, 0, text.len() - 6), "St");
        assert_eq!(chunk_before(text, text.len() - 7, text.len() - 6), "t");
    }
}
