//! A 64-bit hash of terms that stays the same on every machine and in every version, for it is stored in models.
//!
//! Eight bytes at a time are mixed in by a folded 64 × 64 → 128-bit multiplication (the step of wyhash, Wang Yi 2019).
//! Terms are told apart by their hash alone: among a million terms two share one with a chance of 1 in 10⁸.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const SALT: u64 = 0xD6E8_FEB8_6659_FD93;

#[inline]
fn fold_multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Mixes `value` into `state`; the order of calls matters.
#[inline]
pub fn mix(state: u64, value: u64) -> u64 {
    fold_multiply(state ^ value ^ SALT, MULTIPLIER)
}

/// Up to eight bytes as a number, the first the lowest: two reads that may overlap, for a copy whose length is not known
/// costs more than the hash.
#[inline]
fn little_endian(bytes: &[u8]) -> u64 {
    let shifted = |byte: u8, at: usize| u64::from(byte) << (8 * at);
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&low), Some(&high)) => {
            let high = u64::from(u32::from_le_bytes(high));
            u64::from(u32::from_le_bytes(low)) | high << (8 * (bytes.len() - 4))
        }
        _ => match *bytes {
            [] => 0,
            [only] => u64::from(only),
            [first, .., last] => {
                let middle = bytes.len() / 2;
                u64::from(first) | shifted(bytes[middle], middle) | shifted(last, bytes.len() - 1)
            }
        },
    }
}

#[inline]
fn seed(length: usize) -> u64 {
    mix(MULTIPLIER, length as u64)
}

/// The hash of a folded word.
#[inline]
pub fn hash_word(folded: &str) -> u64 {
    hash_bytes(folded.as_bytes())
}

/// The hash of a byte string.
#[inline]
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    let (whole, rest) = bytes.as_chunks();
    let state = whole.iter().fold(seed(bytes.len()), |state, &chunk| {
        mix(state, u64::from_le_bytes(chunk))
    });
    if rest.is_empty() {
        state
    } else {
        mix(state, little_endian(rest))
    }
}

/// The hash of the first `length` of eight bytes, 1 to 8: the same as that of [`hash_bytes`].
#[inline]
pub fn hash_first(length: usize, bytes: [u8; 8]) -> u64 {
    let kept = u64::MAX >> (64 - 8 * length as u32);
    mix(seed(length), u64::from_le_bytes(bytes) & kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hashes_are_frozen_in_models() {
        assert_eq!(hash_bytes(b"skule"), 17_225_728_976_231_345_821);
        assert_eq!(hash_bytes(b""), 11_357_735_248_291_438_161);
    }

    proptest! {
        #[test]
        fn different_words_differ(a in ".{0,20}", b in ".{0,20}") {
            prop_assert_eq!(a == b, hash_bytes(a.as_bytes()) == hash_bytes(b.as_bytes()));
        }

        #[test]
        fn a_hash_does_not_depend_on_how_the_bytes_are_read(bytes: Vec<u8>, eight: [u8; 8], length in 1..=8_usize) {
            let copied = |chunk: &[u8]| {
                let mut word = [0; 8];
                word[..chunk.len()].copy_from_slice(chunk);
                u64::from_le_bytes(word)
            };
            let one_by_one = bytes.chunks(8).fold(seed(bytes.len()), |state, chunk| mix(state, copied(chunk)));
            prop_assert_eq!(hash_bytes(&bytes), one_by_one);
            prop_assert_eq!(hash_first(length, eight), hash_bytes(&eight[..length]));
        }

        #[test]
        fn the_order_of_mixing_matters(a: u64, b: u64) {
            prop_assume!(a != b);
            prop_assert_ne!(mix(mix(0, a), b), mix(mix(0, b), a));
        }
    }
}
