//! `notis suggest`: a draft of labels for an editor to correct, the least certain first.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use notis::{Articles, Desk, lost_by_a_draft, write_drafts};

use crate::global_options::GlobalOptions;
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::stream::Stream;

/// Draft a labels.tsv to correct, least certain first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis suggest articles/ -o articles/labels.tsv

Articles that are labelled keep their labels and come last. Behind the labels stands what helps to judge them: an
excerpt, the names of the topics, their probabilities, and which topic is nearest to its threshold.")]
pub(crate) struct Args {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        options.output.as_deref().map_or(Ok(()), keep_columns)?;
        let articles = options.open(&self.inputs)?;
        let desk = options.desk(Desk::builder().model(self.model.load()?)).build()?;
        Ok(Job {
            articles: articles.knowing(desk.topics()),
            desk,
            options,
        })
    }
}

/// Longest header that is looked at, in bytes.
const HEADER: u64 = 1 << 16;

/// Refuses to put a draft in the place of a table with columns of its own.
fn keep_columns(target: &Path) -> Result<()> {
    let mut header = Vec::new();
    if let Ok(file) = File::open(target) {
        BufReader::new(file.take(HEADER)).read_until(b'\n', &mut header)?;
    }
    let header = String::from_utf8_lossy(&header);
    let lost = lost_by_a_draft(&header);
    ensure!(
        lost.is_empty(),
        "{} has columns that a draft would lose ({}); write the draft to another file",
        target.display(),
        lost.join(", ")
    );
    Ok(())
}

/// A draft ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    desk: Desk,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let stream = Stream::new(self.articles, &self.options, &output);
        let mut drafts = Vec::new();
        stream.run(
            &self.desk,
            |reading| Ok(self.desk.suggest(reading)),
            |draft| {
                drafts.push(draft);
                Ok(())
            },
        )?;
        let mut table = Vec::new();
        write_drafts(drafts, &mut table)?;
        output.print(&table)?;
        output.finish()
    }
}
