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

const MAGIC: &[u8; 8] = b"notisvec";

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
        if numbers.len() != stems.len() * DIMENSIONS {
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

    /// The vector of a stem: its scale and its numbers, each to be multiplied with it.
    fn find(&self, stem: &str) -> Option<(f32, &[u8])> {
        let at = self.stems.get(stem)? as usize;
        let numbers = self.numbers.get(at * DIMENSIONS..(at + 1) * DIMENSIONS)?;
        Some((*self.scales.get(at)?, numbers))
    }

    /// Adds the vector of a stem to `sum`, if it has one.
    pub fn add_to(&self, stem: &str, sum: &mut [f32]) {
        if let Some((scale, numbers)) = self.find(stem) {
            for (sum, &number) in sum.iter_mut().zip(numbers) {
                *sum += scale * f32::from(number as i8);
            }
        }
    }

    /// How alike two stems are: the cosine of their vectors, −1..1; `None` where one has none.
    pub fn likeness(&self, a: &str, b: &str) -> Option<f32> {
        let ((_, a), (_, b)) = (self.find(a)?, self.find(b)?);
        let dot = |a: &[u8], b: &[u8]| -> i32 {
            a.iter()
                .zip(b)
                .map(|(&a, &b)| i32::from(a as i8) * i32::from(b as i8))
                .sum()
        };
        Some(dot(a, b) as f32 / ((dot(a, a) as f32) * (dot(b, b) as f32)).sqrt().max(1.0))
    }
}
