//! `notis inspect`: the card of a model.

use std::path::PathBuf;

use anyhow::Result;
use notis::print::report;

use crate::global_options::GlobalOptions;
use crate::model_args;
use crate::output::Output;

/// Print the card of a model
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis inspect my.notis")]
pub(crate) struct Args {
    /// The model [default: the one in the program]
    #[arg(value_name = "MODEL")]
    model: Option<PathBuf>,
}

impl Args {
    pub(crate) fn run(self, options: &GlobalOptions) -> Result<()> {
        let model = model_args::load(self.model.as_deref())?;
        let mut output = Output::open(options.output.as_deref())?;
        let card = report::card(&model.card(), &output.style());
        output.print(card.as_bytes())?;
        output.finish()
    }
}
