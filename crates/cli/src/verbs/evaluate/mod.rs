//! `notis evaluate`: how good tags and digests are.

mod digests;
mod labels;
mod topics;

use anyhow::Result;
use clap::ValueEnum;

use crate::everywhere::Everywhere;

/// Measure topics or digests against what people said
#[derive(Debug, clap::Subcommand)]
#[command(after_help = "Examples:
  notis evaluate topics corpus/ --folds 5
  notis evaluate digests summaries.jsonl --words 96")]
pub(crate) enum What {
    Topics(topics::Args),
    Digests(digests::Args),
    Labels(labels::Args),
}

/// Form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl What {
    pub(crate) fn run(self, everywhere: Everywhere) -> Result<()> {
        match self {
            What::Topics(args) => args.job(everywhere)?.run(),
            What::Digests(args) => args.job(everywhere)?.run(),
            What::Labels(args) => args.run(&everywhere),
        }
    }
}
