//! What is counted of the articles of a month.

use std::collections::BTreeMap;

use notis_corpus::{Article, Graded};
use notis_learn::metrics::Counts;
use notis_text::Analysis;

use crate::Reading;
use crate::output::{Corrected, DriftMonth};

/// Articles counted together: one, or many.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) articles: u64,
    without_topic: u64,
    tags: BTreeMap<usize, u64>,
    /// Distinct words of each article.
    words: u64,
    /// Those of them that the model never met, with the articles they stand in.
    unknown: BTreeMap<String, u64>,
    /// Whether the model knows words at all.
    has_words: bool,
    corrected: Judged,
}

/// Tags beside the labels of articles that people labelled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Judged {
    articles: u64,
    tags: Counts,
    promised: f64,
}

impl Judged {
    /// The tags of an article against its labels, as far as topics were looked at; `None` where it has none.
    fn of(article: &Article, tags: &[usize], scores: &[(&str, f32)]) -> Option<Self> {
        let labels = article.labels.as_ref()?;
        let mut judged = Judged {
            articles: 1,
            ..Judged::default()
        };
        for (topic, (id, probability)) in scores.iter().enumerate() {
            if !looked_at(article.graded.as_ref(), topic, id) {
                continue;
            }
            let is_given = labels.iter().any(|label| label == id);
            judged.tags.add(tags.contains(&topic), is_given);
            judged.promised += f64::from(*probability);
        }
        Some(judged)
    }

    fn join(&mut self, other: &Judged) {
        self.articles += other.articles;
        self.tags = self.tags.plus(other.tags);
        self.promised += other.promised;
    }

    fn told(&self) -> Corrected {
        Corrected {
            articles: self.articles,
            micro_f1: self.tags.f1(),
            promised: self.promised,
            given: self.tags.positives() as u64,
        }
    }
}

fn looked_at(graded: Option<&Graded>, topic: usize, id: &str) -> bool {
    match graded {
        None => true,
        Some(Graded::Count(count)) => topic < *count,
        Some(topics) => topics.covers(id) == Some(true),
    }
}

impl Tally {
    /// What is counted of one article.
    pub(super) fn of(reading: &Reading<'_>, model: &notis_topics::Model) -> Self {
        let tags = reading.topic_numbers();
        let mut tally = Tally {
            corrected: Judged::of(reading.article(), &tags, &reading.scores()).unwrap_or_default(),
            ..Tally::tagged(&tags)
        };
        tally.count_words(reading.analyzed(), model);
        tally
    }

    /// One article with these tags.
    fn tagged(tags: &[usize]) -> Self {
        Tally {
            articles: 1,
            without_topic: u64::from(tags.is_empty()),
            tags: tags.iter().map(|&tag| (tag, 1)).collect(),
            ..Tally::default()
        }
    }

    /// Counts the words of an article, where the model has a word model.
    fn count_words(&mut self, analysis: &Analysis<'_>, model: &notis_topics::Model) {
        let Some(unknown) = model.unknown_words(analysis) else {
            return;
        };
        let is_word = |&word: &u32| analysis.types.form(word).chars().all(char::is_alphabetic);
        self.has_words = true;
        self.words += analysis.types.ids().filter(is_word).count() as u64;
        for word in unknown.into_iter().filter(is_word) {
            let form = analysis.types.form(word).to_owned();
            *self.unknown.entry(form).or_default() += 1;
        }
    }

    pub(super) fn join(&mut self, other: &Tally) {
        self.articles += other.articles;
        self.without_topic += other.without_topic;
        other
            .tags
            .iter()
            .for_each(|(&tag, n)| *self.tags.entry(tag).or_default() += n);
        self.has_words |= other.has_words;
        self.words += other.words;
        other
            .unknown
            .iter()
            .for_each(|(word, n)| *self.unknown.entry(word.clone()).or_default() += n);
        self.corrected.join(&other.corrected);
    }

    pub(super) fn tags(&self, topic: usize) -> u64 {
        self.tags.get(&topic).copied().unwrap_or_default()
    }

    pub(super) fn unknown(&self, word: &str) -> u64 {
        self.unknown.get(word).copied().unwrap_or_default()
    }

    pub(super) fn unknown_words(&self) -> impl Iterator<Item = (&str, u64)> {
        self.unknown
            .iter()
            .map(|(word, &articles)| (word.as_str(), articles))
    }

    /// What is told of these articles beside those of the baseline.
    pub(super) fn told(&self, name: &str, baseline: &Tally) -> DriftMonth {
        let unknown: u64 = self.unknown.values().sum();
        DriftMonth {
            month: name.to_owned(),
            articles: self.articles,
            unfamiliar_words: self.has_words.then(|| unknown as f64 / self.words.max(1) as f64),
            without_topic: self.without_topic as f64 / self.articles.max(1) as f64,
            topic_distance: self.distance(baseline),
            corrected: (self.corrected.articles > 0).then(|| self.corrected.told()),
        }
    }

    /// Jensen and Shannon's divergence of the mixes of topics, «none» among them (Lin 1991), in bits.
    fn distance(&self, other: &Tally) -> f64 {
        let (own, theirs) = (self.mix(), other.mix());
        let mut topics: Vec<&usize> = own.keys().chain(theirs.keys()).collect();
        topics.sort_unstable();
        topics.dedup();
        let share = |mix: &BTreeMap<usize, f64>, topic: &usize| mix.get(topic).copied().unwrap_or_default();
        let part = |p: f64, middle: f64| {
            if p > 0.0 {
                0.5 * p * libm::log2(p / middle)
            } else {
                0.0
            }
        };
        let parts = topics.into_iter().map(|topic| {
            let (p, q) = (share(&own, topic), share(&theirs, topic));
            part(p, 0.5 * (p + q)) + part(q, 0.5 * (p + q))
        });
        parts.sum::<f64>().max(0.0)
    }

    fn mix(&self) -> BTreeMap<usize, f64> {
        let all = (self.tags.values().sum::<u64>() + self.without_topic).max(1) as f64;
        let mut mix: BTreeMap<usize, f64> =
            self.tags.iter().map(|(&tag, &n)| (tag, n as f64 / all)).collect();
        mix.insert(usize::MAX, self.without_topic as f64 / all);
        mix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(tags: &[usize], without: usize) -> Tally {
        let mut tally = Tally::default();
        tags.iter().for_each(|&tag| tally.join(&Tally::tagged(&[tag])));
        (0..without).for_each(|_| tally.join(&Tally::tagged(&[])));
        tally
    }

    #[test]
    fn the_distance_of_mixes_is_nothing_for_the_same_and_one_bit_for_others() {
        let one = tally(&[1, 1, 2], 1);
        assert!(one.distance(&tally(&[1, 1, 2, 1, 1, 2], 2)) < 1e-12);
        assert!((tally(&[1, 1], 0).distance(&tally(&[2], 0)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_was_not_looked_at_counts_neither_way() {
        let article = Article {
            labels: Some(vec!["laks".into()]),
            graded: Some(Graded::Topics(vec!["laks".into()])),
            ..Article::default()
        };
        let judged = Judged::of(&article, &[0, 1], &[("laks", 0.9), ("ferje", 0.8)]).unwrap();
        let (right, tagged) = (judged.tags.hits, judged.tags.hits + judged.tags.false_alarms);
        assert_eq!((right, tagged, judged.tags.positives()), (1, 1, 1));
        assert!((judged.promised - 0.9).abs() < 1e-6);
    }
}
