//! `notis learn`: a model that learns from corrections.

use std::path::PathBuf;

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Teach a model corrections without its old corpus
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis learn corrected/ -m my.notis -o better.notis")]
pub(crate) struct Args {
    /// Files or folders of corrected articles
    #[arg(required = true, value_name = "CORRECTIONS")]
    inputs: Vec<PathBuf>,
    /// The topic model [default: the one in the program]
    #[arg(short, long, value_name = "MODEL")]
    model: Option<PathBuf>,
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
        not_yet("`notis learn`")
    }
}
