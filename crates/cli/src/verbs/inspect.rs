//! `notis inspect`: what a model is.

use std::path::PathBuf;

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Print the card of a model
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis inspect my.notis")]
pub(crate) struct Args {
    /// The model [default: the one in the program]
    #[arg(value_name = "MODEL")]
    model: Option<PathBuf>,
}

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
        not_yet("`notis inspect`")
    }
}
