//! The forms that tags and digests are printed in.

use clap::ValueEnum;
use notis::print::Form;

/// What `--format` names.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    Text,
    Jsonl,
    Csv,
    Markdown,
    Html,
}

impl Format {
    pub(crate) fn form(self) -> Form {
        match self {
            Format::Text => Form::Text,
            Format::Jsonl => Form::Jsonl,
            Format::Csv => Form::Csv,
            Format::Markdown => Form::Markdown,
            Format::Html => Form::Html,
        }
    }
}
