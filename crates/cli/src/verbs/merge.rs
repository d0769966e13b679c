//! `notis merge`: statistics of parts added up.

use std::path::PathBuf;

use anyhow::{Context, Result};
use notis::Statistics;

use super::count::told;
use crate::global_options::GlobalOptions;
use crate::output::Output;

/// Add up the statistics of parts of a corpus
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis merge part-*.stats -o all.stats

The sum is the same bytes as notis count of all parts together, in any order and by any steps.")]
pub(crate) struct Args {
    /// Statistics that notis count or notis merge wrote
    #[arg(required = true, value_name = "STATS")]
    inputs: Vec<PathBuf>,
}

impl Args {
    pub(crate) fn run(&self, options: &GlobalOptions) -> Result<()> {
        let output = options.output.as_deref();
        let output = output.context("where should the sum go? Name a file with -o STATS")?;
        let sum = Statistics::sum(self.inputs.iter().map(Statistics::open))?;
        Output::save(output, &sum.to_bytes())?;
        options.remark(told(output, &sum));
        Ok(())
    }
}
