//! `notis evaluate topics`: tags against labels or grades.

use std::path::PathBuf;

use anyhow::Result;
use notis::evaluate::{Splits, TopicReport};
use notis::output::json_line;
use notis::print::report;
use notis::{Article, Articles, Desk, Event, Topics, Trainer};

use super::super::train::Training;
use super::Format;
use crate::global_options::GlobalOptions;
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::progress::spinner;
use crate::stream::Stream;

/// Measure topics against labels or grades
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis evaluate topics corpus/                             the model in the program
  notis evaluate topics corpus/ --folds 5                   fresh models, cross-validated
  notis evaluate topics corpus/ --by-date --format json     trained on the past, tested on what came after

Articles without labels or grades are left out.")]
pub(crate) struct Args {
    /// Files or folders of labelled articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    /// Train fresh models and test each on the part that it has not seen
    #[arg(long, value_name = "K", conflicts_with = "model", value_parser = clap::value_parser!(u16).range(2..))]
    folds: Option<u16>,
    /// Train on the past and test on what came after, in K steps [default: 5]
    #[arg(long, conflicts_with = "model")]
    by_date: bool,
    /// Topic definitions for the fresh models
    #[arg(long, value_name = "FILE", conflicts_with = "model")]
    topics: Option<PathBuf>,
    #[command(flatten)]
    training: Training,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let mut articles = options.open(&self.inputs)?;
        let parts = usize::from(self.folds.unwrap_or(5));
        let splits = match (self.by_date, self.folds) {
            (true, _) => Some(Splits::ByDate(parts)),
            (false, Some(_)) => Some(Splits::Folds(parts)),
            (false, None) => None,
        };
        let how = match splits {
            None => {
                let desk = options.desk(Desk::builder().model(self.model.load()?)).build()?;
                articles = articles.knowing(desk.topics());
                How::Model(desk)
            }
            Some(splits) => {
                let mut trainer = self.training.trainer(&options);
                if let Some(topics) = &self.topics {
                    let topics = Topics::read(topics)?;
                    articles = articles.knowing(topics.ids());
                    trainer = trainer.topics(topics);
                }
                How::Fresh { splits, trainer }
            }
        };
        Ok(Job {
            options,
            articles,
            how,
            format: self.format,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    how: How,
    format: Format,
}

/// What is measured: one model, or fresh ones.
enum How {
    Model(Desk),
    Fresh { splits: Splits, trainer: Trainer },
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let articles = Stream::new(self.articles, &self.options, &output).collect()?;
        let measured = self.how.measure(articles, &self.options)?;
        warn(&measured, &self.options);
        let printed = match self.format {
            Format::Text => report::topics(&measured, &output.style()).into_bytes(),
            Format::Json => json_line(&measured)?,
        };
        output.print(&printed)?;
        output.finish()
    }
}

impl How {
    fn measure(&self, articles: Vec<Article>, options: &GlobalOptions) -> Result<TopicReport> {
        let (splits, trainer) = match self {
            How::Model(desk) => return Ok(desk.evaluate_topics(articles)?),
            How::Fresh { splits, trainer } => (*splits, trainer),
        };
        let bar = spinner(options.quiet);
        let show = |event| {
            if let Event::Fold(done, of) = event {
                bar.set_message(format!("fold {} of {of}", done + 1));
            }
        };
        let report = trainer.evaluate(articles, splits, &show);
        bar.finish_and_clear();
        Ok(report?)
    }
}

fn warn(report: &TopicReport, options: &GlobalOptions) {
    if let Some((test, train)) = report.near_copies.first() {
        let n = report.near_copies.len();
        options.remark(format_args!(
            "{n} tested articles are nearly the same as one trained on, and easier for it: {test} as {train}{}",
            if n > 1 { ", …" } else { "" }
        ));
    }
}
