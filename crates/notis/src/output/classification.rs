//! The topics of an article.

use notis_text::Language;
use notis_topics::{Classified, Topic};
use serde::{Serialize, Serializer};

pub use notis_topics::{Origin as EvidenceOrigin, Reason};

use super::Origin;
use crate::Article;

/// The topics of an article, or why it has none: a line of `notis classify --format jsonl`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Classification {
    /// The article.
    pub id: String,
    /// Whether it has topics, and if not why: `decision`, and `reason` where it abstains.
    #[serde(flatten)]
    pub decision: Decision,
    /// The written form.
    #[serde(serialize_with = "code")]
    pub lang: Language,
    /// The topics, the most probable first.
    pub topics: Vec<Tag>,
    /// Where no topic is probable enough, the one that comes nearest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Nearest>,
    /// The probability of every topic, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<Scores>,
    /// What is known of the article.
    #[serde(flatten)]
    pub origin: Origin,
}

impl Classification {
    pub(crate) fn new(
        article: &Article,
        classified: &Classified,
        topics: &[Topic],
        explain: bool,
        scores: bool,
    ) -> Self {
        Classification {
            id: article.id.clone(),
            decision: Decision::of(classified),
            lang: classified.language,
            topics: tags(classified, topics, explain),
            nearest: classified.nearest.as_ref().map(|tag| Nearest::new(tag, topics)),
            scores: scores.then(|| Scores::new(classified, topics)),
            origin: Origin::of(article),
        }
    }
}

pub(super) fn code<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.code())
}

/// Whether an article has topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decision {
    /// It has at least one.
    Tagged,
    /// It has none, for this reason.
    Abstained(Reason),
}

impl Decision {
    pub(crate) fn of(classified: &Classified) -> Self {
        match classified.decision {
            notis_topics::Decision::Tagged(_) => Decision::Tagged,
            notis_topics::Decision::Abstained(reason) => Decision::Abstained(reason),
        }
    }

    /// `tagged` or `abstained`.
    pub fn as_str(self) -> &'static str {
        match self {
            Decision::Tagged => "tagged",
            Decision::Abstained(_) => "abstained",
        }
    }

    /// Why there is no topic.
    pub fn reason(self) -> Option<Reason> {
        match self {
            Decision::Tagged => None,
            Decision::Abstained(reason) => Some(reason),
        }
    }
}

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reason = self.reason().map(|reason| ("reason", reason.as_str()));
        serializer.collect_map([("decision", self.as_str())].into_iter().chain(reason))
    }
}

/// One topic an article is about.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Tag {
    /// Its id.
    pub topic: String,
    /// What it is called, where its definition says so.
    #[serde(skip)]
    pub name: Option<String>,
    /// Its IPTC Media Topic code, where its definition has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iptc: Option<String>,
    /// Whether other topics have the same code, which then is a wider subject than this one.
    #[serde(skip)]
    pub shares_iptc: bool,
    /// How sure, 0 to 1.
    pub probability: f32,
    /// The probability from which it is given.
    pub threshold: f32,
    /// What carried it, the strongest first, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<Evidence>>,
}

pub(crate) fn tags(classified: &Classified, topics: &[Topic], explain: bool) -> Vec<Tag> {
    let of_code = |code: &str| {
        topics
            .iter()
            .filter(|topic| topic.iptc.as_deref() == Some(code))
            .count()
    };
    let tag = |tag: &notis_topics::Tag| Tag {
        topic: topics[tag.topic].id.clone(),
        name: topics[tag.topic].names.nb.clone(),
        iptc: topics[tag.topic].iptc.clone(),
        shares_iptc: topics[tag.topic]
            .iptc
            .as_deref()
            .is_some_and(|code| of_code(code) > 1),
        probability: tag.probability,
        threshold: tag.threshold,
        evidence: explain.then(|| tag.evidence.iter().map(evidence).collect()),
    };
    classified.decision.tags().iter().map(tag).collect()
}

/// The topic that comes nearest to its threshold without reaching it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Nearest {
    /// Its id.
    pub topic: String,
    /// How sure, 0 to 1.
    pub probability: f32,
    /// The probability from which it is given.
    pub threshold: f32,
    /// What it lacks: `threshold` − `probability`.
    pub distance: f32,
}

impl Nearest {
    fn new(tag: &notis_topics::Tag, topics: &[Topic]) -> Self {
        Nearest {
            topic: topics[tag.topic].id.clone(),
            probability: tag.probability,
            threshold: tag.threshold,
            distance: tag.threshold - tag.probability,
        }
    }
}

/// Words that speak for or against a topic. The weights of all its evidence add up to the log-odds of its probability; in
/// an exclusive model, to the decision value of its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Evidence {
    /// The words as they stand in the article; none in the entries of the origins `Baseline` and `Rest`.
    pub text: String,
    /// What they add to the log-odds.
    pub weight: f32,
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Where they stand, or what stands there in place of words: `title`, `baseline` or `rest` of the line of JSON, nothing
    /// for words of the text.
    #[serde(rename = "field", serialize_with = "field", skip_serializing_if = "is_text")]
    pub origin: EvidenceOrigin,
}

impl Evidence {
    /// Whether it is words of the text that can be shown there.
    pub(crate) fn stands_in_text(&self) -> bool {
        is_text(&self.origin) && self.end > self.start
    }
}

fn is_text(origin: &EvidenceOrigin) -> bool {
    *origin == EvidenceOrigin::Text
}

fn field<S: Serializer>(origin: &EvidenceOrigin, serializer: S) -> Result<S::Ok, S::Error> {
    origin.field().serialize(serializer)
}

pub(crate) fn evidence(evidence: &notis_topics::Evidence) -> Evidence {
    Evidence {
        text: evidence.text.clone(),
        weight: evidence.weight,
        start: evidence.start,
        end: evidence.end,
        origin: evidence.origin,
    }
}

/// Probabilities by topic, in the order of the model; empty where the article was not looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores(pub(crate) Vec<(String, f32)>);

impl Scores {
    fn new(classified: &Classified, topics: &[Topic]) -> Self {
        let ids = topics.iter().map(|topic| topic.id.clone());
        Scores(ids.zip(classified.scores.iter().copied()).collect())
    }

    /// Each topic with its probability.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, f32)> {
        self.0
            .iter()
            .map(|(topic, probability)| (topic.as_str(), *probability))
    }
}

impl Serialize for Scores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
