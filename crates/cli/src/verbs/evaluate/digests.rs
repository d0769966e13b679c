//! `notis evaluate digests`: digests against human ones.

use std::path::PathBuf;

use anyhow::Result;
use notis::output::json_line;
use notis::print::report;
use notis::{Articles, Desk};

use super::Format;
use crate::global_options::GlobalOptions;
use crate::output::Output;
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
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let desk = options.desk(Desk::builder().without_model());
        let desk = desk.method(self.method).verbatim(self.verbatim).build()?;
        Ok(Job {
            desk,
            articles: options.open(&self.inputs)?,
            options,
            words: self.words,
            format: self.format,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    desk: Desk,
    words: usize,
    format: Format,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let articles = Stream::new(self.articles, &self.options, &output).collect()?;
        let measured = self.desk.evaluate_digests(&articles, self.words)?;
        if measured.left_out > 0 {
            self.options.remark(format_args!(
                "{} articles without a human summary are left out",
                measured.left_out
            ));
        }
        let printed = match self.format {
            Format::Text => report::digests(&measured, &output.style()).into_bytes(),
            Format::Json => json_line(&measured)?,
        };
        output.print(&printed)?;
        output.finish()
    }
}
