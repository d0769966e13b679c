//! A digest of each article.

use std::io::Write;

use anyhow::Result;
use notis_corpus::Article;
use notis_summarizer::{Document, Query};
use notis_text::Analysis;
use notis_topics::{ClassifyOptions, Evidence, Input, analyzed};

use super::{Editor, Format};
use crate::output::Output;
use crate::palette::Palette;
use crate::print::{Digested, digest_jsonl, digest_markdown, digest_text};
use crate::stream::Stream;

impl Editor {
    /// Digests articles as they come.
    pub(super) fn each(&self, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let palette = output.palette();
        stream.run(
            |article| self.digest(&article, palette),
            |printed| Ok(output.write_all(&printed)?),
        )
    }

    fn digest(&self, article: &Article, palette: Palette) -> Result<Vec<u8>> {
        let analysis = analyzed(article);
        let (topics, query) = self.topics(&analysis)?;
        let document = Document::new(&analysis, &query);
        let digest = self.summarizer.summarize(&document, self.budget)?;
        let names = notis_text::names(&analysis);
        let digested = Digested {
            names: &names,
            article,
            topics: &topics,
            digest: &digest,
        };
        match self.format {
            Format::Text => Ok(digest_text::block(&digested, palette).into()),
            Format::Jsonl => digest_jsonl::line(&digested),
            Format::Markdown => Ok(digest_markdown::block(&digested).into()),
        }
    }

    /// The article's topics, and the words that carry them: what the digest should speak of.
    pub(super) fn topics(&self, article: &Analysis<'_>) -> Result<(Vec<String>, Query)> {
        let Some(model) = &self.model else {
            return Ok((Vec::new(), Query::default()));
        };
        let options = ClassifyOptions {
            threshold: None,
            explain: true,
        };
        let vector = self.vectors.of(article)?;
        let decision = model.classify(Input::new(article, &vector), &options).decision;
        let ids = decision
            .tags()
            .iter()
            .map(|tag| model.topics()[tag.topic].id.clone());
        let evidence = decision.tags().iter().flat_map(|tag| &tag.evidence);
        let carried = evidence
            .filter(|e| e.weight > 0.0)
            .flat_map(Evidence::weighted_types);
        Ok((ids.collect(), Query::new(carried)))
    }
}
