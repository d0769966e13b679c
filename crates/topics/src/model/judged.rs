//! What people, or the words of definitions alone, say of the articles of a corpus.

use notis_corpus::Graded;
use notis_learn::learners::Targets;
use notis_learn::math::logistic;

use super::samples::Sample;
use crate::salience::{Kind, SalienceModel};
use crate::{Error, Topic};

/// From this probability on, an unlabelled article counts as an example of a topic that its definition alone tells. Set by
/// judgement, not measured.
const WEAK_LABEL: f64 = 0.7;

/// What is known of each sample.
pub(super) struct Judged {
    /// Its topics, ascending; `None` where nothing is known of it.
    about: Vec<Option<Vec<u16>>>,
    /// The topics that nobody looked for, ascending: they are no negatives.
    unjudged: Vec<Vec<u16>>,
}

impl Judged {
    /// Nothing is known of any of so many samples.
    pub(super) fn nothing(samples: usize) -> Self {
        Judged {
            about: vec![None; samples],
            unjudged: vec![Vec::new(); samples],
        }
    }

    /// Takes the labels as they are; `places` gives the topic of each.
    pub(super) fn by_labels(samples: &[Sample], places: &[u16], topics: &[Topic]) -> Self {
        let place = |labels: &Vec<usize>| {
            let mut of: Vec<u16> = labels.iter().map(|&l| places[l]).collect();
            of.sort_unstable();
            of
        };
        let about: Vec<Option<Vec<u16>>> = samples.iter().map(|s| s.labels.as_ref().map(place)).collect();
        let unjudged = samples
            .iter()
            .zip(&about)
            .map(|(sample, about)| passed_over(sample.graded.as_ref(), about.as_deref(), topics));
        Judged {
            unjudged: unjudged.collect(),
            about,
        }
    }

    /// Labels the samples with what salience is sure of.
    pub(super) fn by_salience(samples: &[Sample], kinds: &[Kind], salience: &SalienceModel) -> Self {
        let sure = |(topic, features): &(usize, _)| {
            let score = salience.score(kinds[*topic], features);
            (logistic(score) >= WEAK_LABEL).then_some(*topic as u16)
        };
        let label = |s: &Sample| Some(s.named.iter().filter_map(sure).collect());
        Judged {
            about: samples.iter().map(label).collect(),
            ..Judged::nothing(samples.len())
        }
    }

    pub(super) fn is_about(&self, sample: usize, topic: usize) -> bool {
        let mut about = self.about[sample].iter().flatten();
        about.any(|&t| usize::from(t) == topic)
    }

    /// Whether it is known if a sample is about a topic.
    pub(super) fn judges(&self, sample: usize, topic: usize) -> bool {
        !self.unjudged[sample].contains(&(topic as u16))
    }

    /// The samples of which something is known.
    pub(super) fn labelled(&self) -> Vec<usize> {
        let samples = 0..self.about.len();
        samples.filter(|&i| self.about[i].is_some()).collect()
    }

    /// How many samples are about any topic.
    pub(super) fn about_any(&self) -> usize {
        self.about
            .iter()
            .flatten()
            .filter(|about| !about.is_empty())
            .count()
    }

    /// How many samples each of so many topics has.
    pub(super) fn examples(&self, topics: usize) -> Vec<usize> {
        let mut examples = vec![0; topics];
        let about = self.about.iter().flatten().flatten();
        about.for_each(|&t| examples[usize::from(t)] += 1);
        examples
    }

    /// The labels of some samples in the numbers of the topics taught.
    pub(super) fn targets(&self, samples: &[usize], taught: &[usize]) -> Targets {
        let unjudged = samples.iter().map(|&i| placed(&self.unjudged[i], taught));
        Targets::multiple(taught.len(), &self.placed(samples, taught)).with_unjudged(unjudged.collect())
    }

    /// The one label of some samples in the numbers of the topics taught; gives the place among `samples` and the number
    /// of labels of one that has none or several.
    pub(super) fn exclusive_targets(
        &self,
        samples: &[usize],
        taught: &[usize],
    ) -> Result<Targets, (usize, usize)> {
        let labels = self.placed(samples, taught);
        match labels.iter().position(|l| l.len() != 1) {
            Some(at) => Err((at, labels[at].len())),
            None => Ok(Targets::exclusive(taught.len(), &labels.concat())),
        }
    }

    fn placed(&self, samples: &[usize], taught: &[usize]) -> Vec<Vec<u16>> {
        let about = |&i: &usize| self.about[i].as_deref().unwrap_or_default();
        samples.iter().map(|i| placed(about(i), taught)).collect()
    }
}

/// The numbers that topics have among those taught.
fn placed(topics: &[u16], taught: &[usize]) -> Vec<u16> {
    let place = |&t: &u16| taught.iter().position(|&k| k == usize::from(t)).map(|k| k as u16);
    topics.iter().filter_map(place).collect()
}

/// The topics that nobody looked for when an article was labelled.
pub(super) fn passed_over(graded: Option<&Graded>, about: Option<&[u16]>, topics: &[Topic]) -> Vec<u16> {
    let Some(graded) = graded else {
        return Vec::new();
    };
    let is_about = |topic: usize| about.is_some_and(|about| about.contains(&(topic as u16)));
    (0..topics.len())
        .filter(|&t| !looked_at(graded, t, &topics[t].id) && !is_about(t))
        .map(|t| t as u16)
        .collect()
}

/// Whether a topic, the `place`-th of the definitions, was looked at; a bare number means the first so many of them.
pub(crate) fn looked_at(graded: &Graded, place: usize, id: &str) -> bool {
    match graded {
        Graded::Count(count) => place < *count,
        Graded::Topics(topics) => topics.iter().any(|topic| topic == id),
    }
}

/// Says which article has how many labels where each has to have one.
pub(super) fn not_one(samples: &[Sample], labelled: &[usize], (at, labels): (usize, usize)) -> Error {
    Error::NotExclusive {
        article: samples[labelled[at]].id.clone(),
        labels,
    }
}
