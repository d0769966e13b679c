//! Normal forms of words.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The lower-cased NFC form of `word`, appended to `out`: «ÅLESUND» with a combining ring gives «ålesund».
pub fn fold(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
    } else if is_nfc(word) {
        out.extend(word.chars().flat_map(char::to_lowercase));
    } else {
        out.extend(word.nfc().flat_map(char::to_lowercase));
    }
}
