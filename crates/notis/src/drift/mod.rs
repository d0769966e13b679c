//! Whether new articles are still what a model was trained for.

mod advice;
mod tally;

use std::collections::BTreeMap;

use notis_discover::trends;

use crate::output::{ChangedTopic, DriftMonth, DriftReport, NewWord};
use crate::tagger::Tagger;
use crate::{Article, Desk, Error, Reading};
use tally::Tally;

/// New words that are told.
const NEW_WORDS: usize = 20;
/// The fewest recent articles that a new word stands in, and how many times more often than in the baseline.
const FEWEST: u64 = 3;
const TIMES: f64 = 3.0;
/// The fewest articles of a topic for its change to be looked at.
const FEWEST_OF_TOPIC: u64 = 5;

impl Desk {
    /// How far `articles` have moved, month by month, from those of `baseline`, or from the earliest third of their own
    /// months where that is empty. Labels, where articles have them, tell whether probabilities still hold.
    ///
    /// # Errors
    /// Where the desk has no topic model, an article cannot be read, or there is nothing to compare.
    pub fn drift(
        &self,
        articles: impl Iterator<Item = Result<Article, Error>> + Send,
        baseline: impl Iterator<Item = Result<Article, Error>> + Send,
    ) -> Result<DriftReport, Error> {
        let months = self.tallies(articles)?;
        let mut own_baseline = Tally::default();
        self.tallies(baseline)?
            .values()
            .for_each(|tally| own_baseline.join(tally));
        let split = if own_baseline.articles > 0 {
            0
        } else {
            dated(&months).count().div_ceil(3)
        };
        let mut recent = Tally::default();
        for (number, (_, tally)) in dated(&months).enumerate() {
            if number < split {
                own_baseline.join(tally);
            } else {
                recent.join(tally);
            }
        }
        if own_baseline.articles == 0 || recent.articles == 0 {
            return Err(Error::Options(
                "nothing to compare: give dated articles of two months or more, or a baseline to compare them with".to_owned(),
            ));
        }
        Ok(self.compared(&months, &own_baseline, &recent))
    }

    /// The articles of each month, counted; those without a date under an empty name.
    fn tallies(
        &self,
        articles: impl Iterator<Item = Result<Article, Error>> + Send,
    ) -> Result<BTreeMap<String, Tally>, Error> {
        let mut months: BTreeMap<String, Tally> = BTreeMap::new();
        self.stream(
            articles,
            |reading| self.seen(reading),
            |seen| {
                let (month, tally) = seen?;
                months.entry(month).or_default().join(&tally);
                Ok::<_, Error>(())
            },
        )?;
        Ok(months)
    }

    /// The month of an article, and what is counted of it.
    fn seen(&self, reading: &Reading<'_>) -> Result<(String, Tally), Error> {
        let Tagger::Model { model, .. } = &self.tagger else {
            return Err(Error::Options(
                "a desk without a topic model cannot drift from it".to_owned(),
            ));
        };
        let date = reading.article().date.as_deref();
        let month = date.and_then(|date| date.get(..7)).unwrap_or_default();
        Ok((month.to_owned(), Tally::of(reading, model.inner())))
    }

    fn compared(&self, months: &BTreeMap<String, Tally>, baseline: &Tally, recent: &Tally) -> DriftReport {
        let month = |(name, tally): (&String, &Tally)| tally.told(name, baseline);
        let mut report = DriftReport {
            articles: months.values().map(|tally| tally.articles as usize).sum(),
            baseline: baseline.told("baseline", baseline),
            months: dated(months).map(month).collect::<Vec<DriftMonth>>(),
            recent: recent.told("recent", baseline),
            new_words: new_words(baseline, recent),
            changed_topics: self.changed(baseline, recent),
            advice: Vec::new(),
        };
        report.advice = advice::of(&report);
        report
    }

    fn changed(&self, baseline: &Tally, recent: &Tally) -> Vec<ChangedTopic> {
        let counts = |topic: usize| (baseline.tags(topic), recent.tags(topic));
        let looked_at: Vec<(usize, &str)> = self
            .topics()
            .enumerate()
            .filter(|&(topic, _)| counts(topic).0 + counts(topic).1 >= FEWEST_OF_TOPIC)
            .collect();
        let pairs: Vec<(u64, u64)> = looked_at.iter().map(|&(topic, _)| counts(topic)).collect();
        let found = trends(&pairs, baseline.articles, recent.articles);
        let changed = looked_at.iter().zip(found).filter(|(_, trend)| trend.is_told());
        let mut changed: Vec<ChangedTopic> = changed
            .map(|((_, topic), trend)| ChangedTopic {
                topic: (*topic).to_owned(),
                ratio: trend.ratio,
                interval: [trend.low, trend.high],
            })
            .collect();
        let size = |topic: &ChangedTopic| libm::log(topic.ratio).abs();
        changed.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.topic.cmp(&b.topic)));
        changed
    }
}

/// The months that are months, in order.
fn dated(months: &BTreeMap<String, Tally>) -> impl Iterator<Item = (&String, &Tally)> {
    months.iter().filter(|(month, _)| !month.is_empty())
}

fn new_words(baseline: &Tally, recent: &Tally) -> Vec<NewWord> {
    let share = |tally: &Tally, word: &str| tally.unknown(word) as f64 / tally.articles as f64;
    let is_new = |word: &str, articles: u64| {
        articles >= FEWEST && share(recent, word) >= TIMES * share(baseline, word)
    };
    let mut words: Vec<NewWord> = recent
        .unknown_words()
        .filter(|&(word, articles)| is_new(word, articles))
        .map(|(word, articles)| NewWord {
            word: word.to_owned(),
            articles,
        })
        .collect();
    words.sort_by(|a, b| b.articles.cmp(&a.articles).then(a.word.cmp(&b.word)));
    words.truncate(NEW_WORDS);
    words
}
