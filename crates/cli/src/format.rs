//! The forms that tags and digests are printed in.

use anyhow::{Result, ensure};
use clap::ValueEnum;
use notis::print::{Form, NinjsVersion, PrintOptions};

use crate::output::Output;

/// What tags and digests look like.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct FormatArgs {
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Open CSV with a byte-order mark, for a spreadsheet
    #[arg(long)]
    bom: bool,
    /// Version of ninjs that is written [default: 3]
    #[arg(long, value_name = "VERSION", value_enum)]
    ninjs: Option<Ninjs>,
}

impl FormatArgs {
    /// The same, where its parts go together.
    pub(crate) fn checked(self) -> Result<Self> {
        let is_ninjs = matches!(self.format, Format::Ninjs);
        ensure!(
            self.ninjs.is_none() || is_ninjs,
            "--ninjs tells the version of ninjs; add --format ninjs"
        );
        Ok(self)
    }

    pub(crate) fn form(self) -> Form {
        match self.format {
            Format::Text => Form::Text,
            Format::Jsonl => Form::Jsonl,
            Format::Csv => Form::Csv,
            Format::Markdown => Form::Markdown,
            Format::Html => Form::Html,
            Format::Ninjs => Form::Ninjs,
            Format::Atom => Form::Atom,
        }
    }

    /// What a printer to `output` needs to know.
    pub(crate) fn options(self, output: &Output) -> PrintOptions {
        PrintOptions {
            style: output.style(),
            bom: self.bom,
            ninjs: self.ninjs.map(Ninjs::version).unwrap_or_default(),
            ..PrintOptions::default()
        }
    }
}

/// What `--format` names.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Jsonl,
    Csv,
    Markdown,
    Html,
    Ninjs,
    Atom,
}

/// What `--ninjs` names.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Ninjs {
    #[value(name = "1")]
    One,
    #[value(name = "2")]
    Two,
    #[value(name = "3")]
    Three,
}

impl Ninjs {
    fn version(self) -> NinjsVersion {
        match self {
            Ninjs::One => NinjsVersion::One,
            Ninjs::Two => NinjsVersion::Two,
            Ninjs::Three => NinjsVersion::Three,
        }
    }
}
