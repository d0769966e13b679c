//! A program with the neural methods.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use notis_classifier::Topic;
use notis_neural::{Abstractive, Embeddings};
use notis_summarizer::methods::Notis;
use notis_summarizer::{Edits, Summarizer};
use notis_text::Analysis;

/// What they are built on.
pub(crate) const LIBRARIES: Option<&str> = Some(notis_neural::LIBRARIES);

/// A sentence encoder.
pub(crate) struct Encoder(Arc<notis_neural::Encoder>);

impl Encoder {
    pub(crate) fn dimensions(&self) -> usize {
        self.0.dimensions()
    }

    pub(crate) fn embed(&self, article: &Analysis<'_>) -> Result<Vec<f32>> {
        Ok(self.0.embed_article(article)?)
    }
}

/// Topics known by their names and descriptions alone.
pub(crate) struct ZeroShot {
    encoder: Encoder,
    topics: notis_neural::ZeroShot,
}

impl ZeroShot {
    pub(crate) fn new(encoder: Encoder, topics: &[Topic]) -> Result<Self> {
        let told: Vec<String> = topics.iter().map(told).collect();
        Ok(ZeroShot {
            topics: notis_neural::ZeroShot::new(&encoder.0, &told)?,
            encoder,
        })
    }

    pub(crate) fn probabilities(&self, article: &Analysis<'_>) -> Result<Vec<f32>> {
        Ok(self.topics.probabilities(&self.encoder.embed(article)?))
    }
}

/// A topic in words: its name, and what an article of it is about.
fn told(topic: &Topic) -> String {
    let names = &topic.names;
    let name = names.nb.as_ref().or(names.nn.as_ref()).or(names.en.as_ref());
    let name = name.unwrap_or(&topic.id).as_str();
    match &topic.description {
        Some(description) => format!("{name}: {description}"),
        None => name.to_owned(),
    }
}

pub(crate) fn encoder(folder: &Path, threads: usize) -> Result<Encoder> {
    Ok(Encoder(Arc::new(notis_neural::Encoder::load(folder, threads)?)))
}

pub(super) fn semantic(encoder: Encoder, edits: Edits) -> Result<Box<dyn Summarizer>> {
    Ok(Box::new(Notis::by(Embeddings::new(encoder.0), edits)))
}

pub(super) fn abstractive(
    folder: &Path,
    threads: usize,
    instead: Option<Box<dyn Summarizer>>,
) -> Result<Box<dyn Summarizer>> {
    Ok(Box::new(Abstractive::load(folder, threads, instead)?))
}
