//! `notis suggest`: a draft of labels for an editor to correct, the least certain first.

use std::path::PathBuf;

use anyhow::Result;
use notis::{Articles, Desk, write_drafts};

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
        let articles = options.open(&self.inputs)?;
        let desk = options.desk(Desk::builder().model(self.model.load()?)).build()?;
        Ok(Job {
            articles: articles.knowing(desk.topics()),
            desk,
            options,
        })
    }
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
