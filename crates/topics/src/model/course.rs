//! A corpus on its way to a model: its topics, its samples, what is known of them, and what that teaches without words.

use super::judged::{Judged, not_one};
use super::samples::Sample;
use super::{Model, Preference, TrainOptions, TrainReport};
use crate::salience::{Kind, Pair, SalienceModel};
use crate::{Error, Topic};
use notis_learn::learners::Targets;

/// Ridge penalty of the salience model. Set by judgement, not measured.
const PENALTY: f64 = 3.0;

/// Fewer labelled pairs than this teach no salience; the base's or the standard model stands.
/// Set by judgement, not measured.
const FEWEST_PAIRS: usize = 300;

/// Fewer examples than this teach a defined topic no words. Set by judgement, not measured.
const FEWEST_EXAMPLES: usize = 8;

/// A corpus on its way to a model.
pub(super) struct Course {
    pub(super) topics: Vec<Topic>,
    pub(super) kinds: Vec<Kind>,
    pub(super) samples: Vec<Sample>,
    pub(super) judged: Judged,
    /// What thresholds favour.
    pub(super) prefer: Preference,
    /// Exactly one topic an article.
    pub(super) exclusive: bool,
    /// What tells salience where the corpus has too few pairs.
    known: SalienceModel,
}

impl Course {
    pub(super) fn new(
        topics: Vec<Topic>,
        samples: Vec<Sample>,
        base: Option<&Model>,
        options: &TrainOptions,
    ) -> Self {
        Course {
            kinds: topics.iter().map(Topic::kind).collect(),
            judged: Judged::nothing(samples.len()),
            prefer: options.prefer,
            exclusive: options.exclusive,
            known: base.map_or_else(SalienceModel::standard, |b| b.parts.salience.clone()),
            topics,
            samples,
        }
    }

    /// Takes the labels of the samples; `places` gives the topic of each label. Where there is none at all, what salience
    /// is sure of serves.
    pub(super) fn judge(&mut self, places: &[u16]) -> TrainReport {
        let mut report = TrainReport {
            articles: self.samples.len(),
            labelled: self.samples.iter().filter(|s| s.labels.is_some()).count(),
            remarks: Vec::new(),
        };
        if report.labelled > 0 {
            self.judged = Judged::by_labels(&self.samples, places, &self.topics);
        } else if report.articles > 0 {
            self.judged = Judged::by_salience(&self.samples, &self.kinds, &self.known);
            let (found, all) = (self.judged.about_any(), report.articles);
            report.remarks.push(format!(
                "no article has labels: {found} of {all} serve as examples, because the words of a topic stand out in them; read some of the tags before you trust them"
            ));
        }
        report
    }

    /// The topics with examples enough to learn words from.
    pub(super) fn taught(&self) -> Vec<usize> {
        let examples = self.judged.examples(self.topics.len());
        let least = |t: usize| {
            if self.exclusive || !self.topics[t].is_defined() {
                1
            } else {
                FEWEST_EXAMPLES
            }
        };
        (0..self.topics.len())
            .filter(|&t| examples[t] >= least(t))
            .collect()
    }

    pub(super) fn targets(&self, labelled: &[usize], taught: &[usize]) -> Result<Targets, Error> {
        if !self.exclusive {
            return Ok(self.judged.targets(labelled, taught));
        }
        if let [only] = taught {
            return Err(Error::OneLabel(self.topics[*only].id.clone()));
        }
        let targets = self.judged.exclusive_targets(labelled, taught);
        targets.map_err(|wrong| not_one(&self.samples, labelled, wrong))
    }

    /// Salience as the named samples teach it.
    pub(super) fn salience(&self, samples: &[usize]) -> SalienceModel {
        let pairs = |&i: &usize| {
            let named = self.samples[i].named.iter();
            let judged = named.filter(move |named| self.judged.judges(i, named.0));
            judged.map(move |&(topic, features)| Pair {
                kind: self.kinds[topic],
                features,
                about: self.judged.is_about(i, topic),
            })
        };
        let pairs: Vec<Pair> = samples.iter().flat_map(pairs).collect();
        if pairs.len() < FEWEST_PAIRS {
            self.known.clone()
        } else {
            SalienceModel::fit(&pairs, PENALTY)
        }
    }
}
