//! `notis report`: a page about a corpus.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use notis::PageLanguage;
use notis::{Articles, Desk, Reporter, Side};

use crate::global_options::GlobalOptions;
use crate::kind_args::KindArgs;
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::progress::spinner;
use crate::sifted::Sifted;

/// Make a page about a corpus: topics over time, names, stories, what has changed
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis report articles/ -o report.html
  notis report articles/ -o report.html --compare 2024 2025       what there is more of, and less
  notis report articles/ -o report.html --compare 'Avisa A' 'Avisa B' --language nn

The page is one file that fetches nothing and needs no script.")]
pub(crate) struct Args {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    #[command(flatten)]
    kinds: KindArgs,
    /// Two periods (2025, 2025-03, 2025-01..2025-06) or two sources to compare [default: the earlier and the later half]
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    compare: Option<Vec<Side>>,
    /// Language of the page: nb, nn or en
    #[arg(long, value_name = "CODE", default_value = "nb")]
    language: PageLanguage,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let target = options.output.clone();
        target.context("where should the page go? Name a file with -o report.html")?;
        let mut reporter = Reporter::new().language(self.language);
        if let Some(sides) = self.compare {
            ensure!(
                sides[0] != sides[1],
                "--compare: «{}» is the same as «{}»; name two sides",
                sides[0],
                sides[1]
            );
            if let Ok([first, second]) = <[Side; 2]>::try_from(sides) {
                reporter = reporter.compare(first, second);
            }
        }
        let desk = self
            .model
            .desk_if_any(self.kinds.desk(options.desk(Desk::builder()))?)?;
        Ok(Job {
            articles: options.open(&self.inputs)?,
            desk: desk.build()?,
            options,
            reporter,
        })
    }
}

/// A page ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    desk: Desk,
    reporter: Reporter,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let bar = spinner(self.options.quiet);
        bar.set_message("reading and counting");
        let articles = Sifted::new(self.articles, &self.options);
        let report = self.reporter.report(&self.desk, articles);
        bar.finish_and_clear();
        output.print(report?.page().as_bytes())?;
        output.finish()
    }
}
