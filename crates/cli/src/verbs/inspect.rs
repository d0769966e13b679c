//! `notis inspect`: the card of a model.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;

use crate::everywhere::Everywhere;
use crate::models;
use crate::output::Output;
use crate::print::card;

/// Print the card of a model
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis inspect my.notis")]
pub(crate) struct Args {
    /// The model [default: the one in the program]
    #[arg(value_name = "MODEL")]
    model: Option<PathBuf>,
}

impl Args {
    pub(crate) fn run(self, everywhere: &Everywhere) -> Result<()> {
        let model = models::load(self.model.as_deref())?;
        let mut output = Output::open(everywhere.output.as_deref())?;
        let card = card::text(&model.card(), output.palette());
        output.write_all(card.as_bytes())?;
        output.finish()
    }
}
