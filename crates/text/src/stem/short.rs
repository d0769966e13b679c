//! Short words as numbers: hashed and compared in a step or two.

use crate::tokens::{Folding, LATIN, Token};

/// A folded word of one to sixteen bytes, the first the lowest of `low`, which is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ShortWord {
    low: u64,
    high: u64,
}

/// The bytes of half a word.
const HALF: usize = size_of::<u64>();
/// The most bytes of a short word.
const LONGEST: usize = 2 * HALF;
/// A one in each byte of a half.
const ONES: u64 = u64::MAX / 0xFF;
/// The high bit of each.
const HIGH: u64 = ONES << 7;

/// All bits of the first so many bytes of each half.
const UP_TO: [[u64; 2]; LONGEST + 1] = {
    let mut masks = [[0; 2]; LONGEST + 1];
    let mut byte = 0;
    while byte < LONGEST {
        masks[byte + 1] = masks[byte];
        masks[byte + 1][byte / HALF] |= 0xFF << (8 * (byte % HALF));
        byte += 1;
    }
    masks
};

impl ShortWord {
    /// `folded` as numbers, if it is short. One that ends in a zero byte could not be told from a shorter one.
    pub(crate) fn new(folded: &str) -> Option<Self> {
        Self::at(folded.as_bytes(), folded.len()).filter(|word| word.len() == folded.len())
    }

    /// The folded form of a token of `text`, if it is short and made of letters of ASCII and Latin-1, digits and marks.
    #[inline]
    pub(crate) fn of(token: &Token, text: &str) -> Option<Self> {
        let word = Self::at(&text.as_bytes()[token.span.start..], token.span.len())?;
        match token.folding {
            Folding::Other => word.folded().filter(|folded| folded.len() == token.span.len()),
            folding => Some(word.with_small_first(folding == Folding::SmallFirst)),
        }
    }

    /// The word with a small letter in place of the capital of ASCII or Latin-1 that it opens with, where `is_capital`.
    #[inline]
    fn with_small_first(self, is_capital: bool) -> Self {
        let is_latin = self.low & 0xFF == u64::from(LATIN);
        let small = u64::from(is_capital) * u64::from(b' ');
        ShortWord {
            low: self.low | small << (u32::from(is_latin) * u8::BITS),
            high: self.high,
        }
    }

    /// The word that `bytes` open with.
    #[inline]
    fn at(bytes: &[u8], len: usize) -> Option<Self> {
        let [low_mask, high_mask] = *UP_TO.get(len)?;
        let [low, high] = match bytes.first_chunk::<LONGEST>() {
            Some(chunk) => halves(chunk),
            None => near_end(&bytes[..len]),
        };
        let (low, high) = (low & low_mask, high & high_mask);
        if low == 0 {
            None
        } else {
            Some(ShortWord { low, high })
        }
    }

    /// The word in small letters, if it is made of letters of ASCII and Latin-1, digits and marks alone.
    #[inline]
    fn folded(self) -> Option<Self> {
        let (low, lead) = folded_half(self.low, 0)?;
        let high = if self.high == 0 {
            0
        } else {
            folded_half(self.high, lead)?.0
        };
        Some(ShortWord { low, high })
    }

    /// Its bytes.
    pub(crate) fn len(self) -> usize {
        LONGEST - (u128::from(self.high) << 64 | u128::from(self.low)).leading_zeros() as usize / 8
    }
}

/// The two halves of sixteen bytes.
#[inline]
fn halves(bytes: &[u8; LONGEST]) -> [u64; 2] {
    let half = |n: usize| {
        bytes[n * HALF..]
            .first_chunk()
            .map_or(0, |half| u64::from_le_bytes(*half))
    };
    [half(0), half(1)]
}

/// The halves of a word with too little text behind it to read sixteen bytes.
#[cold]
fn near_end(word: &[u8]) -> [u64; 2] {
    let mut bytes = [0; LONGEST];
    bytes[..word.len()].copy_from_slice(word);
    halves(&bytes)
}

/// Half a word in small letters, if it is made of letters of ASCII and Latin-1, digits and marks alone, and the first byte
/// of a letter of two bytes that it ends in, for the other half. `lead` is what the half before it ended in.
#[inline]
fn folded_half(letters: u64, lead: u64) -> Option<(u64, u64)> {
    let seven_bits = letters & !HIGH;
    // A byte below 128 has its high bit set by 128 - n where it is n or more.
    let at_least = |n: u8| seven_bits + ONES * u64::from(128 - n);
    let is = |n: u8| at_least(n) & !at_least(n + 1);
    let ascii = !letters & HIGH;
    let graphic = at_least(b'!') & !at_least(0x7F) & ascii;
    // 97 as the second byte is the sign of multiplication.
    let leads = is(LATIN & 0x7F) & letters & HIGH;
    let seconds = (leads << 8 | lead) & letters;
    let capitals = at_least(b'A') & !at_least(b'Z' + 1) & ascii;
    let latin_capitals = !at_least(0x1F) & !is(0x97 & 0x7F) & seconds;
    let is_latin = graphic | leads | seconds == (letters | at_least(1)) & HIGH;
    is_latin.then_some((
        letters | (capitals | latin_capitals) >> 2,
        leads >> (8 * (HALF - 1)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::fold;
    use crate::tokens::tokens;
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
                assert_eq!(token.folded(text, &mut String::new()), folded);
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
        for word in ["", "regjeringskrisene", "a\0", "\0\0\0\0\0\0\0\0a"] {
            assert_eq!(ShortWord::new(word), None);
        }
        assert!(ShortWord::new("regjeringskrise").is_some());
    }
}
