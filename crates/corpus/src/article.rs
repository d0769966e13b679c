//! One article and what is known of it.

use std::collections::BTreeMap;

use crate::Place;
use crate::hints::Hint;

/// One article as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its name: unique in a corpus.
    pub id: String,
    /// The text exactly as it was read (decoded, nothing else); every span of the output points into it.
    pub text: String,
    /// What the source says of stretches of the text: headings, captions, bylines. Empty where it says nothing.
    pub hints: Vec<Hint>,
    /// The title, where it is known.
    pub title: Option<String>,
    /// `YYYY-MM` or `YYYY-MM-DD`, where it is known.
    pub date: Option<String>,
    /// The written form somebody gave it (`nb`, `nn`), where it is known.
    pub lang: Option<String>,
    /// Where it comes from, where it is known.
    pub source: Option<String>,
    /// Who wrote it, where it is known.
    pub author: Option<String>,
    /// Its address, where it is known.
    pub url: Option<String>,
    /// The part of the paper it stood in, where it is known.
    pub section: Option<String>,
    /// The topics it is about: `None` unlabelled, empty about none of them.
    pub labels: Option<Vec<String>>,
    /// Where its labels stand, where a reader tells: what is said of a wrong one names the file and the line.
    pub labelled_at: Option<Box<Place>>,
    /// Topics it names in passing.
    pub mentions: Vec<String>,
    /// Which topics were looked at when it was labelled; `None` is all of them.
    pub graded: Option<Graded>,
    /// Topics graded by reading: 2 about, 1 in passing, 0 absent.
    pub grades: BTreeMap<String, u8>,
    /// Human digests in bokmål.
    pub summaries_nb: Vec<String>,
    /// Human digests in nynorsk.
    pub summaries_nn: Vec<String>,
}

impl Article {
    /// Where its labels stand: file and line as far as they are known, and the article.
    pub fn place_of_labels(&self) -> Place {
        let place = self.labelled_at.as_deref().cloned();
        place.unwrap_or_default().of(&self.id)
    }

    /// The same article, whose labels, if it has any, stand at `place`.
    pub(crate) fn labelled_at(mut self, place: impl FnOnce() -> Place) -> Self {
        if self.labels.is_some() && self.labelled_at.is_none() {
            self.labelled_at = Some(Box::new(place()));
        }
        self
    }
}

/// Which topics were looked at when an article was labelled: a topic that was not is no negative.
///
/// ```
/// use notis_corpus::Graded;
/// let graded = Graded::Topics(vec!["fotball".into()]);
/// assert_eq!(graded.covers("fotball"), Some(true));
/// assert_eq!(graded.covers("bolig"), Some(false));
/// assert_eq!(Graded::Count(27).covers("bolig"), None);
/// ```
// Exhaustive on purpose: a new way to say what was looked at must be heard by training, tests and the desk alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Graded {
    /// Exactly these.
    Topics(Vec<String>),
    /// So many; which ones, the reader of the articles must know.
    Count(usize),
}

impl Graded {
    /// Whether `topic` was looked at; `None` where only the number is known.
    pub fn covers(&self, topic: &str) -> Option<bool> {
        match self {
            Graded::Topics(topics) => Some(topics.iter().any(|t| t == topic)),
            Graded::Count(_) => None,
        }
    }

    /// What a cell says: topics with one of `separators` between them, or a number; empty is nothing.
    pub(crate) fn of_cell(cell: &str, separators: &[char]) -> Option<Self> {
        let cell = cell.trim();
        if let Ok(count) = cell.parse() {
            return Some(Graded::Count(count));
        }
        let topics = crate::formats::split_list(cell, separators);
        (!topics.is_empty()).then_some(Graded::Topics(topics))
    }

    /// The same as a cell of a label file.
    pub(crate) fn cell(&self) -> String {
        match self {
            Graded::Topics(topics) => topics.join(";"),
            Graded::Count(count) => count.to_string(),
        }
    }
}
