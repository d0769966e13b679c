//! `notis learn`: a model that learns from corrections.

use std::path::PathBuf;

use anyhow::Result;
use notis::{Articles, Desk};

use crate::global_options::GlobalOptions;
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::sifted::Sifted;

/// Teach a model corrections without its old corpus
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis learn corrected/ -o my.notis                      from the model in the program
  notis learn corrected/ -m my.notis -o better.notis

The model keeps what its corpus taught it, and learns beside it by how much each topic is to be raised or lowered in
articles like the corrected ones; earlier corrections are kept. Label a corrected article with all its topics, or name
those that were looked at (graded). Where words are weighed by Naive Bayes (train --learner nb) it is as if the
corrections had stood in the corpus, but for words that are new.")]
pub(crate) struct Args {
    /// Files or folders of corrected articles
    #[arg(required = true, value_name = "CORRECTIONS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let output = options.model_output()?;
        let articles = options.open(&self.inputs)?;
        let desk = options.desk(Desk::builder().model(self.model.load()?)).build()?;
        Ok(Job {
            output,
            articles: articles.knowing(desk.topics()),
            desk,
            options,
        })
    }
}

/// Corrections ready to be learned.
pub(crate) struct Job {
    output: PathBuf,
    articles: Articles,
    desk: Desk,
    options: GlobalOptions,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let corrections = Sifted::new(self.articles, &self.options);
        let (model, count) = self.desk.learn(corrections)?;
        Output::save(&self.output, &model.to_bytes())?;
        let output = self.output.display();
        let corrections = if count == 1 { "correction" } else { "corrections" };
        self.options
            .remark(format_args!("{output}: learned from {count} {corrections}"));
        Ok(())
    }
}
