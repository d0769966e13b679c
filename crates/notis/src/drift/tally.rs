//! What is counted of the articles of a month.

use std::collections::BTreeMap;

use notis_corpus::{Article, Graded};

use crate::Reading;
use crate::output::{Corrected, DriftMonth};

/// What is seen in an article.
pub(super) struct Seen {
    pub(super) month: String,
    tags: Vec<usize>,
    /// Distinct words, and those that the model never met; `None` where it has no word model.
    words: Option<(u64, Vec<String>)>,
    corrected: Option<Counts>,
}

/// Tags and labels of articles, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    articles: u64,
    right: u64,
    tagged: u64,
    given: u64,
    promised: f64,
}

impl Seen {
    pub(super) fn of(reading: &Reading<'_>, model: &notis_topics::Model) -> Self {
        let (article, analysis) = (reading.article(), reading.analyzed());
        let number = |id: &str| reading.desk_topics().position(|topic| topic == id);
        let tags: Vec<usize> = reading.topic_ids().iter().filter_map(|id| number(id)).collect();
        let unknown = model.unknown_words(analysis);
        let is_word = |&word: &u32| analysis.types.form(word).chars().all(char::is_alphabetic);
        let form = |word: u32| analysis.types.form(word).to_owned();
        let words = unknown.map(|unknown| {
            let all = analysis.types.ids().filter(is_word).count() as u64;
            (all, unknown.into_iter().filter(is_word).map(form).collect())
        });
        let dated = article.date.as_deref().and_then(|date| date.get(..7));
        Seen {
            month: dated.unwrap_or_default().to_owned(),
            corrected: Counts::of(article, &tags, &reading.scores()),
            tags,
            words,
        }
    }
}

impl Counts {
    /// The tags of an article against its labels, as far as topics were looked at; `None` where it has none.
    fn of(article: &Article, tags: &[usize], scores: &[(&str, f32)]) -> Option<Self> {
        let labels = article.labels.as_ref()?;
        let mut counts = Counts {
            articles: 1,
            ..Counts::default()
        };
        for (topic, (id, probability)) in scores.iter().enumerate() {
            if !looked_at(article.graded.as_ref(), topic, id) {
                continue;
            }
            let (is_given, is_tagged) = (labels.iter().any(|label| label == id), tags.contains(&topic));
            counts.given += u64::from(is_given);
            counts.tagged += u64::from(is_tagged);
            counts.right += u64::from(is_given && is_tagged);
            counts.promised += f64::from(*probability);
        }
        Some(counts)
    }

    fn add(&mut self, other: &Counts) {
        self.articles += other.articles;
        self.right += other.right;
        self.tagged += other.tagged;
        self.given += other.given;
        self.promised += other.promised;
    }
}

fn looked_at(graded: Option<&Graded>, topic: usize, id: &str) -> bool {
    match graded {
        None => true,
        Some(Graded::Count(count)) => topic < *count,
        Some(topics) => topics.covers(id) == Some(true),
    }
}

/// Articles counted together.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) articles: u64,
    without_topic: u64,
    tags: BTreeMap<usize, u64>,
    words: u64,
    unknown: BTreeMap<String, u64>,
    has_words: bool,
    corrected: Counts,
}

impl Tally {
    pub(super) fn add(&mut self, seen: &Seen) {
        self.articles += 1;
        self.without_topic += u64::from(seen.tags.is_empty());
        seen.tags
            .iter()
            .for_each(|&tag| *self.tags.entry(tag).or_default() += 1);
        if let Some((all, unknown)) = &seen.words {
            self.has_words = true;
            self.words += all;
            unknown
                .iter()
                .for_each(|word| *self.unknown.entry(word.clone()).or_default() += 1);
        }
        seen.corrected
            .iter()
            .for_each(|counts| self.corrected.add(counts));
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
        self.corrected.add(&other.corrected);
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

impl Counts {
    fn told(&self) -> Corrected {
        Corrected {
            articles: self.articles,
            micro_f1: 2.0 * self.right as f64 / (self.tagged + self.given).max(1) as f64,
            promised: self.promised,
            given: self.given,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(tags: &[usize], without: usize) -> Tally {
        let mut tally = Tally::default();
        let seen = |tags: Vec<usize>| Seen {
            month: String::new(),
            tags,
            words: None,
            corrected: None,
        };
        tags.iter().for_each(|&tag| tally.add(&seen(vec![tag])));
        (0..without).for_each(|_| tally.add(&seen(Vec::new())));
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
        let counts = Counts::of(&article, &[0, 1], &[("laks", 0.9), ("ferje", 0.8)]).unwrap();
        assert_eq!((counts.right, counts.tagged, counts.given), (1, 1, 1));
        assert!((counts.promised - 0.9).abs() < 1e-6);
    }
}
