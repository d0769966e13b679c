//! `notis analyze`: what the program sees in a text.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use crate::everywhere::Everywhere;
use crate::output::Output;
use crate::palette::Palette;
use crate::print::{analysis_jsonl, analysis_text};
use crate::stream::Stream;

/// Show the blocks, sentences, words and names of each article
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis analyze article.txt")]
pub(crate) struct Args {
    /// Files or folders of articles, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

impl Args {
    pub(crate) fn run(self, everywhere: &Everywhere) -> Result<()> {
        let articles = everywhere.open(&self.inputs)?;
        let mut output = Output::open(everywhere.output.as_deref())?;
        let stream = Stream::new(articles, everywhere, &output);
        let print = self.format.printer(output.palette());
        stream.run(
            |article| {
                let analysis = notis_text::analyze(&article.text, article.title.as_deref());
                print(&article.id, &analysis)
            },
            |printed| Ok(output.write_all(&printed)?),
        )?;
        output.finish()
    }
}

type Printer = Box<dyn Fn(&str, &notis_text::Analysis<'_>) -> Result<Vec<u8>> + Sync>;

impl Format {
    fn printer(self, palette: Palette) -> Printer {
        match self {
            Format::Text => {
                Box::new(move |id, analysis| Ok(analysis_text::block(id, analysis, palette).into()))
            }
            Format::Jsonl => Box::new(analysis_jsonl::line),
        }
    }
}
