//! `--method abstractive`: digests in the words of a model, checked against the article.

use std::path::Path;

use notis_summarizer::{Budget, Digest, DigestSentence, Document, Error as DigestError, Summarizer};
use notis_text::{Analysis, Span};

use crate::{Error, Generator, Source};

/// Writes digests with a generator, and checks each sentence's numbers and names.
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
        let generated = generated.map_err(|error| DigestError::Outside(error.to_string()))?;
        let sentences = sentences(&generated.text, &Source::new(article));
        let doubtful = sentences.is_empty() || sentences.iter().any(|s| !s.unsupported.is_empty());
        if let Some(instead) = self.instead.as_ref().filter(|_| doubtful) {
            return instead.summarize(document, budget);
        }
        let unread = body[generated.read..].first().zip(body.last());
        let unread = unread.map(|(first, last)| Span::new(first.start, last.end));
        Digest::generated(self.name(), document, sentences, budget, unread)
    }
}

/// A generated text, sentence by sentence.
fn sentences(text: &str, source: &Source<'_>) -> Vec<DigestSentence> {
    let analysis = notis_text::analyze(text, None);
    let sentence = |span: Span| {
        let sentence = span.of(text);
        let origin = source.nearest(sentence)?;
        Some(DigestSentence::generated(
            sentence,
            origin,
            source.unsupported(sentence),
        ))
    };
    analysis
        .sentences
        .iter()
        .filter_map(|s| sentence(s.span))
        .collect()
}
