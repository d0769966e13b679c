//! Digests of many articles: grouped by date, by topic, or by story.
//!
//! ```
//! use notis_summarizer::group::{self, About, Item};
//! use notis_summarizer::{Budget, Document, Edits, Query, by_name};
//!
//! let texts = [
//!     "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.",
//!     "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Politiet etterforsker.",
//!     "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall. Den skal stå klar om fire år.",
//! ];
//! let (notis, budget) = (by_name("notis", Edits::Marked)?, Budget::Sentences(1));
//! let mut items = Vec::new();
//! for (id, text) in ["a", "b", "c"].into_iter().zip(texts) {
//!     let article = notis_text::analyze(text, None);
//!     let document = Document::new(&article, &Query::default());
//!     items.push(Item::new(About::new(id), &document, &notis.summarize(&document, budget)?));
//! }
//! let stories = group::by_story(&items);
//! assert_eq!(stories.len(), 2);
//! assert_eq!(group::digest(&stories[0], &items, budget)?.articles, ["a", "b"]);
//! # Ok::<(), notis_summarizer::Error>(())
//! ```

mod date;
mod digest;
mod item;
mod label;
mod minhash;
mod names;
mod passage;
mod story;

pub use date::Period;
pub use digest::{GroupDigest, GroupSentence, Listed, digest};
pub use item::{About, Item};
pub use names::{GroupName, Named};

use std::collections::BTreeMap;

/// Articles that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What unites them: the date, the topic, or the best title or name of the story.
    pub name: String,
    /// Their indices among the items, newest first.
    pub members: Vec<usize>,
    /// Those members that say the same as an earlier member almost word for word, such as copies of a wire story.
    pub copies: Vec<usize>,
}

/// The articles of each period, newest first; those whose date is unknown, or does not tell, come last, under `udatert`.
pub fn by_period(items: &[Item], period: Period) -> Vec<Group> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut undated = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match period.of(date(item)) {
            Some(name) => groups.entry(name).or_default().push(index),
            None => undated.push(index),
        }
    }
    let dated = groups.into_iter().rev();
    let undated = (!undated.is_empty()).then(|| ("udatert".to_owned(), undated));
    dated
        .chain(undated)
        .map(|(name, members)| group(items, name, members))
        .collect()
}

/// The articles about each topic, by the name of the topic; an article about several stands in each group. Those about
/// none come last, under `andre`.
pub fn by_topic(items: &[Item]) -> Vec<Group> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut others = Vec::new();
    for (index, item) in items.iter().enumerate() {
        for topic in &item.about.topics {
            groups.entry(topic).or_default().push(index);
        }
        if item.about.topics.is_empty() {
            others.push(index);
        }
    }
    let mut groups: Vec<Group> = groups
        .into_iter()
        .map(|(t, members)| group(items, t.to_owned(), members))
        .collect();
    if !others.is_empty() {
        groups.push(group(items, "andre".to_owned(), others));
    }
    groups
}

/// The articles about the same event: the story with most articles first, of equals the one with the newest.
///
/// Copies are folded first; then articles are joined whose telling words and names agree within a few days of each
/// other.
pub fn by_story(items: &[Item]) -> Vec<Group> {
    let mut groups: Vec<Group> = story::stories(items)
        .into_iter()
        .map(|members| group(items, label::name(items, &members), members))
        .collect();
    let newest = |g: &Group| {
        g.members
            .iter()
            .map(|&m| date(&items[m]))
            .max()
            .unwrap_or_default()
    };
    groups.sort_by(|a, b| {
        let larger = b.members.len().cmp(&a.members.len());
        larger
            .then(newest(b).cmp(newest(a)))
            .then(a.members.cmp(&b.members))
    });
    groups
}

/// A group with its members newest first and its copies found.
fn group(items: &[Item], name: String, mut members: Vec<usize>) -> Group {
    members.sort_by(|&a, &b| date(&items[b]).cmp(date(&items[a])).then(a.cmp(&b)));
    let copies = minhash::copies(items, &members);
    Group {
        name,
        members,
        copies,
    }
}

/// The date of an item; empty where it is unknown.
fn date(item: &Item) -> &str {
    item.about.date.as_deref().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Budget, Document, Edits, Query, by_name};

    /// An article with its default digest.
    pub(super) fn item(text: &str, date: Option<&str>) -> Item {
        let article = notis_text::analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let notis = by_name("notis", Edits::Marked).unwrap();
        let digest = notis.summarize(&document, Budget::Auto).unwrap();
        let about = About {
            date: date.map(str::to_owned),
            ..About::default()
        };
        Item::new(about, &document, &digest)
    }
}
