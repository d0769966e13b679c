//! A program without the neural methods.

use std::path::Path;

use anyhow::{Result, bail};
use notis_summarizer::{Edits, Summarizer};
use notis_text::Analysis;
use notis_topics::Topic;

use super::REMEDY;

/// What knows of them: nothing.
pub(crate) const LIBRARIES: Option<&str> = None;

/// There is none.
pub(crate) enum Encoder {}

impl Encoder {
    pub(crate) fn dimensions(&self) -> usize {
        match *self {}
    }

    pub(crate) fn embed(&self, _article: &Analysis<'_>) -> Result<Vec<f32>> {
        match *self {}
    }
}

/// There is none.
pub(crate) enum ZeroShot {}

impl ZeroShot {
    pub(crate) fn new(encoder: Encoder, _topics: &[Topic]) -> Result<Self> {
        match encoder {}
    }

    pub(crate) fn probabilities(&self, _article: &Analysis<'_>) -> Result<Vec<f32>> {
        match *self {}
    }
}

pub(crate) fn encoder(_folder: &Path, _threads: usize) -> Result<Encoder> {
    missing()
}

pub(super) fn semantic(encoder: Encoder, _edits: Edits) -> Result<Box<dyn Summarizer>> {
    match encoder {}
}

pub(super) fn abstractive(
    _folder: &Path,
    _threads: usize,
    _instead: Option<Box<dyn Summarizer>>,
) -> Result<Box<dyn Summarizer>> {
    missing()
}

fn missing<T>() -> Result<T> {
    bail!("this program was built without the neural methods; to have them: {REMEDY}")
}
