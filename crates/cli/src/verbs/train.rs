//! `notis train`: a topic model from labelled articles, from definitions, or from both.

mod names;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::builder::PossibleValuesParser;
use notis::{Event, Features, Learner, Model, Preference, Statistics, Topics, TrainReport, Trainer};

use crate::global_options::GlobalOptions;
use crate::output::Output;
use crate::progress::spinner;
use crate::sifted::Sifted;

/// Train a topic model on labelled articles
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis train corpus/ -o my.notis
  notis train corpus/ --topics topics.toml -o my.notis     labels and definitions
  notis train --topics topics.toml -o my.notis             definitions alone
  notis train --from-counts *.stats -o my.notis            what notis count counted, part by part
  notis train --names gold.conllu --texts archive/ -o names.notis     kinds of names, for --names-model")]
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
    /// Statistics of the corpus that notis count wrote, in the place of its articles; they are added up
    #[arg(long, value_name = "STATS", num_args = 1.., conflicts_with_all = ["inputs", "base"])]
    from_counts: Vec<PathBuf>,
    /// Train a model of names and their kinds instead: CORPUS is gold, CoNLL-U as NorNE has it (name=B-PER among the
    /// remarks of a word), or a word and a label a line
    #[arg(long, requires = "inputs", conflicts_with_all = ["topics", "base", "from_counts", "exclusive", "learner", "features", "no_calibrate", "prefer"])]
    names: bool,
    /// With --names: unlabelled articles, which tell what words stand in the same company
    #[arg(long, value_name = "CORPUS", num_args = 1.., requires = "names")]
    texts: Vec<PathBuf>,
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
    #[arg(long, default_value = AUTO, value_parser = learners())]
    learner: String,
    /// What words are weighed by, joined by commas: words=2 (runs of up to two), stems, chars=3-5, compounds, marks, e5 (an
    /// encoder, see --model-dir)
    #[arg(long, value_name = "LIST")]
    features: Option<Features>,
    /// Seconds that the choice of a learner and its parameters may take
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    budget: f64,
    /// Do not set probabilities and thresholds on folds: faster, less honest
    #[arg(long)]
    no_calibrate: bool,
    /// What thresholds favour, where a definition does not say: tags that are right (F0.5), or that none is missing (F2);
    /// without it, both alike (F1)
    #[arg(long, value_enum)]
    prefer: Option<Prefer>,
    /// Seed of the folds
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// What thresholds favour.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Prefer {
    Precision,
    Recall,
}

impl From<Prefer> for Preference {
    fn from(prefer: Prefer) -> Self {
        match prefer {
            Prefer::Precision => Preference::Precision,
            Prefer::Recall => Preference::Recall,
        }
    }
}

impl Training {
    /// The trainer that the flags describe.
    pub(crate) fn trainer(self, options: &GlobalOptions) -> Trainer {
        let mut trainer = options
            .trainer(Trainer::new())
            .exclusive(self.exclusive)
            .budget(self.budget)
            .calibrate(!self.no_calibrate)
            .prefer(self.prefer.map(Preference::from).unwrap_or_default())
            .seed(self.seed);
        if let Some(learner) = Learner::named(&self.learner) {
            trainer = trainer.learner(learner);
        }
        if let Some(features) = self.features {
            trainer = trainer.features(features);
        }
        trainer
    }
}

/// What names the choice among all learners.
const AUTO: &str = "auto";

/// The names of `--learner`: the list of learners tells them.
fn learners() -> PossibleValuesParser {
    PossibleValuesParser::new(std::iter::once(AUTO).chain(Learner::all().map(Learner::name)))
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
    pub(crate) fn run(self, options: GlobalOptions) -> Result<()> {
        if self.names {
            return names::train(&self.inputs, &self.texts, &options);
        }
        self.job(options)?.run()
    }

    fn job(self, options: GlobalOptions) -> Result<Job> {
        let output = options.model_output()?;
        ensure!(
            !self.inputs.is_empty() || !self.from_counts.is_empty() || self.topics.is_some(),
            "nothing to learn from: name a corpus, or topic definitions with --topics FILE"
        );
        let mut trainer = self.training.trainer(&options);
        let mut known = Vec::new();
        if let Some(topics) = &self.topics {
            let topics = Topics::read(topics)?;
            known.extend(topics.ids().map(str::to_owned));
            trainer = trainer.topics(topics);
        }
        if let Some(base) = &self.base {
            let base = Model::open(base)?;
            known.extend(base.topics().map(str::to_owned));
            trainer = trainer.base(base);
        }
        Ok(Job {
            trainer,
            known,
            inputs: self.inputs,
            from_counts: self.from_counts,
            output,
            options,
        })
    }
}

/// A model ready to be trained.
struct Job {
    inputs: Vec<PathBuf>,
    from_counts: Vec<PathBuf>,
    output: PathBuf,
    trainer: Trainer,
    /// The ids of topics that are known before anything is read.
    known: Vec<String>,
    options: GlobalOptions,
}

impl Job {
    fn run(self) -> Result<()> {
        let (model, report) = self.train()?;
        report.remarks.iter().for_each(|text| self.options.remark(text));
        Output::save(&self.output, &model.to_bytes())?;
        let count = model.topics().len();
        let topics = if count == 1 { "topic" } else { "topics" };
        self.options.remark(format_args!(
            "{}: {count} {topics}, learned from {} articles, {} of them labelled",
            self.output.display(),
            report.articles,
            report.labelled,
        ));
        Ok(())
    }

    fn train(&self) -> Result<(Model, TrainReport)> {
        if !self.from_counts.is_empty() {
            let counts = Statistics::sum(self.from_counts.iter().map(Statistics::open))?;
            return Ok(self.trainer.train_from(&counts)?);
        }
        let bar = spinner(self.options.quiet);
        let show = |event| match event {
            Event::Read(n) => bar.set_message(format!("{n} articles read")),
            Event::Fold(n, of) => bar.set_message(format!("fold {n} of {of}")),
            Event::Learning => bar.set_message("learning"),
            Event::Finding(finding) => self.options.remark(finding),
            _ => {}
        };
        let articles = (!self.inputs.is_empty()).then(|| self.options.open(&self.inputs));
        let known = self.known.iter().map(String::as_str);
        let articles = articles.transpose()?.map(|articles| articles.knowing(known));
        let articles = Sifted::new(articles.into_iter().flatten(), &self.options);
        let trained = self.trainer.train_watched(articles, &show);
        bar.finish_and_clear();
        Ok(trained?)
    }
}
