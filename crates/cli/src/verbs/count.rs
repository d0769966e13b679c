//! `notis count`: the statistics of a part of a corpus.

use std::path::PathBuf;

use anyhow::{Context, Result};
use notis::{Articles, Event, Features, Statistics};

use crate::global_options::GlobalOptions;
use crate::output::Output;
use crate::progress::spinner;
use crate::sifted::Sifted;

/// Count a part of a corpus that is too large for one machine
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis count corpus/2019/ -o 2019.stats
  notis merge 2018.stats 2019.stats -o all.stats
  notis train --from-counts all.stats -o my.notis

The numbers are whole: parts add up to the same bytes as the whole corpus, whichever way it was parted. The model weighs
words by Naive Bayes; docs/statistics-format.md describes the file.")]
pub(crate) struct Args {
    /// Files or folders of labelled articles
    #[arg(required = true, value_name = "PART")]
    inputs: Vec<PathBuf>,
    /// What is counted, as for train: words=2, stems, chars=3-5, compounds, marks [default: words=2]
    #[arg(long, value_name = "LIST")]
    features: Option<Features>,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let output = options.output.clone();
        Ok(Job {
            output: output.context("where should the statistics go? Name a file with -o STATS")?,
            articles: options.open(&self.inputs)?,
            features: self.features,
            options,
        })
    }
}

/// A part ready to be counted.
pub(crate) struct Job {
    output: PathBuf,
    articles: Articles,
    features: Option<Features>,
    options: GlobalOptions,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let bar = spinner(self.options.quiet);
        let show = |event| {
            if let Event::Read(articles) = event {
                bar.set_message(format!("{articles} articles read"));
            }
        };
        let articles = Sifted::new(self.articles, &self.options);
        let counted = Statistics::count(articles, self.features.as_ref(), &show);
        bar.finish_and_clear();
        let counted = counted?;
        Output::save(&self.output, &counted.to_bytes())?;
        self.options.remark(told(&self.output, &counted));
        Ok(())
    }
}

/// What statistics hold, in a line.
pub(super) fn told(file: &std::path::Path, statistics: &Statistics) -> String {
    format!(
        "{}: {} terms of {} articles, {} of them labelled, {} labels",
        file.display(),
        statistics.terms(),
        statistics.articles(),
        statistics.labelled(),
        statistics.labels().len(),
    )
}
