//! `notis evaluate topics`: tags against labels or grades.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use notis::evaluate::{Splits, TopicReport};
use notis::output::json_line;
use notis::print::{Style, report};
use notis::{Article, Articles, Desk, Event, Model, Topics, Trainer};

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
  notis evaluate topics old.notis new.notis corpus/         is the new model better?

Articles without labels or grades are left out. Two models are compared on the topics that both have.")]
pub(crate) struct Args {
    /// Files or folders of labelled articles; before them two models (.notis) to compare
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
        let (models, inputs): (Vec<PathBuf>, Vec<PathBuf>) =
            self.inputs.iter().cloned().partition(|path| is_model(path));
        self.check(&models, &inputs)?;
        let mut articles = options.open(&inputs)?;
        let parts = usize::from(self.folds.unwrap_or(5));
        let splits = match (self.by_date, self.folds) {
            (true, _) => Some(Splits::ByDate(parts)),
            (false, Some(_)) => Some(Splits::Folds(parts)),
            (false, None) => None,
        };
        let how = match splits {
            _ if !models.is_empty() => How::Two(Rivals::open(&models, &options)?),
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

    /// Two models stand before a corpus, or none does; and what trains fresh ones does not stand beside them.
    fn check(&self, models: &[PathBuf], inputs: &[PathBuf]) -> Result<()> {
        match models {
            [] => Ok(()),
            [one] => bail!(
                "one model to compare with nothing: name it with -m {}",
                one.display()
            ),
            [_, _] if inputs.is_empty() => {
                bail!("two models, and no articles to compare them on: name a corpus")
            }
            [_, _]
                if self.folds.is_some() || self.by_date || self.model.is_named() || self.topics.is_some() =>
            {
                bail!("two models are compared as they are: leave out --folds, --by-date, --topics and -m")
            }
            [_, _] => Ok(()),
            more => bail!("{} models: two can be compared", more.len()),
        }
    }
}

fn is_model(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "notis")
}

/// A measurement ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    how: How,
    format: Format,
}

/// What is measured: one model, fresh ones, or two models beside each other.
enum How {
    Model(Desk),
    Two(Rivals),
    Fresh { splits: Splits, trainer: Trainer },
}

/// Two models with the names of their files.
struct Rivals {
    desks: [Desk; 2],
    names: [String; 2],
}

impl Rivals {
    fn open(models: &[PathBuf], options: &GlobalOptions) -> Result<Self> {
        let desk = |path: &PathBuf| -> Result<Desk> {
            Ok(options.desk(Desk::builder().model(Model::open(path)?)).build()?)
        };
        let [first, second] = models else {
            bail!("{} models: two can be compared", models.len());
        };
        Ok(Rivals {
            desks: [desk(first)?, desk(second)?],
            names: [first, second].map(|path| path.display().to_string()),
        })
    }

    /// The comparison as it is printed.
    fn compared(&self, articles: &[Article], format: Format, style: &Style) -> Result<Vec<u8>> {
        let [first, second] = &self.desks;
        let names = [self.names[0].as_str(), self.names[1].as_str()];
        let found = first.compare_topics(second, names, articles)?;
        Ok(match format {
            Format::Text => report::comparison(&found, style).into_bytes(),
            Format::Json => json_line(&found)?,
        })
    }
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let articles = Stream::new(self.articles, &self.options, &output).collect()?;
        let style = output.style();
        let printed = match &self.how {
            How::Two(rivals) => rivals.compared(&articles, self.format, &style)?,
            how => {
                let measured = how.measure(articles, &self.options)?;
                warn(&measured, &self.options);
                match self.format {
                    Format::Text => report::topics(&measured, &style).into_bytes(),
                    Format::Json => json_line(&measured)?,
                }
            }
        };
        output.print(&printed)?;
        output.finish()
    }
}

impl How {
    fn measure(&self, articles: Vec<Article>, options: &GlobalOptions) -> Result<TopicReport> {
        let (splits, trainer) = match self {
            How::Model(desk) => return Ok(desk.evaluate_topics(articles)?),
            How::Two(_) => bail!("two models are compared, not measured"),
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
    if let Some(first) = report.trained_on.first() {
        let known = report.trained_on.len();
        options.remark(format_args!(
            "the model was trained on {known} of these articles, so that its score on them is no test: {first}{}",
            if known > 1 { ", …" } else { "" }
        ));
    }
    if let Some((test, train)) = report.near_copies.first() {
        let n = report.near_copies.len();
        options.remark(format_args!(
            "{n} tested articles are nearly the same as one trained on, and easier for it: {test} as {train}{}",
            if n > 1 { ", …" } else { "" }
        ));
    }
}
