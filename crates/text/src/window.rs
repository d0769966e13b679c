//! Sixty-four bytes of a text looked at in one go.
//!
//! What is asked of the bytes of a window is answered by a number with a bit for each, the first byte's the lowest, so that
//! runs and ends are found by counting zeros (Langdale & Lemire 2019, *Parsing gigabytes of JSON per second*).

use std::marker::PhantomData;
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
    /// The window of `bytes` that opens at `at`.
    #[inline]
    pub(crate) fn at(bytes: &[u8], at: usize) -> Self {
        let rest = bytes.get(at..).unwrap_or_default();
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

/// What is looked for in a text.
pub(crate) trait Sign {
    /// The bytes of `here` where it stands; `next` opens one byte further on.
    fn places(here: Window, next: Window) -> Bytes;
}

/// Looks for a sign in a text, a window after the other.
pub(crate) struct Search<'t, S> {
    bytes: &'t [u8],
    /// Where the window in hand opens.
    start: usize,
    /// Where the sign stands in it.
    places: u64,
    sign: PhantomData<S>,
}

impl<'t, S: Sign> Search<'t, S> {
    /// A search in `text`, which has looked at nothing yet.
    #[inline]
    pub(crate) fn new(text: &'t str) -> Self {
        Search {
            bytes: text.as_bytes(),
            start: text.len(),
            places: 0,
            sign: PhantomData,
        }
    }

    /// The first place at or behind `at` and before `end`. The window in hand serves the next search as well, if that
    /// opens in it.
    #[inline]
    pub(crate) fn next(&mut self, mut at: usize, end: usize) -> Option<usize> {
        while at < end {
            let from = at.wrapping_sub(self.start);
            if from < WIDTH {
                let place = first(self.places & behind(from));
                if place < WIDTH {
                    return Some(self.start + place).filter(|&place| place < end);
                }
                at = self.start + WIDTH;
            } else {
                self.turn_to(at);
            }
        }
        None
    }

    fn turn_to(&mut self, at: usize) {
        self.start = at;
        self.places = S::places(Window::at(self.bytes, at), Window::at(self.bytes, at + 1)).bits();
    }
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

    /// A blank in front of a dash.
    struct Break;

    impl Sign for Break {
        fn places(here: Window, next: Window) -> Bytes {
            here.is(b' ') & next.is(b'-')
        }
    }

    proptest! {
        #[test]
        fn a_search_finds_every_place(text in "[a -]{0,200}", from in 0usize..200, end in 0usize..200) {
            let (from, end) = (from.min(text.len()), end.min(text.len()));
            let mut search = Search::<Break>::new(&text);
            let (mut at, mut found) = (from, Vec::new());
            while let Some(place) = search.next(at, end) {
                found.push(place);
                at = place + 1;
            }
            let places = (from..end.max(from)).filter(|&place| text[place..].starts_with(" -"));
            prop_assert_eq!(found, places.collect::<Vec<_>>());
        }
    }

    #[test]
    fn places_are_counted_from_the_first_byte() {
        assert_eq!(first(0), WIDTH);
        assert_eq!(first(behind(5)), 5);
    }
}
