//! `notis evaluate labels`: how far two people agree.

use std::path::PathBuf;

use anyhow::Result;
use notis::evaluate::agreement;
use notis::output::json_line;
use notis::print::report;

use super::Format;
use crate::global_options::GlobalOptions;
use crate::output::Output;

/// Measure how far two label files agree (Cohen's kappa)
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis evaluate labels anne/labels.tsv berit/labels.tsv")]
pub(crate) struct Args {
    /// One person's labels
    #[arg(value_name = "FIRST")]
    first: PathBuf,
    /// Another's
    #[arg(value_name = "SECOND")]
    second: PathBuf,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn run(self, options: &GlobalOptions) -> Result<()> {
        let (agreement, articles) = agreement(&self.first, &self.second)?;
        let mut output = Output::open(options.output.as_deref())?;
        let printed = match self.format {
            Format::Text => report::agreement(&agreement, articles).into_bytes(),
            Format::Json => json_line(&agreement)?,
        };
        output.print(&printed)?;
        output.finish()
    }
}
