//! What a learned model changes, on articles it has not learned from.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::store::Verdicts;

/// What a learned model changes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Report {
    /// The model it comes from.
    pub(crate) from: String,
    /// Whether the model went on learning; else its words were learned anew from the corrections alone.
    pub(crate) went_on: bool,
    /// Corrected articles.
    pub(crate) articles: usize,
    /// In how many folds they were tried; 0 where there were too few.
    pub(crate) folds: usize,
    /// All topics together, before and after.
    pub(crate) before: Score,
    pub(crate) after: Score,
    /// Topic by topic, those that were judged.
    pub(crate) topics: BTreeMap<String, (Score, Score)>,
    /// Articles whose tags change, those first that change most.
    pub(crate) changed: Vec<Changed>,
    /// How many change in all.
    pub(crate) changes: usize,
}

/// Right and wrong tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
}

/// An article whose tags change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Changed {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) gains: Vec<String>,
    pub(crate) loses: Vec<String>,
    /// What people said it is about.
    pub(crate) people: Vec<String>,
}

/// Changed articles that a report names.
const NAMED: usize = 50;

impl Score {
    pub(crate) fn f1(self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 {
            1.0
        } else {
            2.0 * self.right as f64 / all as f64
        }
    }

    fn count(&mut self, is_about: bool, is_tagged: bool) {
        match (is_about, is_tagged) {
            (true, true) => self.right += 1,
            (false, true) => self.wrong += 1,
            (true, false) => self.missed += 1,
            (false, false) => {}
        }
    }
}

/// A corrected article with its tags by both models.
pub(super) struct Tried<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) said: &'a Verdicts,
    pub(super) before: BTreeSet<String>,
    pub(super) after: BTreeSet<String>,
}

impl Report {
    /// Counts an article; what nobody judged is neither right nor wrong.
    pub(super) fn add(&mut self, tried: &Tried<'_>) {
        let named = tried.before.iter().chain(&tried.after).chain(&tried.said.about);
        let judged: BTreeSet<&String> = named.filter(|topic| tried.said.covers(topic)).collect();
        for topic in judged {
            let is_about = tried.said.about.contains(topic);
            let (was, is) = (tried.before.contains(topic), tried.after.contains(topic));
            let (before, after) = self.topics.entry(topic.clone()).or_default();
            for score in [before, &mut self.before] {
                score.count(is_about, was);
            }
            for score in [after, &mut self.after] {
                score.count(is_about, is);
            }
        }
        if tried.before != tried.after {
            self.changes += 1;
            self.changed.push(Changed::of(tried));
        }
    }

    /// Leaves the articles that change most.
    pub(super) fn finish(&mut self) {
        self.changed
            .sort_by_key(|changed| std::cmp::Reverse(changed.gains.len() + changed.loses.len()));
        self.changed.truncate(NAMED);
    }
}

impl Changed {
    fn of(tried: &Tried<'_>) -> Self {
        let without =
            |these: &BTreeSet<String>, others: &BTreeSet<String>| these.difference(others).cloned().collect();
        Changed {
            id: tried.id.to_owned(),
            title: tried.title.to_owned(),
            gains: without(&tried.after, &tried.before),
            loses: without(&tried.before, &tried.after),
            people: tried.said.about.iter().cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Judged;

    #[test]
    fn what_nobody_judged_is_neither_right_nor_wrong() {
        let set = |topics: &[&str]| topics.iter().map(|&t| t.to_owned()).collect::<BTreeSet<_>>();
        let said = Verdicts {
            about: set(&["fn"]),
            judged: Judged::Topics(set(&["fn", "syria"])),
        };
        let mut report = Report::default();
        report.add(&Tried {
            id: "a",
            title: "A",
            said: &said,
            before: set(&["syria", "usa"]),
            after: set(&["fn"]),
        });
        let (before, after) = (report.before, report.after);
        assert_eq!((before.right, before.wrong, before.missed), (0, 1, 1));
        assert_eq!((after.right, after.wrong, after.missed), (1, 0, 0));
        assert_eq!(report.changed[0].loses, ["syria", "usa"]);
        assert!(!report.topics.contains_key("usa"));
    }
}
