//! `notis classify`: the topics of each article.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use notis::columnar::Container;
use notis::output::Summary;
use notis::print::{Answer, Kind, PrintOptions, Printer};
use notis::{Desk, Reading, Topics};

use crate::format::{FormatArgs, Layout};
use crate::global_options::GlobalOptions;
use crate::inflow::{Ends, InflowArgs};
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::stream::Stream;
use crate::table::tabulate;

/// Tag each article with its topics
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis classify articles/ --explain
  notis classify articles/ --topics my-topics.toml     topics defined five minutes ago
  notis classify news.jsonl.gz --format jsonl -o tags.jsonl")]
pub(crate) struct Args {
    #[command(flatten)]
    inflow: InflowArgs,
    #[command(flatten)]
    model: ModelArgs,
    /// Topics to add to the model by their definitions alone
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,
    /// Go by the names and descriptions of the topics in FILE alone, with the encoder in --model-dir
    #[arg(long, requires = "topics", conflicts_with_all = ["model", "explain"])]
    zero_shot: bool,
    #[command(flatten)]
    format: FormatArgs,
    /// Show the words that carried each tag
    #[arg(long)]
    explain: bool,
    /// Give the probability of every topic
    #[arg(long)]
    scores: bool,
    /// Count the tags of each topic by month and written form instead
    #[arg(long, conflicts_with_all = ["explain", "scores"])]
    summary: bool,
    /// Stop after N articles
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Give each topic whose probability is at least P, whatever its own threshold
    #[arg(long, value_name = "P")]
    threshold: Option<f64>,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        // What is wrong with the arguments is told before anything is loaded.
        let format = self.format.checked()?;
        ensure!(
            !(self.explain && matches!(format.layout(), Layout::Table(_))),
            "a table has no form for what --explain shows; choose --format jsonl"
        );
        let ends = self.inflow.open(&options, format.layout())?;
        let desk = self.desk(&options)?;
        Ok(Job {
            options,
            ends,
            limit: self.limit,
            summary: self.summary,
            tagger: Tagger {
                desk,
                explain: self.explain,
                scores: self.scores,
                format,
            },
        })
    }

    fn desk(&self, options: &GlobalOptions) -> Result<Desk> {
        let mut desk = options.desk(Desk::builder());
        if let Some(threshold) = self.threshold {
            desk = desk.threshold(threshold);
        }
        let topics = self.topics.as_deref().map(Topics::read).transpose()?;
        let desk = match (self.zero_shot, topics) {
            (true, topics) => {
                desk.zero_shot(topics.context("--zero-shot goes by topics; name them with --topics")?)
            }
            (false, Some(topics)) => desk.model(self.model.load()?).topics(topics),
            (false, None) => desk.model(self.model.load()?),
        };
        Ok(desk.build()?)
    }
}

/// Tags ready to be given.
pub(crate) struct Job {
    options: GlobalOptions,
    ends: Ends,
    limit: Option<usize>,
    summary: bool,
    tagger: Tagger,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let (inflow, mut output) = self.ends.opened(&self.options)?;
        let stream = Stream::new(inflow, &self.options, &output).at_most(self.limit);
        match self.tagger.format.layout() {
            _ if self.summary => self.tagger.summarise(stream, &mut output)?,
            Layout::Table(container) => self.tagger.tabulate(container, stream, &mut output)?,
            Layout::Printed(_) => self.tagger.tag(stream, &mut output)?,
        }
        output.finish()
    }
}

/// What tags articles, and how its answers are printed.
struct Tagger {
    desk: Desk,
    explain: bool,
    scores: bool,
    format: FormatArgs,
}

impl Tagger {
    fn printer(&self, output: &Output) -> Result<Box<dyn Printer>> {
        let columns = self.desk.topics().filter(|_| self.scores);
        let asked = PrintOptions {
            score_columns: columns.map(str::to_owned).collect(),
            ..PrintOptions::default()
        };
        self.format.printer(output, asked)
    }

    fn tabulate(&self, container: Container, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let row = |reading: &Reading<'_>| Ok(Some(reading.classification(false, self.scores)));
        tabulate(container, stream, &self.desk, output, row)
    }

    fn tag(&self, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let printer = self.printer(output)?;
        output.print(&printer.head(Kind::Classification)?)?;
        stream.run(
            &self.desk,
            |reading| {
                let given = reading.classification(self.explain, self.scores);
                printer.article(reading.article(), &Answer::Classification(&given))
            },
            |printed| output.print(&printed),
        )?;
        output.print(&printer.tail())
    }

    fn summarise(&self, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let printer = self.printer(output)?;
        output.print(&printer.head(Kind::Summary)?)?;
        let mut summary = Summary::default();
        stream.run(
            &self.desk,
            |reading| {
                let date = reading.article().date.clone();
                Ok((date, reading.classification(false, false)))
            },
            |(date, given)| {
                summary.add(date.as_deref(), &given);
                Ok(())
            },
        )?;
        output.print(&printer.summary(&summary)?)
    }
}
