//! The parts of hyphenated words.

use crate::definitions::is_gap;

/// Whether a word has nothing but letters and digits of ASCII and Latin-1, as most do: then it is a single part.
pub(super) fn is_one_part(word: &str) -> bool {
    word.bytes()
        .fold(true, |all, byte| all & IN_ONE_PART[usize::from(byte)])
}

/// The bytes of such words. What follows the byte C3 in UTF-8 are letters, but for two signs of arithmetic.
const IN_ONE_PART: [bool; 256] = {
    let mut inside = [false; 256];
    let mut byte = 0;
    while byte < inside.len() {
        inside[byte] = match byte as u8 {
            0x97 | 0xB7 => false,
            0x80..=0xBF | 0xC3 => true,
            byte => byte.is_ascii_alphanumeric(),
        };
        byte += 1;
    }
    inside
};

/// Where the next part of a hyphenated word begins, after the byte `at`.
pub(super) fn part_after(word: &str, at: usize) -> Option<usize> {
    let hyphen = at + word[at..].find(is_gap)?;
    let part = hyphen + word[hyphen..].find(char::is_alphanumeric)?;
    Some(part)
}
