//! `notis evaluate digests`: digests against human ones.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use notis_corpus::{Article, Articles};
use notis_summarizer::evaluate::{self, Judged};
use notis_summarizer::{Edits, Summarizer};
use notis_text::Language;

use super::Format;
use crate::everywhere::Everywhere;
use crate::neural::digest_method;
use crate::output::Output;
use crate::print::{digests_report, json};
use crate::stream::Stream;

/// Measure digests against human summaries (summaries_nb, summaries_nn)
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis evaluate digests summaries.jsonl --words 96

Beside the method stand the lead of the article, sentences drawn at random, and a greedy oracle that has read the
human summaries. The articles are digested without topics.")]
pub(crate) struct Args {
    /// Files or folders of articles with human summaries
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    /// Words of a digest
    #[arg(long, value_name = "N", default_value_t = 96)]
    words: usize,
    /// How sentences are chosen
    #[arg(long, value_name = "NAME", default_value = "notis")]
    method: String,
    /// Take every sentence as it stands
    #[arg(long)]
    verbatim: bool,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        let edits = if self.verbatim { Edits::None } else { Edits::Marked };
        Ok(Job {
            summarizer: digest_method(&self.method, edits, false, &everywhere)?,
            articles: everywhere.open(&self.inputs)?,
            everywhere,
            words: self.words,
            format: self.format,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    everywhere: Everywhere,
    articles: Articles,
    summarizer: Box<dyn Summarizer>,
    words: usize,
    format: Format,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let articles = Stream::new(self.articles, &self.everywhere, &output).collect()?;
        let judged: Vec<_> = articles.iter().filter_map(judged).collect();
        let left_out = articles.len() - judged.len();
        ensure!(
            !judged.is_empty(),
            "none of the {left_out} articles has a human summary to measure against; give them summaries_nb or summaries_nn"
        );
        if left_out > 0 {
            self.everywhere.remark(format_args!(
                "{left_out} articles without a human summary are left out"
            ));
        }
        let report = evaluate::digests(&judged, &*self.summarizer, self.words)?;
        let printed = match self.format {
            Format::Text => digests_report::text(&report, output.palette()).into_bytes(),
            Format::Json => json::line(&digests_report::Summary::new(&report))?,
        };
        output.write_all(&printed)?;
        output.finish()
    }
}

/// An article with the human summaries in its own written form or, where it has none, in the other.
fn judged(article: &Article) -> Option<Judged<'_>> {
    let analysis = notis_text::analyze(&article.text, article.title.as_deref());
    let (own, other) = match analysis.language {
        Language::Nynorsk => (&article.summaries_nn, &article.summaries_nb),
        _ => (&article.summaries_nb, &article.summaries_nn),
    };
    let summaries = if own.is_empty() { other } else { own };
    let references: Vec<_> = summaries.iter().map(String::as_str).collect();
    (!references.is_empty()).then_some(Judged {
        article: analysis,
        references,
    })
}
