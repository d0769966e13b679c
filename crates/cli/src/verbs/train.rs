//! `notis train`: a topic model from labelled articles, from definitions, or from both.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use notis_features::ViewSet;
use notis_learn::learners::LearnerKind;
use notis_topics::{Definitions, Model, Progress, TrainOptions, TrainReport};

use crate::checked::{Checked, Sifted};
use crate::everywhere::Everywhere;
use crate::models::definitions;
use crate::output::Output;
use crate::progress::spinner;
use crate::vectors::Vectors;

/// Train a topic model on labelled articles
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis train corpus/ -o my.notis
  notis train corpus/ --topics topics.toml -o my.notis     labels and definitions
  notis train --topics topics.toml -o my.notis             definitions alone")]
pub(crate) struct Args {
    /// Files or folders of labelled articles
    #[arg(value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    /// Topic definitions
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,
    /// A model whose topics are kept beside the new ones
    #[arg(long, value_name = "MODEL")]
    base: Option<PathBuf>,
    #[command(flatten)]
    training: Training,
}

/// How a model is trained.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Training")]
pub(crate) struct Training {
    /// Give every article exactly one topic
    #[arg(long)]
    exclusive: bool,
    /// How words are weighed
    #[arg(long, value_enum, default_value_t = Learner::Auto)]
    learner: Learner,
    /// What words are weighed by, joined by commas: words=2 (runs of up to two), stems, chars=3-5, compounds, marks, e5 (an
    /// encoder, see --model-dir)
    #[arg(long, value_name = "LIST", value_parser = crate::features::parse)]
    features: Option<ViewSet>,
    /// Seconds that the choice of a learner and its parameters may take
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    budget: f64,
    /// Do not set probabilities and thresholds on folds: faster, less honest
    #[arg(long)]
    no_calibrate: bool,
    /// Seed of the folds
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

impl Training {
    /// The options, and the vectors of articles that they ask for.
    pub(crate) fn options(&self, everywhere: &Everywhere) -> Result<(TrainOptions, Vectors)> {
        let mut features = self.features.clone();
        let vectors = Vectors::of_features(features.as_mut(), everywhere)?;
        let options = TrainOptions {
            exclusive: self.exclusive,
            learner: self.learner.kind(),
            features,
            budget: self.budget,
            calibrate: !self.no_calibrate,
            seed: self.seed,
        };
        Ok((options, vectors))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Learner {
    Auto,
    Nb,
    ComplementNb,
    Svm,
    Logistic,
}

impl Learner {
    fn kind(self) -> Option<LearnerKind> {
        match self {
            Learner::Auto => None,
            Learner::Nb => Some(LearnerKind::Nb),
            Learner::ComplementNb => Some(LearnerKind::ComplementNb),
            Learner::Svm => Some(LearnerKind::Svm),
            Learner::Logistic => Some(LearnerKind::Logistic),
        }
    }
}

/// A number of seconds, «60» or «60s».
fn seconds(given: &str) -> Result<f64, String> {
    let number = given.strip_suffix('s').unwrap_or(given).parse();
    match number {
        Ok(seconds) if f64::is_finite(seconds) && seconds > 0.0 => Ok(seconds),
        _ => Err("give a number of seconds above 0, such as 60".to_owned()),
    }
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        let output = everywhere.output.clone();
        let output = output.context("where should the model go? Name a file with -o MODEL")?;
        ensure!(
            !self.inputs.is_empty() || self.topics.is_some(),
            "nothing to learn from: name a corpus, or topic definitions with --topics FILE"
        );
        let (options, vectors) = self.training.options(&everywhere)?;
        Ok(Job {
            definitions: self.topics.as_deref().map(definitions).transpose()?,
            base: self
                .base
                .as_deref()
                .map(|path| crate::models::load(Some(path)))
                .transpose()?,
            options,
            vectors,
            inputs: self.inputs,
            output,
            everywhere,
        })
    }
}

/// A model ready to be trained.
pub(crate) struct Job {
    inputs: Vec<PathBuf>,
    output: PathBuf,
    definitions: Option<Definitions>,
    base: Option<Model>,
    options: TrainOptions,
    vectors: Vectors,
    everywhere: Everywhere,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let (model, report) = self.train()?;
        report
            .remarks
            .iter()
            .for_each(|text| self.everywhere.remark(text));
        Output::save(&self.output, &model.to_bytes())?;
        let count = model.topics().len();
        let topics = if count == 1 { "topic" } else { "topics" };
        self.everywhere.remark(format_args!(
            "{}: {count} {topics}, learned from {} articles, {} of them labelled",
            self.output.display(),
            report.articles,
            report.labelled,
        ));
        Ok(())
    }

    fn train(&self) -> Result<(Model, TrainReport)> {
        let bar = spinner(self.everywhere.quiet);
        let show = |progress| match progress {
            Progress::Read(n) => bar.set_message(format!("{n} articles read")),
            Progress::Fold(n, of) => bar.set_message(format!("fold {n} of {of}")),
            Progress::Learning => bar.set_message("learning"),
        };
        let articles = (!self.inputs.is_empty())
            .then(|| self.everywhere.open(&self.inputs))
            .transpose()?;
        let articles = Checked::new(Sifted::new(articles, &self.everywhere));
        let articles = articles.map(|article| self.vectors.example(article?));
        let trained = Model::train(
            articles,
            self.definitions.as_ref(),
            self.base.as_ref(),
            &self.options,
            &show,
        );
        bar.finish_and_clear();
        Ok(trained?)
    }
}
