//! How long a digest is to be.

use notis::{Budget, Digest, Error, Reading};
use pyo3::prelude::*;

use crate::error::OptionsError;

/// A digest of some length.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    Text(Budget),
    Bullets(usize),
}

/// The lengths that may be asked for, one at a time.
#[derive(Clone, Copy, FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Lengths {
    sentences: Option<usize>,
    words: Option<usize>,
    chars: Option<usize>,
    ratio: Option<f64>,
    bullets: Option<usize>,
}

impl Lengths {
    /// The one asked for; the length that people choose, where none is.
    pub(crate) fn one(self) -> PyResult<Length> {
        let lengths = [
            self.sentences.map(|n| Length::Text(Budget::Sentences(n))),
            self.words.map(|n| Length::Text(Budget::Words(n))),
            self.chars.map(|n| Length::Text(Budget::Chars(n))),
            self.ratio.map(|share| Length::Text(Budget::Ratio(share))),
            self.bullets.map(Length::Bullets),
        ];
        let mut asked = lengths.into_iter().flatten();
        match (asked.next(), asked.next()) {
            (None, _) => Ok(Length::Text(Budget::Auto)),
            (Some(length), None) => Ok(length),
            _ => Err(OptionsError::new_err(
                "give one of sentences, words, chars, ratio and bullets, not several",
            )),
        }
    }

    /// The same for groups, which know no bullets.
    pub(crate) fn budget(self) -> PyResult<Budget> {
        match self.one()? {
            Length::Text(budget) => Ok(budget),
            Length::Bullets(_) => Err(OptionsError::new_err("the digest of a group has no bullets")),
        }
    }
}

impl Length {
    pub(crate) fn digest(self, reading: &Reading<'_>) -> Result<Digest, Error> {
        match self {
            Length::Text(budget) => reading.digest(budget),
            Length::Bullets(count) => reading.bullets(count),
        }
    }
}
