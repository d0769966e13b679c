//! `notis digest`: the few sentences that say what an article says.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use notis_classifier::{ClassifyOptions, Model};
use notis_corpus::{Article, Articles};
use notis_summarizer::{Budget, Edits, Query, Summarizer, by_name};
use notis_text::Analysis;

use super::not_yet;
use crate::everywhere::Everywhere;
use crate::models::ModelArgs;
use crate::output::Output;
use crate::palette::Palette;
use crate::print::{digest_jsonl, digest_markdown, digest_text};
use crate::stream::Stream;

/// Write a short digest of each article
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis digest articles/ --sentences 3
  notis digest articles/ --by story --format markdown -o morning.md")]
pub(crate) struct Args {
    /// Files or folders of articles, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    #[command(flatten)]
    length: Length,
    /// How sentences are chosen: notis, lead, centroid, textrank, lexrank …
    #[arg(long, value_name = "NAME", default_value = "notis")]
    method: String,
    /// Print every sentence as it stands, nothing trimmed or replaced
    #[arg(long)]
    verbatim: bool,
    /// One digest for each article, topic, date or story
    #[arg(long, value_enum, default_value_t = By::Article)]
    by: By,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How long a digest is; without it, what an editor would choose for the length of the article.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct Length {
    /// Exactly N sentences, or all where there are fewer
    #[arg(long, value_name = "N")]
    sentences: Option<usize>,
    /// At most N words
    #[arg(long, value_name = "N")]
    words: Option<usize>,
    /// At most N characters
    #[arg(long, value_name = "N")]
    chars: Option<usize>,
}

impl Length {
    fn budget(&self) -> Budget {
        let sentences = self.sentences.map(Budget::Sentences);
        let words = self.words.map(Budget::Words);
        let chars = self.chars.map(Budget::Chars);
        sentences.or(words).or(chars).unwrap_or(Budget::Auto)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    Article,
    Topic,
    Date,
    Story,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Jsonl,
    Markdown,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        if self.by != By::Article {
            return not_yet("a digest of many articles (--by)");
        }
        let edits = if self.verbatim { Edits::None } else { Edits::Marked };
        let summarizer = by_name(&self.method, edits)?;
        Ok(Job {
            articles: everywhere.open(&self.inputs)?,
            everywhere,
            editor: Editor {
                summarizer,
                budget: self.length.budget(),
                model: self.model.load_if_any()?,
                format: self.format,
            },
        })
    }
}

/// Digests ready to be made.
pub(crate) struct Job {
    everywhere: Everywhere,
    articles: Articles,
    editor: Editor,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let palette = output.palette();
        let stream = Stream::new(self.articles, &self.everywhere, &output);
        stream.run(
            |article| self.editor.digest(article, palette),
            |printed| Ok(output.write_all(&printed)?),
        )?;
        output.finish()
    }
}

/// Makes digests of articles and prints them.
struct Editor {
    summarizer: Box<dyn Summarizer>,
    budget: Budget,
    model: Option<Model>,
    format: Format,
}

impl Editor {
    fn digest(&self, article: &Article, palette: Palette) -> Result<Vec<u8>> {
        let analysis = notis_text::analyze(&article.text, article.title.as_deref());
        let (topics, query) = self.topics(&analysis);
        let digest = self.summarizer.summarize(&analysis, &query, self.budget)?;
        match self.format {
            Format::Text => Ok(digest_text::block(article, &digest, &topics, palette).into()),
            Format::Jsonl => digest_jsonl::line(&article.id, &digest, &topics),
            Format::Markdown => Ok(digest_markdown::block(article, &digest, &topics).into()),
        }
    }

    /// The article's topics, and the words that carry them: what the digest should speak of.
    fn topics(&self, article: &Analysis<'_>) -> (Vec<String>, Query) {
        let Some(model) = &self.model else {
            return (Vec::new(), Query::default());
        };
        let options = ClassifyOptions {
            threshold: None,
            explain: true,
        };
        let decision = model.classify(article, &options).decision;
        let ids = decision
            .tags()
            .iter()
            .map(|tag| model.topics()[tag.topic].id.clone());
        let evidence = decision.tags().iter().flat_map(|tag| &tag.evidence);
        let words = evidence
            .filter(|e| e.weight > 0.0)
            .map(|e| (e.text.as_str(), e.weight));
        (ids.collect(), Query::new(words))
    }
}
