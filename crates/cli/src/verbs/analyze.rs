//! `notis analyze`: what the program sees in a text.

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use notis::Desk;
use notis::print::{Answer, Form, PrintOptions};

use crate::global_options::GlobalOptions;
use crate::kind_args::KindArgs;
use crate::output::Output;
use crate::stream::Stream;

/// Show the blocks, sentences, words and names of each article
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  notis analyze article.txt\n  notis analyze article.txt --kinds")]
pub(crate) struct Args {
    /// Files or folders of articles, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    kinds: KindArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

impl Args {
    pub(crate) fn run(self, options: &GlobalOptions) -> Result<()> {
        let articles = options.open(&self.inputs)?;
        let mut output = Output::open(options.output.as_deref())?;
        let stream = Stream::new(articles, options, &output);
        let printer = self.format.form().printer(PrintOptions {
            style: output.style(),
            ..PrintOptions::default()
        });
        let desk = self.kinds.desk(Desk::builder().without_model())?.build()?;
        stream.run(
            &desk,
            |reading| printer.article(reading.article(), &Answer::Analysis(&reading.analysis())),
            |printed| output.print(&printed),
        )?;
        output.finish()
    }
}

impl Format {
    fn form(self) -> Form {
        match self {
            Format::Text => Form::Text,
            Format::Jsonl => Form::Jsonl,
        }
    }
}
