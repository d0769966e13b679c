//! `notis digest`: the few sentences that say what an article says.

mod many;
mod one;

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use notis_corpus::Articles;
use notis_summarizer::{Budget, Edits, Summarizer};
use notis_topics::Model;

use crate::everywhere::Everywhere;
use crate::models::ModelArgs;
use crate::neural::digest_method;
use crate::output::Output;
use crate::stream::Stream;
use crate::vectors::Vectors;

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
    /// How sentences are chosen: notis, lead, centroid, textrank, lexrank …; by what they mean: semantic; or written by
    /// a model: abstractive
    #[arg(long, value_name = "NAME", default_value = "notis")]
    method: String,
    /// With --method abstractive: print the extractive digest where a number or a name is not in the article
    #[arg(long)]
    strict: bool,
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
    /// At most this share of the words of the running text, above 0 and at most 1
    #[arg(long, value_name = "R")]
    ratio: Option<f64>,
}

impl Length {
    fn budget(&self) -> Budget {
        let sentences = self.sentences.map(Budget::Sentences);
        let words = self.words.map(Budget::Words);
        let chars = self.chars.map(Budget::Chars);
        let ratio = self.ratio.map(Budget::Ratio);
        sentences.or(words).or(chars).or(ratio).unwrap_or(Budget::Auto)
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
        let edits = if self.verbatim { Edits::None } else { Edits::Marked };
        let summarizer = digest_method(&self.method, edits, self.strict, &everywhere)?;
        let model = self.model.load_if_any()?;
        let vectors = model.as_ref().map(|model| Vectors::of_model(model, &everywhere));
        Ok(Job {
            articles: everywhere.open(&self.inputs)?,
            everywhere,
            by: self.by,
            editor: Editor {
                summarizer,
                budget: self.length.budget(),
                model,
                vectors: vectors.transpose()?.unwrap_or_default(),
                format: self.format,
            },
        })
    }
}

/// Digests ready to be made.
pub(crate) struct Job {
    everywhere: Everywhere,
    articles: Articles,
    by: By,
    editor: Editor,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let stream = Stream::new(self.articles, &self.everywhere, &output);
        match self.by {
            By::Article => self.editor.each(stream, &mut output)?,
            by => self.editor.groups(by, stream, &mut output)?,
        }
        output.finish()
    }
}

/// Makes digests and prints them.
struct Editor {
    summarizer: Box<dyn Summarizer>,
    budget: Budget,
    model: Option<Model>,
    vectors: Vectors,
    format: Format,
}
