//! How many articles each topic has, by month and written form.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Classification;

/// Tags counted: what `notis classify --summary` prints.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    counts: BTreeMap<(String, String, &'static str), u64>,
    articles: u64,
}

/// A line of `notis classify --summary --format jsonl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SummaryRow<'a> {
    /// The topic; empty for articles without one.
    pub topic: &'a str,
    /// `YYYY-MM`; empty where it is not known.
    pub month: &'a str,
    /// The written form.
    pub lang: &'a str,
    /// How many articles.
    pub articles: u64,
}

impl Summary {
    /// Counts an article's tags.
    pub fn add(&mut self, date: Option<&str>, classification: &Classification) {
        self.articles += 1;
        let month: String = date.unwrap_or_default().chars().take("YYYY-MM".len()).collect();
        let mut count = |topic: &str| {
            let cell = (topic.to_owned(), month.clone(), classification.lang.code());
            *self.counts.entry(cell).or_default() += 1;
        };
        classification.topics.iter().for_each(|tag| count(&tag.topic));
        if classification.topics.is_empty() {
            count("");
        }
    }

    /// How many articles were counted.
    pub fn articles(&self) -> u64 {
        self.articles
    }

    /// The counts by topic, month and form.
    pub fn rows(&self) -> impl Iterator<Item = SummaryRow<'_>> {
        self.counts
            .iter()
            .map(|((topic, month, lang), &articles)| SummaryRow {
                topic,
                month,
                lang,
                articles,
            })
    }
}
