//! `notis evaluate`: how good tags and digests are.

mod digests;
mod discovery;
mod drift;
mod labels;
mod names;
mod topics;

use anyhow::Result;
use clap::ValueEnum;

use crate::global_options::GlobalOptions;

/// Measure topics or digests against what people said
#[derive(Debug, clap::Subcommand)]
#[command(after_help = "Examples:
  notis evaluate topics corpus/ --folds 5
  notis evaluate digests summaries.jsonl --words 96")]
pub(crate) enum What {
    Topics(topics::Args),
    Digests(digests::Args),
    Discovery(discovery::Args),
    Drift(drift::Args),
    Labels(labels::Args),
    Names(names::Args),
}

/// Form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl What {
    pub(crate) fn run(self, options: GlobalOptions) -> Result<()> {
        match self {
            What::Topics(args) => args.job(options)?.run(),
            What::Digests(args) => args.job(options)?.run(),
            What::Discovery(args) => args.job(options)?.run(),
            What::Drift(args) => args.job(options)?.run(),
            What::Labels(args) => args.run(&options),
            What::Names(args) => args.run(&options),
        }
    }
}
