//! An article as a line of JSON: a line that every verb of notis reads, with what only the store knows.

use std::collections::BTreeMap;

use notis::{Article, Graded, Hint, HintKind};
use serde::{Deserialize, Serialize};

use super::verdicts::Correction;

/// An article as a line of an export.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    pub(crate) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) section: Option<String>,
    pub(crate) text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) hints: Vec<Mark>,
    #[serde(flatten)]
    pub(crate) extra: Extra,
    /// What people said in sum, for whoever trains on an export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) graded: Option<Vec<String>>,
    /// What they said one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) corrections: Vec<Correction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) arrived: Option<String>,
}

/// What the store keeps of an article without looking into it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Extra {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    grades: BTreeMap<String, u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    summaries_nb: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    summaries_nn: Vec<String>,
}

/// A stretch of the text that its source marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    kind: Kind,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Heading,
    Paragraph,
    Quote,
    Caption,
    Byline,
    FactBox,
}

/// Each kind beside its name in the library.
const KINDS: [(Kind, HintKind); 6] = [
    (Kind::Heading, HintKind::Heading),
    (Kind::Paragraph, HintKind::Paragraph),
    (Kind::Quote, HintKind::Quote),
    (Kind::Caption, HintKind::Caption),
    (Kind::Byline, HintKind::Byline),
    (Kind::FactBox, HintKind::FactBox),
];

impl Mark {
    fn of(hint: &Hint) -> Option<Self> {
        let kind = KINDS.iter().find(|(_, kind)| *kind == hint.kind)?.0;
        Some(Mark {
            kind,
            start: hint.span.start,
            end: hint.span.end,
        })
    }

    /// The hint, where it stands in this text: a file may say anything.
    fn hint(self, text: &str) -> Option<Hint> {
        let kind = KINDS.iter().find(|(kind, _)| *kind == self.kind)?.1;
        let span = self.start..self.end;
        text.get(span.clone()).map(|_| Hint { kind, span })
    }
}

impl Record {
    /// The article by itself, without what people said.
    pub(crate) fn of(article: &Article) -> Self {
        let known = article.clone();
        Record {
            hints: article.hints.iter().filter_map(Mark::of).collect(),
            id: known.id,
            text: known.text,
            title: known.title,
            date: known.date,
            lang: known.lang,
            source: known.source,
            author: known.author,
            url: known.url,
            section: known.section,
            extra: Extra {
                mentions: known.mentions,
                grades: known.grades,
                summaries_nb: known.summaries_nb,
                summaries_nn: known.summaries_nn,
            },
            ..Record::default()
        }
    }

    /// The article, with the labels in sum.
    pub(crate) fn into_article(self) -> Article {
        let hints = self
            .hints
            .iter()
            .filter_map(|mark| mark.hint(&self.text))
            .collect();
        Article {
            hints,
            id: self.id,
            text: self.text,
            title: self.title,
            date: self.date,
            lang: self.lang,
            source: self.source,
            author: self.author,
            url: self.url,
            section: self.section,
            labels: self.labels,
            labelled_at: None,
            graded: self.graded.map(Graded::Topics),
            mentions: self.extra.mentions,
            grades: self.extra.grades,
            summaries_nb: self.extra.summaries_nb,
            summaries_nn: self.extra.summaries_nn,
        }
    }
}
