//! `classify --summary`: how many articles each topic has, by month and written form.

use std::collections::BTreeMap;

use anyhow::Result;
use notis_topics::{Classified, Topic};
use serde::Serialize;

use crate::palette::Palette;
use crate::print::{json, table};

/// What stands for articles without a tag.
const NONE: &str = "";

/// Tags counted.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    counts: BTreeMap<Cell, u64>,
    articles: u64,
}

/// What is counted apart: a topic (empty: no topic), a month (empty: not known), a written form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Cell {
    topic: String,
    month: String,
    lang: &'static str,
}

#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    cell: &'a Cell,
    articles: u64,
}

impl Summary {
    /// Counts an article's tags.
    pub(crate) fn add(&mut self, date: Option<&str>, classified: &Classified, topics: &[Topic]) {
        self.articles += 1;
        let tags = classified.decision.tags();
        let mut count = |topic: &str| {
            let cell = Cell {
                topic: topic.to_owned(),
                month: date.unwrap_or_default().chars().take("YYYY-MM".len()).collect(),
                lang: classified.language.code(),
            };
            *self.counts.entry(cell).or_default() += 1;
        };
        tags.iter().for_each(|tag| count(&topics[tag.topic].id));
        if tags.is_empty() {
            count(NONE);
        }
    }

    /// A line a topic, month and form.
    pub(crate) fn jsonl(&self) -> Result<Vec<u8>> {
        let lines = self
            .counts
            .iter()
            .map(|(cell, &articles)| json::line(&Row { cell, articles }));
        Ok(lines.collect::<Result<Vec<_>>>()?.concat())
    }

    /// A row a topic, month and form.
    pub(crate) fn csv(&self, bom: bool) -> Result<Vec<u8>> {
        let mut out = table::bom(bom);
        out.extend(table::row(["topic", "month", "lang", "articles"])?);
        for (cell, articles) in &self.counts {
            out.extend(table::row([
                &cell.topic,
                &cell.month,
                cell.lang,
                articles.to_string().as_str(),
            ])?);
        }
        Ok(out)
    }

    /// A table of topics by form, and one of topics by month where months are known.
    pub(crate) fn text(&self, palette: Palette) -> String {
        let articles = palette.strong(format_args!("{} articles", self.articles));
        let by_form = self.pivot(|cell| cell.lang);
        let by_month = self.pivot(|cell| cell.month.as_str());
        let dated = self.counts.keys().any(|cell| !cell.month.is_empty());
        let months = if dated {
            format!("\n{}", transposed(&by_month))
        } else {
            String::new()
        };
        format!("{articles}\n\n{}{months}", table::columns(&by_form))
    }

    /// Topics down, most frequent first, and the values of `key` across.
    fn pivot<'a>(&'a self, key: impl Fn(&'a Cell) -> &'a str) -> Vec<Vec<String>> {
        let mut across: Vec<_> = self.counts.keys().map(&key).collect();
        across.sort_unstable();
        across.dedup();
        let named = |name: &str, empty: &str| {
            if name.is_empty() {
                empty.to_owned()
            } else {
                name.to_owned()
            }
        };
        let heads = across.iter().map(|a| named(a, "undated"));
        let head = ["topic".to_owned(), "articles".to_owned()]
            .into_iter()
            .chain(heads);
        let mut rows = vec![head.collect::<Vec<_>>()];
        for (topic, all) in self.topics() {
            let of = |a: &&str| self.count(|cell| cell.topic == topic && key(cell) == *a);
            let counts = std::iter::once(all).chain(across.iter().map(of));
            let cells = counts.map(|n| if n == 0 { "·".to_owned() } else { n.to_string() });
            rows.push(std::iter::once(named(topic, "(none)")).chain(cells).collect());
        }
        rows
    }

    /// Topics with their articles, most frequent first.
    fn topics(&self) -> Vec<(&str, u64)> {
        let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
        for (cell, n) in &self.counts {
            *topics.entry(&cell.topic).or_default() += n;
        }
        let mut topics: Vec<_> = topics.into_iter().collect();
        topics.sort_by_key(|(topic, n)| (topic.is_empty(), std::cmp::Reverse(*n)));
        topics
    }

    fn count<'a>(&'a self, of: impl Fn(&'a Cell) -> bool) -> u64 {
        self.counts
            .iter()
            .filter(|(cell, _)| of(cell))
            .map(|(_, n)| n)
            .sum()
    }
}

/// Months down, topics across: lists of months are long, lists of topics less so.
fn transposed(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    let (head, rows) = (&rows[0], &rows[1..]);
    for (column, month) in head.iter().enumerate().skip(2) {
        let topics = rows
            .iter()
            .filter(|r| r[column] != "·")
            .map(|r| format!("{} {}", r[0], r[column]));
        out += &format!("{month}  {}\n", topics.collect::<Vec<_>>().join(", "));
    }
    out
}
