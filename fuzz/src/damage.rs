//! Damage to a file of ours, part by part, behind a right sum.

use arbitrary::Arbitrary;
use notis_topics::container::{Array, Container};

/// A change to a file of ours that its checksum would give away.
#[derive(Arbitrary, Debug)]
pub enum Damage {
    /// Other letters in a part of the head, where it stays JSON.
    Head {
        /// Which part.
        part: u8,
        /// Where.
        at: u16,
        /// The letters.
        letters: Vec<u8>,
    },
    /// Another number in an array.
    Number {
        /// Which array.
        array: u8,
        /// Where.
        at: u16,
        /// The number.
        bits: u64,
    },
    /// An array shorter or longer than it was.
    Length {
        /// Which array.
        array: u8,
        /// Its new length.
        length: u16,
    },
}

/// A file as it is after the damage, behind a right sum.
pub fn damaged(whole: &Container, damages: &[Damage]) -> Vec<u8> {
    let mut container = whole.clone();
    damages
        .iter()
        .for_each(|damage| damage.is_done_to(&mut container));
    container.to_bytes()
}

impl Damage {
    /// Does it.
    fn is_done_to(&self, container: &mut Container) {
        match self {
            Damage::Head { part, at, letters } => {
                let place = usize::from(*part) % container.head.len();
                let Some(value) = container.head.values_mut().nth(place) else {
                    return;
                };
                let mut text = value.to_string().into_bytes();
                let at = usize::from(*at) % text.len();
                let end = (at + letters.len()).min(text.len());
                text.splice(at..end, letters.iter().copied());
                if let Ok(other) = serde_json::from_slice(&text) {
                    *value = other;
                }
            }
            Damage::Number { array, at, bits } => set(nth(container, *array), usize::from(*at), *bits),
            Damage::Length { array, length } => resize(nth(container, *array), usize::from(*length)),
        }
    }
}

fn nth(container: &mut Container, array: u8) -> &mut Array {
    let place = usize::from(array) % container.arrays.len();
    container
        .arrays
        .values_mut()
        .nth(place)
        .expect("the place is one of them")
}

fn set(array: &mut Array, at: usize, bits: u64) {
    fn put<T>(numbers: &mut [T], at: usize, number: T) {
        let length = numbers.len().max(1);
        if let Some(old) = numbers.get_mut(at % length) {
            *old = number;
        }
    }
    match array {
        Array::U8(v) => put(v, at, bits as u8),
        Array::I8(v) => put(v, at, bits as i8),
        Array::U32(v) => put(v, at, bits as u32),
        Array::U64(v) => put(v, at, bits),
        Array::F32(v) => put(v, at, f32::from_bits(bits as u32)),
        Array::F64(v) => put(v, at, f64::from_bits(bits)),
    }
}

fn resize(array: &mut Array, length: usize) {
    match array {
        Array::U8(v) => v.resize(length, 0),
        Array::I8(v) => v.resize(length, 0),
        Array::U32(v) => v.resize(length, 0),
        Array::U64(v) => v.resize(length, 0),
        Array::F32(v) => v.resize(length, 0.0),
        Array::F64(v) => v.resize(length, 0.0),
    }
}
