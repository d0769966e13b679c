//! The forms that tags and digests are printed in.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail, ensure};
use clap::ValueEnum;
use notis::columnar::Container;
use notis::print::{Form, NinjsVersion, PrintOptions, Printer};

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
        if let Layout::Table(container) = self.layout() {
            container.check()?;
        }
        Ok(self)
    }

    pub(crate) fn layout(self) -> Layout {
        Layout::Printed(match self.format {
            Format::Text => Form::Text,
            Format::Jsonl => Form::Jsonl,
            Format::Csv => Form::Csv,
            Format::Markdown => Form::Markdown,
            Format::Html => Form::Html,
            Format::Ninjs => Form::Ninjs,
            Format::Atom => Form::Atom,
            Format::Parquet => return Layout::Table(Container::Parquet),
            Format::Arrow => return Layout::Table(Container::Arrow),
        })
    }

    /// A printer to `output`, of the columns that `asked` has beside the usual ones.
    pub(crate) fn printer(self, output: &Output, asked: PrintOptions) -> Result<Box<dyn Printer>> {
        match self.layout() {
            Layout::Printed(form) => Ok(form.printer(PrintOptions {
                style: output.style(),
                bom: self.bom,
                ninjs: self.ninjs.map(Ninjs::version).unwrap_or_default(),
                made: made(),
                ..asked
            })),
            Layout::Table(container) => bail!(
                "{} has no form for counts; choose another format",
                container.as_str()
            ),
        }
    }
}

/// When the output is made: now or, where outputs must not differ, when `SOURCE_DATE_EPOCH` says.
fn made() -> Option<i64> {
    let told = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).ok();
    told.or_else(|| i64::try_from(now()?.as_secs()).ok())
}

/// How results are laid out: printed one after another, or as the rows of a table in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    Printed(Form),
    Table(Container),
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
    /// A table in columns, for data frames and databases; needs the feature columnar
    Parquet,
    /// The same as an Arrow IPC file (Feather); needs the feature columnar
    Arrow,
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
