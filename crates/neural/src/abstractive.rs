//! `--method abstractive`: digests in the words of a model, checked against the article.

use std::path::Path;

use notis_summarizer::{Budget, Digest, Document, Error as DigestError, Source, Summarizer};
use notis_text::{Analysis, Span};

use crate::{Error, Generator};

/// Writes digests with a generator, and checks each sentence against the article.
pub struct Abstractive {
    generator: Generator,
    /// What makes the digest instead where a sentence does not keep to the article.
    instead: Option<Box<dyn Summarizer>>,
}

impl Abstractive {
    /// Loads the generator in a folder, see [`Generator::load`]. Where `instead` is given, it makes the digest of an
    /// article for which the generator writes a number or a name that is not in the article, or nothing.
    ///
    /// # Errors
    /// Where a file is missing or wrong.
    pub fn load(folder: &Path, threads: usize, instead: Option<Box<dyn Summarizer>>) -> Result<Self, Error> {
        Ok(Abstractive {
            generator: Generator::load(folder, threads)?,
            instead,
        })
    }

    /// The sentences of an article that a digest is made of.
    fn body<'a>(article: &'a Analysis<'a>) -> Vec<Span> {
        let sentences = article.sentences.iter();
        let running = sentences.filter(|sentence| article.kind_of(sentence).is_running_text());
        running.map(|sentence| sentence.span).collect()
    }
}

impl Summarizer for Abstractive {
    fn name(&self) -> &'static str {
        "abstractive"
    }

    fn summarize(&self, document: &Document<'_>, budget: Budget) -> Result<Digest, DigestError> {
        let article = document.article();
        let body = Abstractive::body(article);
        let texts: Vec<&str> = body.iter().map(|span| article.slice(*span)).collect();
        let generated = self.generator.digest(&texts);
        let generated = generated.map_err(|error| DigestError::Outside(error.into()))?;
        let sentences = Source::new(article).check(&generated.text);
        let doubtful = sentences.is_empty() || sentences.iter().any(|s| !s.unsupported.is_empty());
        if let Some(instead) = self.instead.as_ref().filter(|_| doubtful) {
            return instead.summarize(document, budget);
        }
        let unread = body[generated.read..].first().zip(body.last());
        let unread = unread.map(|(first, last)| Span::new(first.start, last.end));
        Digest::generated(self.name(), document, sentences, budget, unread)
    }
}
