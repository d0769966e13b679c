//! `notis classify`: the topics of each article.

use std::path::PathBuf;

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Tag each article with its topics
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis classify articles/ --format jsonl")]
pub(crate) struct Args {
    /// Files or folders of articles, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
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
        not_yet("`notis classify`")
    }
}
