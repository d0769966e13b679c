//! The verbs, one file each.

mod analyze;
mod classify;
mod completions;
mod count;
mod digest;
mod discover;
mod doctor;
mod evaluate;
mod inspect;
mod learn;
mod merge;
mod report;
mod serve;
mod store;
mod suggest;
mod train;

use anyhow::Result;
use clap::{Command, Subcommand};

use crate::global_options::GlobalOptions;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    Train(train::Args),
    Learn(learn::Args),
    Count(count::Args),
    Merge(merge::Args),
    Classify(classify::Args),
    Digest(Box<digest::Args>),
    Discover(discover::Args),
    Report(report::Args),
    #[command(subcommand)]
    Evaluate(evaluate::What),
    Suggest(suggest::Args),
    Analyze(analyze::Args),
    Inspect(inspect::Args),
    Serve(serve::Args),
    #[command(subcommand)]
    Store(store::What),
    Doctor(doctor::Args),
    Completions(completions::Args),
}

impl Verb {
    /// Checks the arguments and does it. `command` tells of all arguments there are: completions are made of them.
    pub(crate) fn run(self, options: GlobalOptions, command: fn() -> Command) -> Result<()> {
        match self {
            Verb::Train(args) => args.run(options),
            Verb::Learn(args) => args.job(options)?.run(),
            Verb::Count(args) => args.job(options)?.run(),
            Verb::Merge(args) => args.run(&options),
            Verb::Classify(args) => args.job(options)?.run(),
            Verb::Digest(args) => args.job(options)?.run(),
            Verb::Discover(args) => args.job(options)?.run(),
            Verb::Report(args) => args.job(options)?.run(),
            Verb::Evaluate(what) => what.run(options),
            Verb::Suggest(args) => args.job(options)?.run(),
            Verb::Analyze(args) => args.run(&options),
            Verb::Inspect(args) => args.run(&options),
            Verb::Serve(args) => args.run(&options),
            Verb::Store(what) => what.run(&options),
            Verb::Doctor(args) => args.job(options).run(),
            Verb::Completions(args) => args.run(&options, command()),
        }
    }
}
