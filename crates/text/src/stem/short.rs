//! Short words as numbers: to hash and compare one is a step or two.

use crate::Token;
use std::num::NonZero;

/// A folded word of one to sixteen bytes, the first the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShortWord(NonZero<u128>);

/// The most bytes of a short word.
const LONGEST: usize = size_of::<u128>();
/// A one in each byte.
const ONES: u128 = u128::MAX / 0xFF;

impl ShortWord {
    /// `folded` as a number, if it is short.
    pub(crate) fn new(folded: &str) -> Option<Self> {
        Self::at(folded.as_bytes(), folded.len())
    }

    /// The folded form of a token of `text`, if it is short and made of letters of ASCII and Latin-1, digits and marks.
    #[inline]
    pub(crate) fn of(token: &Token, text: &str) -> Option<Self> {
        let word = Self::at(&text.as_bytes()[token.span.start..], token.span.len())?;
        if token.plain { Some(word) } else { word.folded() }
    }

    /// The word that `bytes` open with. One that ends in a zero byte could not be told from a shorter one.
    #[inline]
    fn at(bytes: &[u8], len: usize) -> Option<Self> {
        if len == 0 || len > LONGEST || bytes[len - 1] == 0 {
            return None;
        }
        let letters = match bytes.first_chunk() {
            Some(chunk) => u128::from_le_bytes(*chunk) & bytes_up_to(len),
            None => near_end(&bytes[..len]),
        };
        NonZero::new(letters).map(ShortWord)
    }

    /// The word in small letters, if it is made of letters of ASCII and Latin-1, digits and marks alone.
    fn folded(self) -> Option<Self> {
        let high_bits = (ONES << 7) & bytes_up_to(self.len());
        let letters = self.0.get();
        let seven_bits = letters & !(ONES << 7);
        // A byte below 128 has its high bit set by 128 - n where it is n or more.
        let at_least = |n: u8| seven_bits + ONES * u128::from(128 - n);
        let is = |n: u8| at_least(n) & !at_least(n + 1);
        let ascii = !letters & high_bits;
        let graphic = at_least(b'!') & !at_least(0x7F) & ascii;
        // Letters of Latin-1 have two bytes, of which the first is C3; 97 as the second is the sign of multiplication.
        let leads = is(0xC3 & 0x7F) & letters & high_bits;
        let seconds = leads << 8 & letters;
        let capitals = at_least(b'A') & !at_least(b'Z' + 1) & ascii;
        let latin_capitals = !at_least(0x1F) & !is(0x97 & 0x7F) & seconds;
        let is_latin = graphic | leads | seconds == high_bits;
        is_latin.then_some(ShortWord(self.0 | (capitals | latin_capitals) >> 2))
    }

    /// Appends the word, letter for letter.
    pub(crate) fn write(self, out: &mut String) {
        let bytes = self.0.get().to_le_bytes();
        out.push_str(std::str::from_utf8(&bytes[..self.len()]).unwrap_or_default());
    }

    /// Its bytes.
    pub(crate) fn len(self) -> usize {
        LONGEST - self.0.leading_zeros() as usize / 8
    }

    /// A hash by one multiplication of 64 by 64 bits (the step of wyhash, Wang Yi 2019).
    #[inline]
    pub(crate) fn hash(self) -> u64 {
        let letters = self.0.get();
        let low = letters as u64 ^ 0x9E37_79B9_7F4A_7C15;
        let high = (letters >> 64) as u64 ^ 0xD6E8_FEB8_6659_FD93;
        let product = u128::from(low) * u128::from(high);
        (product ^ product >> 64) as u64
    }
}

/// Ones in the first `len` bytes.
fn bytes_up_to(len: usize) -> u128 {
    u128::MAX >> (8 * (LONGEST - len))
}

/// The letters of a word with too little text behind it to read sixteen bytes.
#[cold]
fn near_end(word: &[u8]) -> u128 {
    let mut chunk = [0; LONGEST];
    chunk[..word.len()].copy_from_slice(word);
    u128::from_le_bytes(chunk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fold, tokens};
    use proptest::prelude::*;

    #[test]
    fn a_token_is_folded_as_fold_does() {
        let text =
            "Storm i NORD-Noreg: 14.30 a\u{30A}r, Ål ÆØÅÀÉÖÞß ŠČ og 1 000 kr til vg.no/3×ÿÐ, sa ÍØ-toppen æ";
        let mut found = Vec::new();
        tokens(text, &mut found);
        for token in found {
            let mut folded = String::new();
            fold(token.span.of(text), &mut folded);
            if let Some(word) = ShortWord::of(&token, text) {
                assert_eq!(Some(word), ShortWord::new(&folded), "{folded}");
                assert_eq!(word.len(), folded.len());
                let mut written = String::new();
                word.write(&mut written);
                assert_eq!(written, folded);
            }
        }
    }

    proptest! {
        #[test]
        fn letters_of_latin_are_folded_as_fold_does(word in "[!-~À-ÿĀa×÷]{1,8}") {
            let mut folded = String::new();
            fold(&word, &mut folded);
            let is_latin = word.chars().all(|c| c.is_ascii_graphic() || matches!(c, 'À'..='ÿ'));
            let found = ShortWord::new(&word).and_then(ShortWord::folded);
            prop_assert_eq!(found, ShortWord::new(&folded).filter(|_| is_latin));
        }
    }

    #[test]
    fn long_words_and_none_are_not_short() {
        for word in ["", "regjeringskrisene", "a\0"] {
            assert_eq!(ShortWord::new(word), None);
        }
        assert!(ShortWord::new("regjeringskrise").is_some());
    }
}
