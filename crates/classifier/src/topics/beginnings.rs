//! Telling at a glance that a word begins as no pattern does, as nearly all words do.
//!
//! A walk through the trie takes a step a letter, and where it ends cannot be foretold. A set of the patterns' first bytes,
//! kept as a Bloom filter of one hash (Bloom 1970), answers without a walk; it may say «perhaps» of a word that begins as
//! none, never «no» of one that does.

/// Bytes of a word that are looked at.
const BYTES: usize = 4;
/// The filter has two to this power bits: four kilobytes, of which the thousand beginnings of a hundred topics fill a
/// thirtieth.
const POWER: u32 = 15;
const BITS: usize = u64::BITS as usize;

/// How the words of a set begin.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    bits: Vec<u64>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Beginnings {
            bits: vec![0; (1 << POWER) / BITS],
        }
    }
}

impl Beginnings {
    /// Adds a word to the set.
    pub(crate) fn add(&mut self, word: &str) {
        let mut first = [0; BYTES];
        let known = word.len().min(BYTES);
        first[..known].copy_from_slice(&word.as_bytes()[..known]);
        let bit = bit(u32::from_le_bytes(first));
        self.bits[bit / BITS] |= 1 << (bit % BITS);
    }

    /// Whether a word of the set may be the beginning of `word`, or the other way round.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let Some(&first) = word.as_bytes().first_chunk::<BYTES>() else {
            return true;
        };
        let first = u32::from_le_bytes(first);
        // Shorter words of the set stand there with zeros behind them.
        let shorter = (1..BYTES as u32).map(|bytes| first & ((1 << (8 * bytes)) - 1));
        shorter.fold(self.has(first), |any, first| any | self.has(first))
    }

    fn has(&self, first: u32) -> bool {
        let bit = bit(first);
        self.bits[bit / BITS] >> (bit % BITS) & 1 != 0
    }
}

fn bit(first: u32) -> usize {
    const MULTIPLIER: u32 = 0x9E37_79B1;
    (first.wrapping_mul(MULTIPLIER) >> (u32::BITS - POWER)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Beginnings {
        let mut beginnings = Beginnings::default();
        words.iter().for_each(|word| beginnings.add(word));
        beginnings
    }

    #[test]
    fn most_words_begin_as_none() {
        let beginnings = of(&["syria", "is", "åre"]);
        let others = [
            "regjeringen",
            "ferje",
            "syrin",
            "ordfører",
            "årene",
            "isen",
            "hus",
        ];
        let held = others.map(|word| beginnings.may_hold(word));
        assert_eq!(held, [false, false, true, false, true, true, true]);
    }

    proptest::proptest! {
        #[test]
        fn no_beginning_is_overlooked(word in "[a-zæøåé ]{1,6}", rest in "[a-zæøå]{0,4}") {
            let beginnings = of(&[&word]);
            let longer = format!("{word}{rest}");
            proptest::prop_assert!(beginnings.may_hold(&longer));
            let shorter = word.char_indices().map(|(at, _)| &word[..at]);
            proptest::prop_assert!(shorter.into_iter().all(|part| beginnings.may_hold(part)));
        }
    }
}
