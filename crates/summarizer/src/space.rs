//! White space, byte by byte: most bytes of a text tell by themselves whether they are.

/// Whether a byte is white space of ASCII.
fn is_space(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') < 5)
}

/// Whether a byte may begin white space outside ASCII.
fn may_be_wide_space(byte: u8) -> bool {
    (byte == 0xC2) | (byte.wrapping_sub(0xE1) < 3)
}

/// The words of `text`, joined by single spaces.
pub(crate) fn collapse(text: &str) -> String {
    if is_collapsed(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether the words of `text` are joined by single spaces, as most are.
fn is_collapsed(text: &str) -> bool {
    let mut after_space = true;
    for (at, byte) in text.bytes().enumerate() {
        let wide = || may_be_wide_space(byte) && text[at..].starts_with(char::is_whitespace);
        let space = is_space(byte) || wide();
        if space && (after_space || byte != b' ') {
            return false;
        }
        after_space = space;
    }
    !after_space
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_joined_by_single_spaces(text in "([ \\t\u{a0}\u{2009}\u{3000}\u{85}]{0,2}(a|æ|–|\\PC)){0,6} ?") {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(collapse(&text), words.join(" "));
        }

        #[test]
        fn white_space_is_known_by_its_first_byte(letter: char) {
            let text = letter.to_string();
            let first = text.as_bytes()[0];
            prop_assert!(may_be_wide_space(first) || is_space(first) == letter.is_whitespace());
        }
    }
}
