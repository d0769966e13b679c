//! `notis evaluate topics`: tags against labels.

use std::path::PathBuf;

use anyhow::Result;

use super::Format;
use crate::everywhere::Everywhere;
use crate::models::ModelArgs;
use crate::verbs::not_yet;

/// Measure topics against labels or grades
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis evaluate topics corpus/                  the model in the program
  notis evaluate topics corpus/ --folds 5        a fresh model, cross-validated")]
pub(crate) struct Args {
    /// Files or folders of labelled articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        Ok(Job {
            args: self,
            everywhere,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    args: Args,
    everywhere: Everywhere,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let _ = (&self.args, &self.everywhere);
        not_yet("`evaluate topics`")
    }
}
