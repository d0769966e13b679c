//! Word vectors: what a stem means, told by the company it keeps.
//!
//! Where labelled sentences are few, most words of a new one were never seen in training; but words that stand among the
//! same neighbours mean alike (Harris 1954). The vectors are the leading eigenvectors of the positive pointwise mutual
//! information of neighbouring stems (Levy, Goldberg & Dagan 2015), counted on the open texts that `models/background.md`
//! names. Stems unite the written forms, so what is known of bokmål words helps nynorsk. No neural net is involved.

mod eigen;
mod train;

use std::sync::LazyLock;

use thiserror::Error;

pub use train::VectorBuilder;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 96;

const MAGIC: &[u8; 8] = b"notisve4";

/// Two numbers from −7 to 7 in a byte, the first in its low half.
fn packed([first, second]: [i8; 2]) -> u8 {
    (first & 15) as u8 | (second << 4) as u8
}

fn unpacked(byte: u8) -> [i8; 2] {
    let byte = byte as i8;
    [byte << 4 >> 4, byte >> 4]
}

/// Why bytes are no word vectors.
#[derive(Debug, Error)]
pub enum VectorError {
    /// The stems are damaged or could not be written.
    #[error("the word vectors are damaged: {0}; rebuild them as models/background.md says")]
    Stems(#[from] fst::Error),
    /// Too short, or of another kind.
    #[error("these are no word vectors of {DIMENSIONS} numbers; rebuild them as models/background.md says")]
    Shape,
}

/// The vectors of the commonest stems. A vector's length says how rare its stem is.
#[derive(Debug)]
pub struct WordVectors {
    stems: fst::Map<&'static [u8]>,
    scales: Vec<f32>,
    numbers: &'static [u8],
}

impl WordVectors {
    /// The vectors that ship with notis.
    ///
    /// ```
    /// use notis_features::WordVectors;
    ///
    /// let vectors = WordVectors::shipped();
    /// let likeness = |a, b| vectors.likeness(&notis_text::stem(a), &notis_text::stem(b)).unwrap();
    /// assert!(likeness("fotball", "trener") > likeness("fotball", "statsbudsjett"));
    /// ```
    pub fn shipped() -> &'static WordVectors {
        static PARSED: LazyLock<WordVectors> = LazyLock::new(|| {
            WordVectors::new(notis_models::VECTORS)
                .unwrap_or_else(|error| unreachable!("models/vectors.bin is tested: {error}"))
        });
        &PARSED
    }

    /// Vectors from the bytes that [`VectorBuilder::finish`] wrote.
    ///
    /// # Errors
    /// Where they are something else.
    pub fn new(bytes: &'static [u8]) -> Result<Self, VectorError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(VectorError::Shape)?;
        let (length, rest) = rest.split_first_chunk().ok_or(VectorError::Shape)?;
        let (stems, rest) = rest
            .split_at_checked(u32::from_le_bytes(*length) as usize)
            .ok_or(VectorError::Shape)?;
        let stems = fst::Map::new(stems)?;
        let (scales, numbers) = rest.split_at_checked(stems.len() * 4).ok_or(VectorError::Shape)?;
        if numbers.len() != stems.len() * DIMENSIONS / 2 {
            return Err(VectorError::Shape);
        }
        let scales = scales
            .as_chunks()
            .0
            .iter()
            .map(|&scale| f32::from_le_bytes(scale))
            .collect();
        Ok(WordVectors {
            stems,
            scales,
            numbers,
        })
    }

    /// How many stems have a vector.
    pub fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The vector of a stem: its scale, and its numbers, each to be multiplied with it.
    fn find(&self, stem: &str) -> Option<(f32, impl Iterator<Item = i8> + Clone)> {
        let at = self.stems.get(stem)? as usize;
        let bytes = DIMENSIONS / 2;
        let numbers = self.numbers.get(at * bytes..(at + 1) * bytes)?;
        Some((
            *self.scales.get(at)?,
            numbers.iter().flat_map(|&byte| unpacked(byte)),
        ))
    }

    /// Adds the vector of a stem to `sum`, if it has one.
    pub fn add_to(&self, stem: &str, sum: &mut [f32]) {
        if let Some((scale, numbers)) = self.find(stem) {
            for (sum, number) in sum.iter_mut().zip(numbers) {
                *sum += scale * f32::from(number);
            }
        }
    }

    /// How alike two stems are: the cosine of their vectors, −1..1; `None` where one has none.
    pub fn likeness(&self, a: &str, b: &str) -> Option<f32> {
        let ((_, a), (_, b)) = (self.find(a)?, self.find(b)?);
        let (aa, bb) = (dot(a.clone(), a.clone()), dot(b.clone(), b.clone()));
        Some(dot(a, b) / (aa * bb).sqrt().max(1.0))
    }
}

fn dot(a: impl Iterator<Item = i8>, b: impl Iterator<Item = i8>) -> f32 {
    a.zip(b).map(|(a, b)| i32::from(a) * i32::from(b)).sum::<i32>() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_numbers_to_a_byte_come_back() {
        for first in -7..=7 {
            for second in -7..=7 {
                assert_eq!(unpacked(packed([first, second])), [first, second]);
            }
        }
    }
}
