//! `notis train`: a topic model from labelled articles.

use std::path::PathBuf;

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Train a topic model on labelled articles
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis train data/corpus --topics data/topics.toml -o my.notis")]
pub(crate) struct Args {
    /// Files or folders of labelled articles
    #[arg(value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        Ok(Job {
            args: self,
            everywhere,
        })
    }
}

/// What is ready to be done.
#[derive(Debug)]
pub(crate) struct Job {
    args: Args,
    everywhere: Everywhere,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let _ = (&self.args, &self.everywhere);
        not_yet("`notis train`")
    }
}
