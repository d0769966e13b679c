//! An article made ready to be kept: what a model says of it, and the words it is found by. This is the work; it is done
//! before the writer is asked.

use std::collections::BTreeSet;

use notis::{Article, BlockKind, Budget, Desk, Graded, Reading, Sentence};

use super::Error;
use super::record::Record;
use super::verdicts::Correction;

/// Letters of a heading that is no title.
const HEADING: usize = 90;

/// An article made ready to be kept.
pub(crate) struct Prepared {
    pub(super) article: Article,
    pub(super) words: Words,
    pub(super) read: Option<Read>,
    /// The topics it came with, and which were looked at; nothing where nobody labelled it.
    pub(super) labelled: Option<Labelled>,
    /// What people said of it in another store.
    pub(super) corrections: Vec<Correction>,
    /// When it came, where that was before.
    pub(super) arrived: Option<String>,
}

/// The stems an article is found by.
pub(super) struct Words {
    pub(super) title: String,
    pub(super) text: String,
}

/// What a model made of an article.
pub(crate) struct Read {
    pub(super) model: String,
    pub(super) heading: String,
    pub(super) certainty: f32,
    pub(super) classification: String,
    pub(super) digest: String,
    pub(super) tags: Vec<(String, f32)>,
}

/// The topics that an article came with.
pub(super) struct Labelled {
    pub(super) labels: Vec<String>,
    pub(super) graded: Option<Vec<String>>,
}

impl Prepared {
    /// Reads an article with a desk whose model is of this version.
    pub(crate) fn new(desk: &Desk, version: &str, article: Article) -> Result<Self, Error> {
        let (words, read) = {
            let reading = desk.read(&article)?;
            (Words::of(desk, &reading)?, Read::new(desk, version, &reading)?)
        };
        Ok(Prepared {
            labelled: Labelled::of(&article, desk),
            words,
            read: Some(read),
            article,
            corrections: Vec::new(),
            arrived: None,
        })
    }

    /// As [`Prepared::new`], without a model: what it says comes when there is one.
    pub(super) fn unread(desk: &Desk, article: Article) -> Result<Self, Error> {
        let words = Words::of(desk, &desk.read(&article)?)?;
        Ok(Prepared {
            labelled: Labelled::of(&article, desk),
            words,
            read: None,
            article,
            corrections: Vec::new(),
            arrived: None,
        })
    }

    /// A record of another store, as it was there.
    pub(super) fn of_record(desk: &Desk, mut record: Record) -> Result<Self, Error> {
        let corrections = std::mem::take(&mut record.corrections);
        let arrived = record.arrived.take();
        // They are the sum of the corrections.
        (record.labels, record.graded) = (None, None);
        let prepared = Prepared::unread(desk, record.into_article())?;
        Ok(Prepared {
            labelled: None,
            corrections,
            arrived,
            ..prepared
        })
    }
}

impl Words {
    fn of(desk: &Desk, reading: &Reading<'_>) -> Result<Self, Error> {
        let title = reading.article().title.as_deref().unwrap_or_default();
        Ok(Words {
            title: stems_of(desk, title)?.join(" "),
            text: stems(reading).join(" "),
        })
    }
}

/// The stems of some words, in order.
pub(super) fn stems_of(desk: &Desk, words: &str) -> Result<Vec<String>, Error> {
    let article = Article {
        text: words.to_owned(),
        ..Article::default()
    };
    let reading = desk.read(&article)?;
    Ok(stems(&reading).into_iter().map(str::to_owned).collect())
}

/// The stems of an article, in order.
fn stems<'r>(reading: &'r Reading<'_>) -> Vec<&'r str> {
    reading.tokens().map(|token| token.stem).collect()
}

impl Read {
    pub(crate) fn new(desk: &Desk, version: &str, reading: &Reading<'_>) -> Result<Self, Error> {
        // It looks for the words that carry the topics, and the topics are not asked for twice.
        let digest = serde_json::to_string(&reading.digest(Budget::Auto)?)?;
        let tags = reading.tags().into_iter().map(|tag| (tag.topic, tag.probability));
        Ok(Read {
            model: version.to_owned(),
            heading: heading(reading),
            certainty: desk.certainty(reading).min(1.0),
            classification: serde_json::to_string(&reading.classification(false, false))?,
            digest,
            tags: tags.collect(),
        })
    }
}

/// What an article goes by in a list: its title, or how its text begins.
pub(crate) fn heading(reading: &Reading<'_>) -> String {
    let article = reading.article();
    if let Some(title) = article.title.as_deref().filter(|title| !title.trim().is_empty()) {
        return title.trim().to_owned();
    }
    let blocks = reading.blocks();
    let title = blocks.iter().find(|block| block.kind == BlockKind::Title);
    let tells = |sentence: &&Sentence| blocks[sentence.block].kind.is_running_text();
    let sentences = reading.sentences();
    let sentence = || {
        sentences
            .iter()
            .find(tells)
            .or(sentences.first())
            .map(|sentence| sentence.span)
    };
    let span = title.map(|block| block.span).or_else(sentence);
    let words = span.map_or("", |span| &article.text[span.start..span.end]);
    shortened(words)
}

/// Words on one line, cut between two of them.
fn shortened(words: &str) -> String {
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() >= HEADING {
            line.push_str(" …");
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().take(HEADING));
    }
    line
}

impl Labelled {
    /// Labels and grades as one saying; a number of topics looked at counts from the first of the desk's.
    fn of(article: &Article, desk: &Desk) -> Option<Self> {
        let about: BTreeSet<String> = article.labels.iter().flatten().cloned().collect();
        let graded = match &article.graded {
            Some(Graded::Topics(topics)) => Some(topics.clone()),
            Some(Graded::Count(count)) => Some(desk.topics().take(*count).map(str::to_owned).collect()),
            None => None,
        };
        if article.labels.is_some() {
            let labels = about.into_iter().collect();
            return Some(Labelled { labels, graded });
        }
        if article.grades.is_empty() {
            return None;
        }
        let graded = article.grades.keys().cloned().collect();
        let about = article.grades.iter().filter(|(_, grade)| **grade >= 2);
        Some(Labelled {
            labels: about.map(|(topic, _)| topic.clone()).collect(),
            graded: Some(graded),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_the_title_or_how_the_text_begins() {
        let desk = Desk::builder().without_model().build().unwrap();
        let called = |title: Option<&str>, text: &str| {
            let article = Article {
                title: title.map(str::to_owned),
                text: text.to_owned(),
                ..Article::default()
            };
            heading(&desk.read(&article).unwrap())
        };
        assert_eq!(
            called(Some(" Flaum i Flåm "), "Elva steig i natt."),
            "Flaum i Flåm"
        );
        assert_eq!(
            called(None, "Elva steig i natt. Ho fell att."),
            "Elva steig i natt."
        );
        assert_eq!(
            called(None, " date 2026-11\nElva steig i natt. Ho fell att."),
            "Elva steig i natt."
        );
        assert_eq!(
            called(None, "FLÅM: Elva steig i natt. Ho fell att."),
            "Elva steig i natt."
        );
        assert_eq!(called(None, ""), "");
        let long = called(None, &format!("Elva {} i natt.", "steig ".repeat(40)));
        assert!(long.ends_with(" …") && long.chars().count() < 100, "{long}");
    }
}
