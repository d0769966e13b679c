//! The `notis` command: arguments in, articles read, results printed. What Norwegian is, what topics are, how a digest is
//! made and what it looks like in each format is known by the library `notis`; this crate knows the command line, the
//! terminal and the exit status.
//!
//! Each verb is one file in `verbs`: its raw arguments become a validated job, where there is anything to validate, and
//! the job runs.

mod chat_args;
mod dates;
mod failure;
mod follow;
mod format;
mod global_options;
mod inflow;
mod kind_args;
mod model_args;
mod output;
mod palette;
mod progress;
mod resume;
mod sifted;
mod signals;
mod stream;
mod table;
mod verbs;
mod whole_folder;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

/// Topics and digests of Norwegian news text, offline.
#[derive(Debug, Parser)]
#[command(name = "notis", version, about, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    verb: verbs::Verb,
    #[command(flatten)]
    options: global_options::GlobalOptions,
}

const EXAMPLES: &str = "\
Examples:
  notis classify articles/                   the topics of each article in a folder
  notis digest articles/ --sentences 3       three sentences of each
  cat news.jsonl | notis classify - --format jsonl
  notis train corpus/ -o my.notis            a model of your own topics

An INPUT is a file, a folder or - (standard input): text, JSON Lines, JSON, ninjs, CSV, RSS, Atom, web pages …, gzipped or not.
Exit status: 0 done, also where there was nothing to read (see --fail-if-empty); 2 an error.";

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = cli.options.start();
    match done.and_then(|()| cli.verb.run(cli.options, Cli::command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if failure::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            failure::report(&error);
            ExitCode::from(2)
        }
    }
}
