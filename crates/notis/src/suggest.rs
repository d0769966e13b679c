//! A draft of labels for an editor to correct, the least certain first.

use std::io::Write;

use notis_corpus::{LabelRow, write_labels};

use crate::print::escape::visible;
use crate::{Article, Desk, Error, Reading};

/// The labels a desk would give an article, and how certain it is of them.
#[derive(Clone, Debug)]
pub struct Draft {
    certainty: f32,
    row: LabelRow,
}

impl Draft {
    /// How far the topic that is nearest to its threshold is from it; infinite where a person labelled the article.
    pub fn certainty(&self) -> f32 {
        self.certainty
    }

    /// The topics.
    pub fn labels(&self) -> &[String] {
        &self.row.labels
    }
}

impl Desk {
    /// A draft of the labels of an article; one that is labelled keeps its labels.
    pub fn suggest(&self, reading: &Reading<'_>) -> Draft {
        let article = reading.article();
        let (certainty, labels) = match &article.labels {
            Some(labels) => (f32::INFINITY, labels.clone()),
            None => (self.certainty(reading), reading.topic_ids(false)),
        };
        Draft {
            certainty,
            row: row(article, labels),
        }
    }

    /// An article that was not looked at is as certain as can be.
    fn certainty(&self, reading: &Reading<'_>) -> f32 {
        let distances = reading.classified(false).scores.iter().zip(&self.thresholds);
        distances.map(|(p, t)| (p - t).abs()).fold(1.0, f32::min)
    }
}

/// A row for an editor's spreadsheet and terminal, in which no character acts.
fn row(article: &Article, labels: Vec<String>) -> LabelRow {
    let shown = |text: &str| visible(text).into_owned();
    let list = |topics: &[String]| topics.iter().map(|topic| shown(topic)).collect();
    let known = |text: &Option<String>| text.as_deref().map(shown).unwrap_or_default();
    LabelRow {
        file: shown(&article.id),
        date: known(&article.date),
        lang: known(&article.lang),
        title: known(&article.title),
        labels: list(&labels),
        mentions: list(&article.mentions),
        graded: article.graded.clone(),
    }
}

/// Writes drafts as a `labels.tsv`, the least certain first.
///
/// # Errors
/// Where `out` fails.
pub fn write_drafts(mut drafts: Vec<Draft>, out: &mut dyn Write) -> Result<(), Error> {
    drafts.sort_by(|a, b| a.certainty.total_cmp(&b.certainty));
    write_labels(drafts.iter().map(|draft| &draft.row), out).map_err(Error::output)
}
