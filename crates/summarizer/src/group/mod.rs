//! Digests of many articles: grouped by date, by topic, or by story.
//!
//! ```
//! use notis_summarizer::{Budget, Edits, group};
//!
//! let texts = [
//!     "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.",
//!     "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Politiet etterforsker.",
//!     "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall. Den skal stå klar om fire år.",
//! ];
//! let analyses: Vec<_> = texts.iter().map(|text| notis_text::analyze(text, None)).collect();
//! let ids = ["a", "b", "c"];
//! let entries: Vec<_> = ids.iter().zip(&analyses).map(|(id, article)| group::Entry::new(id, article)).collect();
//! let stories = group::by_story(&entries);
//! assert_eq!(stories.len(), 2);
//! let digest = group::digest(&stories[0], &entries, Edits::Marked, Budget::Sentences(1))?;
//! assert_eq!(digest.articles, ["a", "b"]);
//! # Ok::<(), notis_summarizer::Error>(())
//! ```

mod date;
mod digest;
mod minhash;
mod story;

pub use digest::{GroupDigest, GroupSentence, digest};

use notis_text::Analysis;
use std::collections::BTreeMap;

/// An article to be grouped.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its date, `YYYY-MM` or `YYYY-MM-DD`, where it is known.
    pub date: Option<&'a str>,
    /// Where it was published, where that is known.
    pub source: Option<&'a str>,
    /// The topics it is about.
    pub topics: Vec<&'a str>,
    /// Its analyzed text.
    pub article: &'a Analysis<'a>,
}

impl<'a> Entry<'a> {
    /// An article of which only the text is known.
    pub fn new(id: &'a str, article: &'a Analysis<'a>) -> Self {
        Entry {
            id,
            date: None,
            source: None,
            topics: Vec::new(),
            article,
        }
    }
}

/// Articles that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What unites them: the date, the topic, or the best title or name of the story.
    pub name: String,
    /// Their indices among the entries, newest first.
    pub members: Vec<usize>,
    /// Those members that say the same as an earlier member almost word for word, such as copies of a wire story.
    pub copies: Vec<usize>,
}

/// The articles of each date, newest first; those without a date come last, under `udatert`.
pub fn by_date(entries: &[Entry<'_>]) -> Vec<Group> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        groups
            .entry(entry.date.unwrap_or_default())
            .or_default()
            .push(index);
    }
    let name = |date: &str| {
        if date.is_empty() {
            "udatert".to_owned()
        } else {
            date.to_owned()
        }
    };
    groups
        .into_iter()
        .rev()
        .map(|(date, members)| group(entries, name(date), members))
        .collect()
}

/// The articles about each topic, by the name of the topic; an article about several stands in each group. Those about
/// none come last, under `andre`.
pub fn by_topic(entries: &[Entry<'_>]) -> Vec<Group> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut others = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        for topic in &entry.topics {
            groups.entry(topic).or_default().push(index);
        }
        if entry.topics.is_empty() {
            others.push(index);
        }
    }
    let mut groups: Vec<Group> = groups
        .into_iter()
        .map(|(t, members)| group(entries, t.to_owned(), members))
        .collect();
    if !others.is_empty() {
        groups.push(group(entries, "andre".to_owned(), others));
    }
    groups
}

/// The articles about the same event, the story with the newest article first.
///
/// Copies are folded first; then articles are joined whose telling words and names agree within a few days of each
/// other.
pub fn by_story(entries: &[Entry<'_>]) -> Vec<Group> {
    let mut groups: Vec<Group> = story::stories(entries)
        .into_iter()
        .map(|members| group(entries, story::name(entries, &members), members))
        .collect();
    let newest = |g: &Group| {
        g.members
            .iter()
            .map(|&m| entries[m].date.unwrap_or_default())
            .max()
            .unwrap_or_default()
    };
    groups.sort_by(|a, b| newest(b).cmp(newest(a)).then(a.members.cmp(&b.members)));
    groups
}

/// A group with its members newest first and its copies found.
fn group(entries: &[Entry<'_>], name: String, mut members: Vec<usize>) -> Group {
    members.sort_by(|&a, &b| entries[b].date.cmp(&entries[a].date).then(a.cmp(&b)));
    let copies = minhash::copies(entries, &members);
    Group {
        name,
        members,
        copies,
    }
}
