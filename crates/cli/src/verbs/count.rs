//! `notis count`: the statistics of a part of a corpus.

use std::path::{Path, PathBuf};

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

The numbers are whole: parts add up to the same bytes as the whole corpus, whichever way it was parted.
docs/statistics-format.md describes the file.")]
pub(crate) struct Args {
    /// Files or folders of labelled articles
    #[arg(required = true, value_name = "PART")]
    inputs: Vec<PathBuf>,
    /// What is counted, as for train: words=2, stems, chars=3-5, compounds, marks [default: words=2]
    #[arg(long, value_name = "LIST")]
    features: Option<Features>,
    /// How many labelled articles to keep as rows, drawn by the hash of their text: what other learners than Naive Bayes
    /// learn from, and probabilities are set on (0: none)
    #[arg(long, value_name = "N", default_value_t = Statistics::USUAL_SAMPLE)]
    sample: usize,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let output = options.output.clone();
        Ok(Job {
            output: output.context("where should the statistics go? Name a file with -o STATS")?,
            articles: options.open(&self.inputs)?,
            inputs: self.inputs,
            features: self.features,
            sample: self.sample,
            options,
        })
    }
}

/// A part ready to be counted.
pub(crate) struct Job {
    output: PathBuf,
    inputs: Vec<PathBuf>,
    articles: Articles,
    features: Option<Features>,
    sample: usize,
    options: GlobalOptions,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let bar = spinner(self.options.quiet);
        let show = |event| match event {
            Event::Read(articles) => bar.set_message(format!("{articles} articles read")),
            Event::Finding(finding) => self.options.remark(finding),
            _ => {}
        };
        let articles = Sifted::new(self.articles, &self.options);
        let counted = Statistics::count_with_sample(articles, self.features.as_ref(), self.sample, &show);
        bar.finish_and_clear();
        let counted = counted?;
        if counted.labelled() == 0 {
            self.options.remark(unlabelled(&self.inputs));
        }
        Output::save(&self.output, &counted.to_bytes())?;
        self.options.remark(told(&self.output, &counted));
        Ok(())
    }
}

/// What statistics of articles without labels are good for, and whether somebody may have meant labels that are not read.
fn unlabelled(inputs: &[PathBuf]) -> String {
    let text = "no article has labels: the statistics tell how rare terms are and teach no topic";
    let mut above = inputs
        .iter()
        .filter_map(|input| Some((input, label_file_above(input)?)));
    let Some((input, labels)) = above.next() else {
        return text.to_owned();
    };
    format!(
        "{text}; {} lies above {} and is not read: count the folder that holds it, or put into each part the rows of its own \
         articles",
        labels.display(),
        input.display(),
    )
}

/// The nearest label file above a folder.
fn label_file_above(folder: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok().filter(|folder| folder.is_dir())?;
    let label_file = |above: &Path| {
        notis::LABEL_FILES
            .map(|name| above.join(name))
            .into_iter()
            .find(|file| file.is_file())
    };
    folder.ancestors().skip(1).find_map(label_file)
}

/// What statistics hold, in a line.
pub(super) fn told(file: &Path, statistics: &Statistics) -> String {
    format!(
        "{}: {} terms of {} articles, {} of them labelled, {} labels; a sample of {}",
        file.display(),
        statistics.terms(),
        statistics.articles(),
        statistics.labelled(),
        statistics.labels().len(),
        statistics.sample(),
    )
}
