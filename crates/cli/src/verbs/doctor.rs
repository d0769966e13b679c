//! `notis doctor`: what is installed and what is missing.

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Show what is installed, what is missing and how to get it
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis doctor")]
pub(crate) struct Args {}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Job {
        Job {
            args: self,
            everywhere,
        }
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
        not_yet("`notis doctor`")
    }
}
