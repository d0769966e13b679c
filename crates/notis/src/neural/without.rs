//! A library without the neural methods.

use std::path::Path;

use notis_summarizer::{Edits, Summarizer};
use notis_text::Analysis;
use notis_topics::Topic;

use super::NEURAL_REMEDY;
use crate::Error;
use crate::error::Cause;

/// What knows of them: nothing.
pub(super) const LIBRARIES: Option<&str> = None;

/// There is none.
pub(crate) enum Encoder {}

impl Encoder {
    pub(crate) fn dimensions(&self) -> usize {
        match *self {}
    }

    pub(crate) fn embed(&self, _article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        match *self {}
    }
}

/// There is none.
pub(crate) enum ZeroShot {}

impl ZeroShot {
    pub(crate) fn new(encoder: Encoder, _topics: &[Topic]) -> Result<Self, Error> {
        match encoder {}
    }

    pub(crate) fn probabilities(&self, _article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        match *self {}
    }
}

pub(super) fn encoder(_folder: &Path, _threads: usize) -> Result<Encoder, Error> {
    Err(missing())
}

pub(super) fn semantic(encoder: Encoder, _edits: Edits) -> Result<Box<dyn Summarizer>, Error> {
    match encoder {}
}

pub(super) fn abstractive(
    _folder: &Path,
    _threads: usize,
    _instead: Option<Box<dyn Summarizer>>,
) -> Result<Box<dyn Summarizer>, Error> {
    Err(missing())
}

fn missing() -> Error {
    Error::Neural(Cause::of(format!(
        "this program was built without the neural methods; to have them: {NEURAL_REMEDY}"
    )))
}
