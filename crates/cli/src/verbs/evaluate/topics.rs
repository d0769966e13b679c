//! `notis evaluate topics`: tags against labels or grades.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use notis_corpus::Articles;
use notis_topics::evaluate::{self, Splits, TopicReport};
use notis_topics::{Definitions, Example, Model, Progress, TrainOptions};

use super::Format;
use crate::everywhere::Everywhere;
use crate::models::{ModelArgs, definitions};
use crate::output::Output;
use crate::print::{json, topics_report};
use crate::progress::spinner;
use crate::stream::Stream;
use crate::vectors::Vectors;

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
    training: super::super::train::Training,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        let parts = usize::from(self.folds.unwrap_or(5));
        let splits = match (self.by_date, self.folds) {
            (true, _) => Some(Splits::ByDate(parts)),
            (false, Some(_)) => Some(Splits::Folds(parts)),
            (false, None) => None,
        };
        let articles = everywhere.open(&self.inputs)?;
        let (how, vectors) = match splits {
            None => {
                let model = self.model.load()?;
                let vectors = Vectors::of_model(&model, &everywhere)?;
                (How::Model(Box::new(model)), vectors)
            }
            Some(splits) => {
                let (options, vectors) = self.training.options(&everywhere)?;
                let definitions = self.topics.as_deref().map(definitions).transpose()?;
                let fresh = How::Fresh {
                    splits,
                    definitions,
                    options,
                };
                (fresh, vectors)
            }
        };
        Ok(Job {
            everywhere,
            articles,
            how,
            vectors,
            format: self.format,
        })
    }
}

/// A measurement ready to be made.
pub(crate) struct Job {
    everywhere: Everywhere,
    articles: Articles,
    how: How,
    vectors: Vectors,
    format: Format,
}

/// What is measured: one model, or fresh ones.
enum How {
    Model(Box<Model>),
    Fresh {
        splits: Splits,
        definitions: Option<Definitions>,
        options: TrainOptions,
    },
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let articles = Stream::new(self.articles, &self.everywhere, &output).collect()?;
        let articles = articles.into_iter().map(|article| self.vectors.example(article));
        let examples: Vec<Example> = articles.collect::<Result<_>>()?;
        let report = self.how.measure(&examples, &self.everywhere)?;
        warn(&report, &self.everywhere);
        let printed = match self.format {
            Format::Text => topics_report::text(&report, output.palette()).into_bytes(),
            Format::Json => json::line(&report)?,
        };
        output.write_all(&printed)?;
        output.finish()
    }
}

impl How {
    fn measure(&self, examples: &[Example], everywhere: &Everywhere) -> Result<TopicReport> {
        match self {
            How::Model(model) => Ok(evaluate::model(model, examples)?),
            How::Fresh {
                splits,
                definitions,
                options,
            } => {
                let bar = spinner(everywhere.quiet);
                let show = |progress| {
                    if let Progress::Fold(done, of) = progress {
                        bar.set_message(format!("fold {} of {of}", done + 1));
                    }
                };
                let report = evaluate::fresh(examples, definitions.as_ref(), options, *splits, &show);
                bar.finish_and_clear();
                Ok(report?)
            }
        }
    }
}

fn warn(report: &TopicReport, everywhere: &Everywhere) {
    if let Some((test, train)) = report.near_copies.first() {
        let n = report.near_copies.len();
        everywhere.remark(format_args!(
            "{n} tested articles are nearly the same as one trained on, and easier for it: {test} as {train}{}",
            if n > 1 { ", …" } else { "" }
        ));
    }
}
