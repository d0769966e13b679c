//! Training a topic model.

use notis_features::{Featurizer, SparseRows};

use super::course::Course;
use super::held_out::HeldOut;
use super::join::Join;
use super::origin::analyzer;
use super::samples::Samples;
use super::stack::Folds;
use super::trained_on::TrainedOn;
use super::words::{self, Words};
use super::{Model, Parts, Progress, TrainOptions, TrainReport, Training, names};
use crate::Topic;
use crate::prose::least_share;
use crate::words::{WordModel, WordOptions};
use crate::{Definitions, Error, Example};
use notis_learn::folds::folds;

/// Bytes that the terms of a word model and their weights may take in a model file.
const MOST_BYTES: usize = 9_000_000;

/// Bytes of a term in a model file, beside one for its weight in each topic: its hash, in how many articles it stands, its
/// mean value.
const BYTES_A_TERM: usize = 13;

/// What a model is told by that nobody calibrated.
pub(super) const ASSUMED: &str = "probabilities and thresholds are assumed, not set on articles: a probability tells which \
     topic is likelier, not how likely it is, and tags may be far too few or too many";

/// What helps.
pub(super) const OWN_THRESHOLD: &str =
    "have them set, or choose a threshold of your own on articles whose topics are known";

impl Model {
    /// Trains a model on articles, on definitions, or on both.
    ///
    /// Articles come as they were read, or as an [`Example`] with an encoder's vector.
    /// Topics are those of `base`, then those of `definitions`, then (where there are no definitions) the labels.
    /// Where no article has a label, those in which a defined topic stands out teach its words (weak labels).
    ///
    /// # Errors
    /// Where an article cannot be read, a label is not defined, or there is nothing to learn from.
    pub fn train<A, E>(
        articles: impl Iterator<Item = Result<A, E>>,
        definitions: Option<&Definitions>,
        base: Option<&Model>,
        options: &TrainOptions,
        progress: &dyn Fn(Progress),
    ) -> Result<(Model, TrainReport), Error>
    where
        A: Into<Example>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let mut topics = names::defined(definitions, base.map_or(&[], Model::topics));
        let words = words::options(options, !topics.is_empty());
        let counted = |bytes| words.counted(options.exclusive, bytes);
        let read = Samples::read(articles, &topics, counted, progress)?;
        progress(Progress::Learning);
        names::check_several(&read)?;
        let places = names::place_labels(&read, definitions.is_some(), &mut topics)?;
        let counted = read.builder.finish_within(most_terms(topics.len()));
        let mut course = Course::new(topics, read.samples, base, options);
        let mut report = course.judge(&places);
        let model = course.model(counted, base, &words, read.hash, &mut report)?;
        Ok((model, report))
    }
}

impl Course {
    /// The model that the samples, whose terms were counted so, teach.
    pub(super) fn model(
        self,
        counted: (Featurizer, SparseRows),
        base: Option<&Model>,
        options: &WordOptions,
        corpus: String,
        report: &mut TrainReport,
    ) -> Result<Model, Error> {
        let labelled = self.judged.labelled();
        let taught = self.taught();
        let mut parts = self.first_parts(&labelled, &taught, base);
        let mut origin = Training {
            articles: report.articles,
            labelled: report.labelled,
            corpus,
            analyzer: analyzer(),
            seed: options.seed,
            words: None,
            micro_f1_on_folds: None,
            sample: None,
            assumed: !taught.is_empty() && !options.calibrate,
        };
        if !taught.is_empty() {
            if parts.corrections.take().is_some() {
                let lost = "the corrections that the base had learned are not kept: add them to the articles";
                report.remarks.push(lost.to_owned());
            }
            self.learn_words(
                counted,
                (&labelled, &taught),
                options,
                &mut parts,
                &mut origin,
                report,
            )?;
        }
        parts.origin = (report.articles > 0).then_some(origin);
        Ok(Model::new(self.topics, parts))
    }

    /// All that needs no words: salience, what the base knows, and assumptions.
    pub(super) fn first_parts(&self, labelled: &[usize], taught: &[usize], base: Option<&Model>) -> Parts {
        let own = least_share(self.samples.iter().filter_map(|s| s.prose));
        let mut parts = Parts {
            origin: None,
            salience: self.salience(labelled),
            joins: self.first_joins(taught, base),
            words: Vec::new(),
            least_prose: base.map_or(own, |base| base.parts.least_prose.min(own)),
            held_out: HeldOut::of(self.topics.len()),
            corrections: None,
            trained_on: TrainedOn::default(),
        };
        if let Some(base) = base {
            parts.words.clone_from(&base.parts.words);
            parts.held_out.take(&base.parts.held_out);
            parts.corrections.clone_from(&base.parts.corrections);
            parts.trained_on.clone_from(&base.parts.trained_on);
        }
        parts
            .trained_on
            .add(labelled.iter().map(|&i| self.samples[i].print));
        parts
    }

    /// Learns the words of the topics taught from the samples labelled, and joins them with salience.
    fn learn_words(
        &self,
        (featurizer, counts): (Featurizer, SparseRows),
        (labelled, taught): (&[usize], &[usize]),
        options: &WordOptions,
        parts: &mut Parts,
        origin: &mut Training,
        report: &mut TrainReport,
    ) -> Result<(), Error> {
        let counts = if labelled.len() == self.samples.len() {
            counts
        } else {
            counts.select(labelled)
        };
        let targets = self.targets(labelled, taught)?;
        let (model, found) = WordModel::train(featurizer, counts, &targets, options)?;
        let recipe = model.recipe().describe();
        report.remarks.push(format!("words are weighed by {recipe}"));
        report.remarks.extend(found.why());
        origin.words = Some(recipe);
        if origin.assumed {
            report.remarks.push(format!("{ASSUMED}; {OWN_THRESHOLD}"));
        }
        if !found.out_of_fold.is_empty() && !self.exclusive {
            let folds = Folds {
                samples: labelled,
                taught,
                fold_of: &folds(&targets, options.folds, options.seed),
                words: &found.out_of_fold,
            };
            origin.micro_f1_on_folds = Some(self.join(&folds, &mut parts.joins, &mut parts.held_out));
        }
        parts.words.push(Words {
            model,
            topics: taught.to_vec(),
        });
        Ok(())
    }

    /// The joins before any folds: those of the base, and assumptions.
    fn first_joins(&self, taught: &[usize], base: Option<&Model>) -> Vec<Join> {
        let join = |(t, topic): (usize, &Topic)| match base.and_then(|b| b.join_of(&topic.id)) {
            _ if taught.contains(&t) => Join::assumed(topic.is_defined()),
            Some(kept) => kept,
            None => Join::DEFINED,
        };
        self.topics.iter().enumerate().map(join).collect()
    }
}

/// How many terms a word model of so many topics may have.
pub(super) fn most_terms(topics: usize) -> usize {
    MOST_BYTES / (BYTES_A_TERM + topics)
}
