//! `notis suggest`: a draft of labels for an editor to correct.

use std::path::PathBuf;

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Draft a labels.tsv to correct, least certain first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis suggest articles/ -o labels.tsv")]
pub(crate) struct Args {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
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
        not_yet("`notis suggest`")
    }
}
