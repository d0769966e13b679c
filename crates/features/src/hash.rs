//! A 64-bit hash of terms that stays the same on every machine and in every version, for it is stored in models.
//!
//! Eight bytes at a time are mixed in by a folded 64 × 64 → 128-bit multiplication (the step of wyhash, Wang Yi 2019).
//! Terms are told apart by their hash alone: among a million terms two share one with a chance of 1 in 10⁸.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const SALT: u64 = 0xD6E8_FEB8_6659_FD93;

fn fold_multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Mixes `value` into `state`; the order of calls matters.
pub(crate) fn mix(state: u64, value: u64) -> u64 {
    fold_multiply(state ^ value ^ SALT, MULTIPLIER)
}

fn little_endian(bytes: &[u8]) -> u64 {
    let mut word = [0; 8];
    word[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(word)
}

/// The hash of a byte string.
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    let seed = mix(MULTIPLIER, bytes.len() as u64);
    bytes
        .chunks(8)
        .fold(seed, |state, chunk| mix(state, little_endian(chunk)))
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
        fn the_order_of_mixing_matters(a: u64, b: u64) {
            prop_assume!(a != b);
            prop_assert_ne!(mix(mix(0, a), b), mix(mix(0, b), a));
        }
    }
}
