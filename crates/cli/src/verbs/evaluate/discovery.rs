//! `notis evaluate discovery`: how good the topics are that are found in unlabelled articles.

use std::path::PathBuf;

use anyhow::Result;
use notis::output::json_line;
use notis::print::report;
use notis::{Article, Articles, Discoverer};

use super::Format;
use crate::global_options::GlobalOptions;
use crate::output::Output;
use crate::progress::spinner;
use crate::stream::Stream;

/// Measure the topics that discover finds: coherence, stability, agreement with labels
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis evaluate discovery articles/ --topics-count 40
  notis evaluate discovery articles/ --reference archive/ --format json

NPMI and C_v tell whether the ten words of a topic stand together in the reference texts, stability whether they
come back when articles are drawn anew. Labels are asked only of articles that have exactly one; nothing learns from them.")]
pub(crate) struct Args {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    /// So many topics [default: chosen by how stable they are]
    #[arg(long, value_name = "N")]
    topics_count: Option<usize>,
    /// Texts that coherence is counted on [default: the articles themselves]
    #[arg(long, value_name = "CORPUS")]
    reference: Option<PathBuf>,
    /// How often articles are drawn anew for stability
    #[arg(long, value_name = "N", default_value_t = 10)]
    draws: usize,
    /// Seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let mut discoverer = Discoverer::new().seed(self.seed);
        if let Some(count) = self.topics_count {
            discoverer = discoverer.topics_count(count);
        }
        let reference = self
            .reference
            .as_ref()
            .map(|path| options.open(std::slice::from_ref(path)));
        Ok(Job {
            articles: options.open(&self.inputs)?,
            reference: reference.transpose()?,
            options,
            discoverer,
            draws: self.draws,
            format: self.format,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    reference: Option<Articles>,
    discoverer: Discoverer,
    draws: usize,
    format: Format,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let collect = |articles| Stream::new(articles, &self.options, &output).collect();
        let articles: Vec<Article> = collect(self.articles)?;
        let reference: Vec<Article> = self.reference.map(collect).transpose()?.unwrap_or_default();
        let bar = spinner(self.options.quiet);
        bar.set_message("looking for topics, and looking again");
        let scores = self.discoverer.evaluate(&articles, &reference, self.draws);
        bar.finish_and_clear();
        let scores = scores?;
        let printed = match self.format {
            Format::Text => report::discovery(&scores, &output.style()).into_bytes(),
            Format::Json => json_line(&scores)?,
        };
        output.print(&printed)?;
        output.finish()
    }
}
