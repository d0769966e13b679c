//! Eight bytes looked at in one go, as the lanes of a 64-bit number, the first byte the lowest.
//!
//! Each function gives a number whose lanes have their high bit set where the lane holds what is asked for (Warren,
//! *Hacker's Delight*, 2nd ed. 2013, chapter 6).

/// Bytes in one number.
pub(crate) const LANES: usize = size_of::<u64>();

/// A one in each lane.
const ONES: u64 = u64::MAX / 0xFF;
/// The high bit of each lane.
const HIGH: u64 = ONES << 7;

/// The lanes of the bytes that `bytes` opens with, if there are so many.
#[inline]
pub(crate) fn load(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// The lanes that hold a byte of ASCII from `first` to `last`.
#[inline]
pub(crate) fn within(lanes: u64, first: u8, last: u8) -> u64 {
    let seven = lanes & !HIGH;
    // A lane below 128 plus 128 - n has its high bit set where it is n or more.
    let at_least = seven + ONES * u64::from(128 - first);
    let beyond = seven + ONES * u64::from(127 - last);
    at_least & !beyond & !lanes & HIGH
}

/// The lanes that hold the lead byte of a character of three bytes or more.
#[inline]
pub(crate) fn long_leads(lanes: u64) -> u64 {
    lanes & lanes << 1 & lanes << 2 & HIGH
}

/// The number of the first lane that is set; eight where none is.
#[inline]
pub(crate) fn first(set: u64) -> usize {
    set.trailing_zeros() as usize / 8
}

/// The first lane that is not set; eight where all are.
#[inline]
pub(crate) fn first_without(set: u64) -> usize {
    first(!set & HIGH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lanes_hold_what_their_bytes_are(bytes: [u8; LANES]) {
            let lanes = load(&bytes).unwrap_or_default();
            let told = |set: u64, is: &dyn Fn(u8) -> bool| {
                bytes.iter().enumerate().all(|(n, &b)| (set >> (8 * n) & 0xFF == 0x80) == is(b))
            };
            prop_assert!(told(within(lanes, b'a', b'z'), &|b| b.is_ascii_lowercase()));
            prop_assert!(told(within(lanes, b' ', b' '), &|b| b == b' '));
            prop_assert!(told(long_leads(lanes), &|b| b >= 0xE0));
            let small = bytes.iter().take_while(|b| b.is_ascii_lowercase()).count();
            prop_assert_eq!(first_without(within(lanes, b'a', b'z')), small);
        }
    }

    #[test]
    fn too_few_bytes_have_no_lanes() {
        assert_eq!(load(b"elva st"), None);
        assert_eq!(first(0), LANES);
    }
}
