//! Which articles belong together: those of one period, about one topic, of one event.

use super::date::Period;
use super::item::Item;
use super::minhash::{self, Sketch};
use super::{label, story};
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
        .map(|members| group(items, story_name(items, &members), members))
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

/// What to call a story: the title of its first article that has one, or else who or where it is about, and what.
pub(super) fn story_name(items: &[Item], members: &[usize]) -> String {
    let title = members.iter().find_map(|&m| items[m].title.clone());
    title.unwrap_or_else(|| label::joined(members.iter().map(|&m| &items[m].label)))
}

/// A group with its members newest first and its copies found.
fn group(items: &[Item], name: String, mut members: Vec<usize>) -> Group {
    members.sort_by(|&a, &b| date(&items[b]).cmp(date(&items[a])).then(a.cmp(&b)));
    let sketches: Vec<Option<&Sketch>> = members.iter().map(|&m| items[m].sketch.as_ref()).collect();
    let copies = minhash::copies(&sketches)
        .into_iter()
        .map(|copy| members[copy])
        .collect();
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
