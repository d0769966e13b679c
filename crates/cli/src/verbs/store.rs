//! `notis store`: what `notis serve --data` keeps, out, in and copied.

use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Subcommand;
use notis_server::store;

use crate::failure;
use crate::global_options::GlobalOptions;
use crate::output::Output;

/// Take out, read in or copy what `notis serve --data` keeps
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  notis store export --data desk -o desk.jsonl
  notis store import desk.jsonl articles/ --data desk
  notis store backup --data desk -o backup/notis.sqlite

All three also work while a server uses the folder.")]
pub(crate) enum What {
    /// Write every article with what people said of it, a JSON object a line: a corpus that notis train reads
    #[command(after_help = "Example:
  notis store export --data desk -o desk.jsonl && notis train desk.jsonl -o my.notis")]
    Export(At),
    /// Read articles in: exports of a store with what people said, and whatever else notis reads
    #[command(after_help = "Example:
  notis store import articles/ desk.jsonl --data desk")]
    Import(Import),
    /// Copy the store into a file, as it is at one moment
    #[command(after_help = "Example:
  notis store backup --data desk -o backup/notis.sqlite")]
    Backup(At),
}

/// Which store.
#[derive(Debug, clap::Args)]
pub(crate) struct At {
    /// The folder of `notis serve --data`
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
}

/// What is read in.
#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// Files or folders of articles
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    at: At,
}

impl What {
    pub(crate) fn run(self, options: &GlobalOptions) -> Result<()> {
        match self {
            What::Export(at) => export(&at, options),
            What::Import(import) => {
                let kept = store::import(&import.at.data, &import.inputs)?;
                let (new, replaced, known) = (kept.new, kept.replaced, kept.known);
                options.remark(format_args!(
                    "{new} new articles, {replaced} replaced, {known} known"
                ));
                Ok(())
            }
            What::Backup(at) => {
                let file = options.output.as_deref();
                let file = file.context("where should the copy go? Name a file with -o FILE")?;
                Ok(store::backup(&at.data, file)?)
            }
        }
    }
}

fn export(at: &At, options: &GlobalOptions) -> Result<()> {
    let mut output = Output::open(options.output.as_deref())?;
    let mut printed = Printed(&mut output);
    store::export(&at.data, &mut printed)?;
    output.finish()
}

/// The output as a writer.
struct Printed<'o>(&'o mut Output);

impl Write for Printed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .print(bytes)
            .map_err(|error| io::Error::new(failure::io_kind(&error).unwrap_or(ErrorKind::Other), error))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
