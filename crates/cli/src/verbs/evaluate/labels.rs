//! `notis evaluate labels`: how far two people agree.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use notis_corpus::{Encoding, LabelRow, Labels};
use notis_topics::evaluate::{self, Agreement};

use super::Format;
use crate::everywhere::Everywhere;
use crate::output::Output;
use crate::print::{json, table};

/// Measure how far two label files agree (Cohen's kappa)
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis evaluate labels anne/labels.tsv berit/labels.tsv")]
pub(crate) struct Args {
    /// One person's labels
    #[arg(value_name = "FIRST")]
    first: PathBuf,
    /// Another's
    #[arg(value_name = "SECOND")]
    second: PathBuf,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn run(self, everywhere: &Everywhere) -> Result<()> {
        let read = |path: &Path| Labels::read(path, Encoding::default());
        let (first, second) = (read(&self.first)?, read(&self.second)?);
        let both: Vec<_> = first
            .iter()
            .filter_map(|(id, row)| Some((row, second.get(id)?)))
            .collect();
        ensure!(
            !both.is_empty(),
            "no article is labelled in both {} and {}",
            self.first.display(),
            self.second.display()
        );
        let labels = |row: &LabelRow| row.labels.clone();
        let pairs: Vec<_> = both.into_iter().map(|(a, b)| (labels(a), labels(b))).collect();
        let agreement = evaluate::agreement(&pairs);
        let mut output = Output::open(everywhere.output.as_deref())?;
        let printed = match self.format {
            Format::Text => text(&agreement, pairs.len()).into_bytes(),
            Format::Json => json::line(&agreement)?,
        };
        output.write_all(&printed)?;
        output.finish()
    }
}

fn text(agreement: &[Agreement], articles: usize) -> String {
    let head = ["topic", "kappa", "both", "first alone", "second alone"].map(str::to_owned);
    let rows = agreement.iter().map(|topic| {
        let counts = [topic.both, topic.first_alone, topic.second_alone].map(|n| n.to_string());
        [
            vec![topic.topic.clone(), format!("{:.2}", topic.kappa)],
            counts.to_vec(),
        ]
        .concat()
    });
    let rows: Vec<_> = std::iter::once(head.to_vec()).chain(rows).collect();
    format!(
        "{articles} articles labelled by both\n\n{}",
        table::columns(&rows)
    )
}
