//! What people say of the topics of an article, one by one and in sum.

use std::collections::{BTreeMap, BTreeSet};

use notis::{Article, Graded};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What somebody said of the topics of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Correction {
    /// The topics it is about.
    pub(crate) labels: Vec<String>,
    /// The topics that were looked at; all where this is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) graded: Option<Vec<String>>,
    /// Who said it.
    pub(crate) who: String,
    /// When, in UTC.
    pub(crate) at: String,
}

impl Correction {
    /// Whether the same was said by the same, whenever it was.
    pub(super) fn says(&self, other: &Correction) -> bool {
        (&self.labels, &self.graded, &self.who) == (&other.labels, &other.graded, &other.who)
    }
}

/// What people said of an article, in sum: a later word counts before an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdicts {
    pub(crate) about: BTreeSet<String>,
    pub(crate) judged: Judged,
}

/// Which topics people have looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// These.
    Topics(BTreeSet<String>),
    /// All.
    All,
}

impl Default for Judged {
    fn default() -> Self {
        Judged::Topics(BTreeSet::new())
    }
}

impl Verdicts {
    /// All that was said, summed up in its order.
    pub(crate) fn of<'c>(corrections: impl IntoIterator<Item = &'c Correction>) -> Self {
        let mut verdicts = Verdicts::default();
        corrections.into_iter().for_each(|said| verdicts.add(said));
        verdicts
    }

    fn add(&mut self, said: &Correction) {
        let Some(graded) = &said.graded else {
            self.about = said.labels.iter().cloned().collect();
            self.judged = Judged::All;
            return;
        };
        for topic in graded.iter().chain(&said.labels) {
            if said.labels.contains(topic) {
                self.about.insert(topic.clone());
            } else {
                self.about.remove(topic);
            }
            if let Judged::Topics(judged) = &mut self.judged {
                judged.insert(topic.clone());
            }
        }
    }

    /// Whether people said anything of this topic.
    pub(crate) fn covers(&self, topic: &str) -> bool {
        match &self.judged {
            Judged::All => true,
            Judged::Topics(topics) => topics.contains(topic),
        }
    }

    /// Whether nobody said anything.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.judged, Judged::Topics(topics) if topics.is_empty())
    }

    /// The article with what people said as its labels.
    pub(crate) fn labelled(&self, article: Article) -> Article {
        let graded = match &self.judged {
            Judged::All => None,
            Judged::Topics(topics) => Some(Graded::Topics(topics.iter().cloned().collect())),
        };
        Article {
            labels: Some(self.about.iter().cloned().collect()),
            graded,
            grades: BTreeMap::new(),
            ..article
        }
    }

    /// The topics of an article: what people said, and of the others what the model says.
    pub(crate) fn settle<'t>(&self, tags: impl IntoIterator<Item = &'t str>) -> BTreeSet<String> {
        let unjudged = tags.into_iter().filter(|topic| !self.covers(topic));
        self.about
            .iter()
            .cloned()
            .chain(unjudged.map(str::to_owned))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(labels: &[&str], graded: Option<&[&str]>) -> Correction {
        let owned = |topics: &[&str]| topics.iter().map(|&t| t.to_owned()).collect::<Vec<_>>();
        Correction {
            labels: owned(labels),
            graded: graded.map(owned),
            who: String::new(),
            at: String::new(),
        }
    }

    #[test]
    fn a_later_word_counts_before_an_earlier_one() {
        let all = said(&["syria"], None);
        let rejects = said(&[], Some(&["syria"]));
        let adds = said(&["fn"], Some(&["fn"]));
        let sum = Verdicts::of([&all, &rejects, &adds]);
        assert_eq!(sum.about, BTreeSet::from(["fn".to_owned()]));
        assert_eq!(sum.judged, Judged::All);
        let sum = Verdicts::of([&rejects, &adds]);
        assert!(sum.covers("syria") && !sum.covers("usa"));
        let topics = sum.settle(["syria", "usa"]);
        assert!(topics.iter().eq(["fn", "usa"]));
        assert!(Verdicts::of([]).is_empty());
    }
}
