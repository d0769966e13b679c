//! `notis learn`: a model that learns from corrections.

use std::path::PathBuf;

use anyhow::{Context, Result};
use notis_corpus::Articles;
use notis_topics::Model;

use crate::checked::Sifted;
use crate::everywhere::Everywhere;
use crate::models::ModelArgs;
use crate::output::Output;
use crate::vectors::Vectors;

/// Teach a model corrections without its old corpus
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis learn corrected/ -m my.notis -o better.notis

Exact where words are weighed by Naive Bayes (train --learner nb): as if the corrections had stood in the corpus, but
for words that are new. Other models need to be trained anew, and say so.")]
pub(crate) struct Args {
    /// Files or folders of corrected articles
    #[arg(required = true, value_name = "CORRECTIONS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        let output = everywhere.output.clone();
        Ok(Job {
            output: output.context("where should the model go? Name a file with -o MODEL")?,
            articles: everywhere.open(&self.inputs)?,
            model: self.model.load()?,
            everywhere,
        })
    }
}

/// Corrections ready to be learned.
pub(crate) struct Job {
    output: PathBuf,
    articles: Articles,
    model: Model,
    everywhere: Everywhere,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let vectors = Vectors::of_model(&self.model, &self.everywhere)?;
        let corrections = Sifted::new(Some(self.articles), &self.everywhere);
        let corrections = corrections.map(|article| vectors.example(article?));
        let (model, count) = self.model.learn(corrections)?;
        Output::save(&self.output, &model.to_bytes())?;
        let output = self.output.display();
        self.everywhere
            .remark(format_args!("{output}: learned from {count} corrections"));
        Ok(())
    }
}
