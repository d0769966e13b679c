//! Tells most words that are not in a list from those that are, by a bit: what a look at the list itself is spared by.

/// Numbers that the first four bytes of a word are put into.
const BEGINNINGS: usize = 1 << 11;

/// For each beginning of words of a list, how long those words are.
pub(crate) struct Sieve {
    /// A bit for each length in bytes, the last for all that are longer.
    lengths: [u32; BEGINNINGS],
}

impl Sieve {
    /// The sieve of these words.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut lengths = [0; BEGINNINGS];
        for word in words {
            lengths[beginning(word)] |= length(word);
        }
        Sieve { lengths }
    }

    /// Whether `word` may be one of its words, in capitals or not; never false where it is.
    #[inline]
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.lengths(word) & length(word) != 0
    }

    /// A bit for each length in bytes, up to 30, of its words of four bytes or more that may begin as `text` does.
    #[inline]
    pub(crate) fn lengths(&self, text: &str) -> u32 {
        self.lengths[beginning(text)]
    }
}

/// The number of the first four bytes of `word`, the same for letters of ASCII and their capitals.
#[inline]
fn beginning(word: &str) -> usize {
    const SMALL: u32 = u32::from_le_bytes([b' '; 4]);
    let first = word
        .as_bytes()
        .first_chunk()
        .map_or_else(|| padded(word), |first| *first);
    let mixed = (u32::from_le_bytes(first) | SMALL).wrapping_mul(0x9E37_79B1);
    mixed as usize >> (u32::BITS - BEGINNINGS.ilog2())
}

/// The bytes of a word of less than four, and zeros.
fn padded(word: &str) -> [u8; 4] {
    let mut bytes = [0; 4];
    bytes[..word.len()].copy_from_slice(word.as_bytes());
    bytes
}

#[inline]
fn length(word: &str) -> u32 {
    1 << word.len().min(u32::BITS as usize - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_list_pass_whatever_their_case() {
        let long = "ei".repeat(40);
        let sieve = Sieve::of(["fakta", "følg", "", &long]);
        for word in ["fakta", "FAKTA", "Følg", "", &long] {
            assert!(sieve.may_hold(word), "{word}");
        }
        for word in ["faktaboks", "regn", "f"] {
            assert!(!sieve.may_hold(word), "{word}");
        }
    }
}
