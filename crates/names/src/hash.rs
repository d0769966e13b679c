//! Numbers for strings that stay the same in every version, for models are stored under them.
//!
//! Not those of `notis_text`: the keys in `models/names.notis` are frozen as these, and of a word every beginning is needed,
//! which a hash of eight bytes at a time does not give.

const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01B3;
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of nothing (FNV-1a), to which characters are added one by one: every beginning of a word is hashed on the way
/// to its end.
pub(crate) const EMPTY: u64 = OFFSET;

/// The hash with a character more.
pub(crate) fn add(state: u64, letter: char) -> u64 {
    (state ^ u64::from(u32::from(letter))).wrapping_mul(PRIME)
}

/// The hash of a string.
pub(crate) fn hash(text: &str) -> u64 {
    text.chars().fold(EMPTY, add)
}

/// The hash of two in their order.
pub(crate) fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(23) ^ second).wrapping_mul(MULTIPLIER)
}

/// 32 bits of the hash of something said by the template of this number.
pub(crate) fn key(template: u32, value: u64) -> u32 {
    let product =
        u128::from(value ^ (u64::from(template) << 48 | u64::from(template))) * u128::from(MULTIPLIER);
    ((product as u64) ^ ((product >> 64) as u64))
        .wrapping_mul(MULTIPLIER)
        .wrapping_shr(32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_stay_what_they_are_in_stored_models() {
        assert_eq!(hash("Voss"), 0xB22D_D707_FCA0_9800);
        assert_eq!(key(7, hash("Voss")), 319_162_258);
    }
}
