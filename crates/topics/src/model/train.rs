//! Training a topic model.

use notis_features::{Featurizer, SparseRows};

use super::card;
use super::join::{self, Aim, Column, Join, Signals};
use super::measures::{self, Scores};
use super::samples::{Sample, Samples};
use super::words::{self, Words};
use super::{Model, Parts, Preference, Progress, TrainOptions, TrainReport, Training, names};
use crate::Topic;
use crate::prose::least_share;
use crate::salience::{Kind, Pair, SalienceModel};
use crate::words::{WordModel, WordOptions};
use crate::{Definitions, Error, Example};
use notis_corpus::Graded;
use notis_learn::folds::{folds, split};
use notis_learn::learners::Targets;
use notis_learn::math::logistic;
use notis_learn::metrics::{Counts, micro};

/// Ridge penalty of the salience model.
const PENALTY: f64 = 3.0;

/// Fewer labelled pairs than this teach no salience; the base's or the standard model stands.
const FEWEST_PAIRS: usize = 300;

/// Fewer examples than this teach a defined topic no words.
const FEWEST_EXAMPLES: usize = 8;

/// From this probability on, an unlabelled article counts as an example of a topic that its definition alone tells.
const WEAK_LABEL: f64 = 0.7;

/// Bytes that the terms of a word model and their weights may take in a model file.
const MOST_BYTES: usize = 9_000_000;

/// Bytes of a term in a model file, beside one for its weight in each topic: its hash and in how many articles it stands.
const BYTES_A_TERM: usize = 12;

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
        let mut topics = names::defined(definitions, base);
        let words = words::options(options, !topics.is_empty());
        let counted = |bytes| words.counted(options.exclusive, bytes);
        let read = Samples::read(articles, &topics, counted, progress)?;
        progress(Progress::Learning);
        names::check_several(&read)?;
        let places = names::place_labels(&read, definitions.is_some(), &mut topics)?;
        let known = base.map_or_else(SalienceModel::standard, |b| b.parts.salience.clone());
        let (featurizer, counts) = read.builder.finish_within(most_terms(topics.len()));
        let mut course = Course::new(topics, read.samples, known, read.hash, options.prefer);
        let mut report = TrainReport {
            articles: course.samples.len(),
            labelled: course.samples.iter().filter(|s| s.labels.is_some()).count(),
            remarks: Vec::new(),
        };
        if report.labelled > 0 {
            course.label(&places);
        } else if report.articles > 0 {
            report.remarks.push(course.label_weakly());
        }
        let model = course.model(featurizer, counts, base, options.exclusive, &words, &mut report)?;
        Ok((model, report))
    }
}

/// A corpus on its way to a model.
struct Course {
    topics: Vec<Topic>,
    kinds: Vec<Kind>,
    samples: Vec<Sample>,
    /// For each sample its topics, ascending; `None` where nothing is known of it.
    labels: Vec<Option<Vec<u16>>>,
    /// For each sample the topics that nobody looked for, ascending: they are no negatives.
    unjudged: Vec<Vec<u16>>,
    /// What thresholds favour.
    prefer: Preference,
    /// What tells salience where the corpus has too few pairs.
    known: SalienceModel,
    /// The hash of the corpus.
    corpus: String,
}

impl Course {
    fn new(
        topics: Vec<Topic>,
        samples: Vec<Sample>,
        known: SalienceModel,
        corpus: String,
        prefer: Preference,
    ) -> Self {
        Course {
            corpus,
            prefer,
            unjudged: vec![Vec::new(); samples.len()],
            labels: vec![None; samples.len()],
            kinds: topics.iter().map(Topic::kind).collect(),
            topics,
            samples,
            known,
        }
    }

    /// Takes the labels as they are; `places` gives the topic of each.
    fn label(&mut self, places: &[u16]) {
        let place = |labels: &Vec<usize>| {
            let mut of: Vec<u16> = labels.iter().map(|&l| places[l]).collect();
            of.sort_unstable();
            of
        };
        self.labels = self
            .samples
            .iter()
            .map(|s| s.labels.as_ref().map(place))
            .collect();
        self.unjudged = (0..self.samples.len()).map(|i| self.passed_over(i)).collect();
    }

    /// The topics that nobody looked for when a sample was labelled.
    fn passed_over(&self, sample: usize) -> Vec<u16> {
        let Some(graded) = &self.samples[sample].graded else {
            return Vec::new();
        };
        let is_unjudged = |&t: &usize| !looked_at(graded, t, &self.topics[t].id) && !self.is_about(sample, t);
        (0..self.topics.len())
            .filter(is_unjudged)
            .map(|t| t as u16)
            .collect()
    }

    fn is_judged(&self, sample: usize, topic: usize) -> bool {
        !self.unjudged[sample].contains(&(topic as u16))
    }

    /// Labels the articles with what salience is sure of; says how many.
    fn label_weakly(&mut self) -> String {
        let sure = |(topic, features): &(usize, _)| {
            let score = self.known.score(self.kinds[*topic], features);
            (logistic(score) >= WEAK_LABEL).then_some(*topic as u16)
        };
        let label = |s: &Sample| Some(s.named.iter().filter_map(sure).collect());
        self.labels = self.samples.iter().map(label).collect();
        let found = self.labels.iter().flatten().filter(|l| !l.is_empty()).count();
        let all = self.samples.len();
        format!(
            "no article has labels: {found} of {all} serve as examples, because the words of a topic stand out in them; read some of the tags before you trust them"
        )
    }

    fn model(
        self,
        featurizer: Featurizer,
        counts: SparseRows,
        base: Option<&Model>,
        exclusive: bool,
        words: &WordOptions,
        report: &mut TrainReport,
    ) -> Result<Model, Error> {
        let labelled: Vec<usize> = (0..self.samples.len())
            .filter(|&i| self.labels[i].is_some())
            .collect();
        let taught = self.taught(&labelled, exclusive);
        let mut origin = Training {
            articles: report.articles,
            labelled: report.labelled,
            corpus: self.corpus.clone(),
            analyzer: card::analyzer(),
            seed: words.seed,
            words: None,
            micro_f1_on_folds: None,
        };
        let mut parts = Parts {
            origin: None,
            salience: self.salience(&labelled),
            joins: self.first_joins(&taught, base),
            words: base.map_or_else(Vec::new, |b| b.parts.words.clone()),
            least_prose: self.least_prose(base),
        };
        if !taught.is_empty() {
            let counts = if labelled.len() == self.samples.len() {
                counts
            } else {
                counts.select(&labelled)
            };
            let targets = self.targets(&labelled, &taught, exclusive)?;
            let (model, found) = WordModel::train(featurizer, counts, &targets, words)?;
            report
                .remarks
                .push(format!("words are weighed by {}", model.recipe().describe()));
            report.remarks.extend(found.why());
            origin.words = Some(model.recipe().describe());
            if !found.out_of_fold.is_empty() && !exclusive {
                let fold_of = folds(&targets, words.folds, words.seed);
                let held_out = HeldOut {
                    samples: &labelled,
                    taught: &taught,
                    fold_of: &fold_of,
                    words: &found.out_of_fold,
                };
                origin.micro_f1_on_folds = Some(self.join(&held_out, &mut parts.joins));
            }
            parts.words.push(Words {
                model,
                topics: taught,
            });
        }
        parts.origin = (report.articles > 0).then_some(origin);
        Ok(Model::new(self.topics, parts))
    }

    fn least_prose(&self, base: Option<&Model>) -> f64 {
        let own = least_share(self.samples.iter().filter_map(|s| s.prose));
        base.map_or(own, |base| base.parts.least_prose.min(own))
    }

    /// The topics with examples enough to learn words from.
    fn taught(&self, labelled: &[usize], exclusive: bool) -> Vec<usize> {
        let mut examples = vec![0; self.topics.len()];
        for &i in labelled {
            self.labels[i]
                .iter()
                .flatten()
                .for_each(|&t| examples[usize::from(t)] += 1);
        }
        let least = |t: usize| {
            if exclusive || !self.topics[t].is_defined() {
                1
            } else {
                FEWEST_EXAMPLES
            }
        };
        (0..self.topics.len())
            .filter(|&t| examples[t] >= least(t))
            .collect()
    }

    fn is_about(&self, sample: usize, topic: usize) -> bool {
        self.labels[sample]
            .iter()
            .flatten()
            .any(|&t| usize::from(t) == topic)
    }

    fn targets(&self, labelled: &[usize], taught: &[usize], exclusive: bool) -> Result<Targets, Error> {
        let place = |t: u16| taught.iter().position(|&k| k == usize::from(t)).map(|k| k as u16);
        let of = |&i: &usize| -> Vec<u16> {
            self.labels[i]
                .iter()
                .flatten()
                .filter_map(|&t| place(t))
                .collect()
        };
        let labels: Vec<Vec<u16>> = labelled.iter().map(of).collect();
        if !exclusive {
            let unjudged = labelled.iter().map(|&i| {
                let places = self.unjudged[i].iter().filter_map(|&t| place(t));
                places.collect()
            });
            return Ok(Targets::multiple(taught.len(), &labels).with_unjudged(unjudged.collect()));
        }
        if let [only] = taught {
            return Err(Error::OneLabel(self.topics[*only].id.clone()));
        }
        let wrong = labels.iter().position(|l| l.len() != 1);
        if let Some(at) = wrong {
            return Err(Error::NotExclusive {
                article: self.samples[labelled[at]].id.clone(),
                labels: labels[at].len(),
            });
        }
        let one: Vec<u16> = labels.into_iter().flatten().collect();
        Ok(Targets::exclusive(taught.len(), &one))
    }

    fn salience(&self, samples: &[usize]) -> SalienceModel {
        let pairs = |&i: &usize| {
            let judged = self.samples[i]
                .named
                .iter()
                .filter(move |named| self.is_judged(i, named.0));
            judged.map(move |&(topic, features)| Pair {
                kind: self.kinds[topic],
                features,
                about: self.is_about(i, topic),
            })
        };
        let pairs: Vec<Pair> = samples.iter().flat_map(pairs).collect();
        if pairs.len() < FEWEST_PAIRS {
            self.known.clone()
        } else {
            SalienceModel::fit(&pairs, PENALTY)
        }
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

    /// Sets the joins of the topics taught, on out-of-fold signals; gives their micro-F1 there.
    fn join(&self, held_out: &HeldOut<'_>, joins: &mut [Join]) -> f64 {
        let columns = self.signals(held_out);
        for group in [
            (true, Kind::Named),
            (true, Kind::Thematic),
            (false, Kind::Thematic),
        ] {
            let of_group = |&k: &usize| {
                let topic = held_out.taught[k];
                (self.topics[topic].is_defined(), self.kinds[topic]) == group
            };
            let of: Vec<usize> = (0..held_out.taught.len()).filter(of_group).collect();
            let topics: Vec<Column> = of.iter().map(|&k| columns[k].clone()).collect();
            let aim = |&k: &usize| Aim::of(&self.topics[held_out.taught[k]], self.prefer);
            let aims: Vec<Aim> = of.iter().map(aim).collect();
            for (&k, join) in of.iter().zip(join::fit(&topics, &aims)) {
                joins[held_out.taught[k]] = join;
            }
        }
        let taught = held_out.taught.iter().map(|&topic| &joins[topic]);
        let counts: Vec<Counts> = taught
            .zip(&columns)
            .map(|(join, column)| join.counts(column))
            .collect();
        micro(&counts).f1()
    }

    /// The out-of-fold signals of each topic taught, with the truth.
    fn signals(&self, held_out: &HeldOut<'_>) -> Vec<Column> {
        let mut columns: Vec<Column> = vec![Vec::new(); held_out.taught.len()];
        let folds = held_out.fold_of.iter().max().map_or(0, |last| last + 1);
        for fold in 0..folds {
            let (outside, inside) = split(held_out.fold_of, fold);
            let train: Vec<usize> = outside.iter().map(|&row| held_out.samples[row]).collect();
            let salience = self.salience(&train);
            for row in inside {
                let sample = held_out.samples[row];
                let signals = self.signals_of(sample, held_out, &salience, row);
                for ((column, &topic), signals) in columns.iter_mut().zip(held_out.taught).zip(signals) {
                    if self.is_judged(sample, topic) {
                        column.push((signals, self.is_about(sample, topic)));
                    }
                }
            }
        }
        columns
    }

    /// The signals of each topic taught in a sample, which is the row `row` of those held out.
    fn signals_of(
        &self,
        sample: usize,
        held_out: &HeldOut<'_>,
        salience: &SalienceModel,
        row: usize,
    ) -> Vec<Signals> {
        let sample = &self.samples[sample];
        let width = held_out.taught.len();
        let words = &held_out.words[row * width..(row + 1) * width];
        let score = |(&topic, &words): (&usize, &f32)| {
            let named = sample.named.iter().find(|named| named.0 == topic);
            Scores {
                kind: self.kinds[topic],
                salience: named.map(|(_, features)| (*features, salience.score(self.kinds[topic], features))),
                words: Some(f64::from(words)),
            }
        };
        let known: Vec<Scores> = held_out.taught.iter().zip(words).map(score).collect();
        measures::signals(&known, sample.words)
    }
}

/// Whether a topic, the `place`-th of the definitions, was looked at; a bare number means the first so many of them.
pub(crate) fn looked_at(graded: &Graded, place: usize, id: &str) -> bool {
    match graded {
        Graded::Count(count) => place < *count,
        Graded::Topics(topics) => topics.iter().any(|topic| topic == id),
    }
}

/// How many terms a word model of so many topics may have.
fn most_terms(topics: usize) -> usize {
    MOST_BYTES / (BYTES_A_TERM + topics)
}

/// What word models that did not see it say of each labelled article.
struct HeldOut<'a> {
    samples: &'a [usize],
    taught: &'a [usize],
    fold_of: &'a [usize],
    /// Decision values, article by article.
    words: &'a [f32],
}
