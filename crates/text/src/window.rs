//! Sixty-four bytes of a text looked at in one go.
//!
//! What is asked of the bytes of a window is answered by a number with a bit for each, the first byte's the lowest, so that
//! runs and ends are found by counting zeros (Langdale & Lemire 2019, *Parsing gigabytes of JSON per second*).

use std::ops::{BitAnd, BitOr, Not};
use wide::u8x64;

/// Bytes of a window.
pub(crate) const WIDTH: usize = 64;

/// The bytes of a text from one position on, with blanks behind its end.
#[derive(Clone, Copy)]
pub(crate) struct Window(u8x64);

/// The bytes of a window that something is true of, by the highest bit of each.
#[derive(Clone, Copy)]
pub(crate) struct Bytes(u8x64);

impl Window {
    /// The window of `bytes` that opens at `at`, which is not behind their end.
    #[inline]
    pub(crate) fn at(bytes: &[u8], at: usize) -> Self {
        let rest = &bytes[at..];
        Window(u8x64::new(match rest.first_chunk() {
            Some(chunk) => *chunk,
            None => last_bytes(rest),
        }))
    }

    /// The bytes from `first` to `last`.
    #[inline]
    pub(crate) fn within(self, first: u8, last: u8) -> Bytes {
        let clamped = self.0.max(u8x64::splat(first)).min(u8x64::splat(last));
        Bytes(clamped.simd_eq(self.0))
    }

    /// The bytes that are `byte`.
    #[inline]
    pub(crate) fn is(self, byte: u8) -> Bytes {
        Bytes(self.0.simd_eq(u8x64::splat(byte)))
    }

    /// The bytes that are no ASCII.
    #[inline]
    pub(crate) fn beyond_ascii(self) -> Bytes {
        Bytes(self.0)
    }

    /// The window with its letters of ASCII in small, and other bytes changed as well.
    #[inline]
    pub(crate) fn small(self) -> Self {
        Window(self.0 | u8x64::splat(b' '))
    }
}

impl Bytes {
    /// A bit for each byte, set where it is one of these, the first byte's the lowest.
    #[inline]
    pub(crate) fn bits(self) -> u64 {
        self.0.to_bitmask()
    }
}

impl BitOr for Bytes {
    type Output = Bytes;

    #[inline]
    fn bitor(self, other: Bytes) -> Bytes {
        Bytes(self.0 | other.0)
    }
}

impl BitAnd for Bytes {
    type Output = Bytes;

    #[inline]
    fn bitand(self, other: Bytes) -> Bytes {
        Bytes(self.0 & other.0)
    }
}

impl Not for Bytes {
    type Output = Bytes;

    #[inline]
    fn not(self) -> Bytes {
        Bytes(!self.0)
    }
}

/// The bits from `from`, less than [`WIDTH`], on.
#[inline]
pub(crate) fn behind(from: usize) -> u64 {
    u64::MAX << from
}

/// The place of the first bit that is set; [`WIDTH`] where none is.
#[inline]
pub(crate) fn first(set: u64) -> usize {
    set.trailing_zeros() as usize
}

/// The bytes of a window that reaches over the end of its text.
#[cold]
fn last_bytes(rest: &[u8]) -> [u8; WIDTH] {
    let mut bytes = [b' '; WIDTH];
    bytes[..rest.len()].copy_from_slice(rest);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_bit_tells_what_its_byte_is(bytes in proptest::collection::vec(any::<u8>(), 0..100), at in 0usize..100) {
            let at = at.min(bytes.len());
            let window = Window::at(&bytes, at);
            let seen = |n: usize| bytes.get(at + n).copied().unwrap_or(b' ');
            let told = |set: Bytes, is: &dyn Fn(u8) -> bool| {
                (0..WIDTH).all(|n| (set.bits() >> n & 1 == 1) == is(seen(n)))
            };
            prop_assert!(told(window.within(b'a', b'z'), &|b| b.is_ascii_lowercase()));
            prop_assert!(told(window.beyond_ascii(), &|b| !b.is_ascii()));
            prop_assert!(told(window.is(0xC3) | !window.beyond_ascii(), &|b| b == 0xC3 || b.is_ascii()));
            prop_assert!(told(window.small().is(b'n') & !window.is(b'N'), &|b| b == b'n'));
            prop_assert!(told(window.is(b' '), &|b| b == b' '));
        }
    }

    #[test]
    fn places_are_counted_from_the_first_byte() {
        assert_eq!(first(0), WIDTH);
        assert_eq!(first(behind(5)), 5);
    }
}
