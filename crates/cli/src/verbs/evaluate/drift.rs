//! `notis evaluate drift`: whether new articles are still what a model was trained for.

use std::path::PathBuf;

use anyhow::Result;
use notis::output::json_line;
use notis::print::report;
use notis::{Articles, Desk};

use super::Format;
use crate::global_options::GlobalOptions;
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::progress::spinner;
use crate::sifted::Sifted;

/// Measure how far articles have moved from what a model was trained for, month by month
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis evaluate drift -m my.notis articles/
  notis evaluate drift -m my.notis this-year/ --baseline corpus/ --format json

Counted are words that the model never met, the mix of topics, and, for articles with labels, whether tags and
probabilities hold. Later months are compared with the earliest third of them, or with the baseline.")]
pub(crate) struct Args {
    /// Files or folders of dated articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    /// Articles that the model serves well, to compare with [default: the earliest third of the months]
    #[arg(long, value_name = "CORPUS")]
    baseline: Option<PathBuf>,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let desk = options.desk(Desk::builder().model(self.model.load()?)).build()?;
        let baseline = self
            .baseline
            .as_ref()
            .map(|path| options.open(std::slice::from_ref(path)));
        Ok(Job {
            articles: options.open(&self.inputs)?,
            baseline: baseline.transpose()?,
            desk,
            options,
            format: self.format,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    baseline: Option<Articles>,
    desk: Desk,
    format: Format,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let bar = spinner(self.options.quiet);
        bar.set_message("reading and counting");
        let articles = Sifted::new(self.articles, &self.options);
        let baseline = Sifted::new(self.baseline.into_iter().flatten(), &self.options);
        let measured = self.desk.drift(articles, baseline);
        bar.finish_and_clear();
        let measured = measured?;
        let printed = match self.format {
            Format::Text => report::drift(&measured, &output.style()).into_bytes(),
            Format::Json => json_line(&measured)?,
        };
        output.print(&printed)?;
        output.finish()
    }
}
