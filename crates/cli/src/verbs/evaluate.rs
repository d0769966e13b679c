//! `notis evaluate`: how good tags and digests are.

use std::path::PathBuf;

use anyhow::Result;

use super::not_yet;
use crate::everywhere::Everywhere;

/// Measure topics or digests against what people said
#[derive(Debug, clap::Subcommand)]
pub(crate) enum What {
    /// Measure topics against labels or grades
    Topics(Corpus),
    /// Measure digests against human summaries
    Digests(Corpus),
}

/// What to measure on.
#[derive(Debug, clap::Args)]
pub(crate) struct Corpus {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
}

impl What {
    pub(crate) fn run(self, everywhere: Everywhere) -> Result<()> {
        let _ = everywhere;
        match self {
            What::Topics(Corpus { inputs }) => {
                not_yet(&format!("`evaluate topics` of {} inputs", inputs.len()))
            }
            What::Digests(Corpus { inputs }) => {
                not_yet(&format!("`evaluate digests` of {} inputs", inputs.len()))
            }
        }
    }
}
