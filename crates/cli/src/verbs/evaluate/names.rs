//! `notis evaluate names`: how well names are marked, and their kinds told.

use std::path::PathBuf;

use anyhow::Result;
use notis::Gold;
use notis::output::json_line;
use notis::print::report;

use super::Format;
use crate::global_options::GlobalOptions;
use crate::kind_args::name_model;
use crate::output::Output;

/// Measure names and their kinds against gold: exact span and type
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis evaluate names dev.conllu
  notis evaluate names dev.conllu --baseline train.conllu --names-model names.notis

Gold is CoNLL-U as NorNE has it (name=B-PER among the remarks of a word), or a word and a label a line.")]
pub(crate) struct Args {
    /// Files of gold
    #[arg(required = true, value_name = "GOLD")]
    gold: Vec<PathBuf>,
    /// The model, as train --names writes one [default: the one in the program]
    #[arg(long, value_name = "MODEL")]
    names_model: Option<PathBuf>,
    /// Show beside it what a list of the names in this gold finds
    #[arg(long, value_name = "GOLD", num_args = 1..)]
    baseline: Vec<PathBuf>,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn run(self, options: &GlobalOptions) -> Result<()> {
        let gold = Gold::read(&self.gold)?;
        let model = name_model(self.names_model.as_deref())?;
        let [on_words, on_text] = model.evaluate(&gold);
        let mut systems = vec![
            ("model, on the words of the gold", on_words),
            ("model, on plain text", on_text),
        ];
        if !self.baseline.is_empty() {
            let known = Gold::read(&self.baseline)?;
            systems.push(("list of known names", known.as_gazetteer_on(&gold)));
        }
        let mut output = Output::open(options.output.as_deref())?;
        let printed = match self.format {
            Format::Text => report::names(&systems, &output.style()).into_bytes(),
            Format::Json => json_line(&report::names_json(&systems))?,
        };
        output.print(&printed)?;
        output.finish()
    }
}
