//! A library with the neural methods.

use std::path::Path;
use std::sync::Arc;

use notis_neural::{Abstractive, Embeddings};
use notis_summarizer::methods::Notis;
use notis_summarizer::{Edits, Summarizer};
use notis_text::Analysis;
use notis_topics::{ClassifyOptions, Definitions, Model, Topic, TrainOptions};

use crate::{Article, Error};

/// What they are built on.
pub(super) const LIBRARIES: Option<&str> = Some(notis_neural::LIBRARIES);

/// A sentence encoder.
pub(crate) struct Encoder(Arc<notis_neural::Encoder>);

impl Encoder {
    pub(crate) fn dimensions(&self) -> usize {
        self.0.dimensions()
    }

    pub(crate) fn embed(&self, article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        self.0.embed_article(article).map_err(Error::neural)
    }
}

/// Topics known by their names and descriptions alone.
pub(crate) struct ZeroShot {
    encoder: Encoder,
    near: notis_neural::ZeroShot,
    /// The same topics by the words of these names and descriptions.
    named: Box<Model>,
}

impl ZeroShot {
    pub(crate) fn new(encoder: Encoder, topics: &[Topic]) -> Result<Self, Error> {
        let described: Vec<&str> = topics.iter().map(described).collect();
        let untaught = std::iter::empty::<Result<Article, Error>>();
        let told = Definitions::told(topics);
        let trained = Model::train(untaught, Some(&told), None, &TrainOptions::default(), &|_| ());
        Ok(ZeroShot {
            near: notis_neural::ZeroShot::new(&encoder.0, &described).map_err(Error::neural)?,
            encoder,
            named: Box::new(trained.map_err(Error::training)?.0),
        })
    }

    pub(crate) fn probabilities(&self, article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        let passages = self.encoder.0.embed_passages(article).map_err(Error::neural)?;
        let named = self.named.classify(article, &ClassifyOptions::default()).scores;
        Ok(self.near.probabilities(&passages, &named))
    }
}

/// What an article of a topic is about; by its name alone where nobody says more.
fn described(topic: &Topic) -> &str {
    let names = &topic.names;
    let told = [&topic.description, &names.nb, &names.nn, &names.en];
    told.into_iter().flatten().next().unwrap_or(&topic.id)
}

pub(super) fn encoder(folder: &Path, threads: usize) -> Result<Encoder, Error> {
    let encoder = notis_neural::Encoder::load(folder, threads).map_err(Error::neural)?;
    Ok(Encoder(Arc::new(encoder)))
}

pub(super) fn semantic(encoder: Encoder, edits: Edits) -> Result<Box<dyn Summarizer>, Error> {
    let sense = Embeddings::new(encoder.0).map_err(Error::neural)?;
    Ok(Box::new(Notis::by(sense, edits)))
}

pub(super) fn abstractive(
    folder: &Path,
    threads: usize,
    instead: Option<Box<dyn Summarizer>>,
) -> Result<Box<dyn Summarizer>, Error> {
    let abstractive = Abstractive::load(folder, threads, instead).map_err(Error::neural)?;
    Ok(Box::new(abstractive))
}
