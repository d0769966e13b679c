//! `classify --format jsonl`.

use anyhow::Result;
use notis_topics::{Classified, ClassifyOptions, Decision, Evidence, Tag, Topic};
use serde::{Serialize, Serializer};

use super::json;

/// A line of the output. Its names and meanings are a contract.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    lang: &'static str,
    topics: Vec<Given<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<Scores<'a>>,
}

#[derive(Serialize)]
struct Given<'a> {
    topic: &'a str,
    probability: f32,
    threshold: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Vec<Carried<'a>>>,
}

#[derive(Serialize)]
struct Carried<'a> {
    text: &'a str,
    weight: f32,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
}

/// Probabilities by topic, in the order of the model.
struct Scores<'a>(&'a [Topic], &'a [f32]);

impl Serialize for Scores<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|t| &t.id).zip(self.1))
    }
}

/// An article's line.
pub(crate) fn line(
    id: &str,
    classified: &Classified,
    topics: &[Topic],
    options: &ClassifyOptions,
    scores: bool,
) -> Result<Vec<u8>> {
    let (decision, reason) = match &classified.decision {
        Decision::Tagged(_) => ("tagged", None),
        Decision::Abstained(reason) => ("abstained", Some(reason.as_str())),
    };
    let tags = classified.decision.tags().iter();
    json::line(&Line {
        id,
        decision,
        reason,
        lang: classified.language.code(),
        topics: tags.map(|tag| given(tag, topics, options.explain)).collect(),
        scores: scores.then_some(Scores(topics, &classified.scores)),
    })
}

fn given<'a>(tag: &'a Tag, topics: &'a [Topic], explain: bool) -> Given<'a> {
    Given {
        topic: &topics[tag.topic].id,
        probability: tag.probability,
        threshold: tag.threshold,
        evidence: explain.then(|| tag.evidence.iter().map(carried).collect()),
    }
}

fn carried(evidence: &Evidence) -> Carried<'_> {
    Carried {
        text: &evidence.text,
        weight: evidence.weight,
        start: evidence.start,
        end: evidence.end,
        field: evidence.origin.field(),
    }
}
