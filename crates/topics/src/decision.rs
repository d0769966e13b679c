//! What a model says of an article.

use notis_text::{Language, TypeId};

use crate::abstention::Reason;

/// The answer for one article.
#[derive(Clone, Debug)]
pub struct Classified {
    /// The written form the article is in.
    pub language: Language,
    /// Tags, or why there are none.
    pub decision: Decision,
    /// The probability of each topic, in the order of [`crate::Model::topics`]; empty where the article was not
    /// looked at (too short, not Norwegian).
    pub scores: Vec<f32>,
    /// Where no topic is probable enough, the one that comes nearest to its threshold.
    pub nearest: Option<Tag>,
}

/// Tags, or none with a reason.
#[derive(Clone, Debug)]
pub enum Decision {
    /// What the article is about, the most probable first; at least one.
    Tagged(Vec<Tag>),
    /// No tag, and why.
    Abstained(Reason),
}

impl Decision {
    /// The tags, none where it abstains.
    pub fn tags(&self) -> &[Tag] {
        match self {
            Decision::Tagged(tags) => tags,
            Decision::Abstained(_) => &[],
        }
    }
}

/// One topic the article is about.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Index in [`crate::Model::topics`].
    pub topic: usize,
    /// How sure, 0–1.
    pub probability: f32,
    /// The probability from which the topic is given.
    pub threshold: f32,
    /// What carried it, the strongest first; empty unless it was asked for.
    pub evidence: Vec<Evidence>,
}

impl Tag {
    /// Of topics with their probability and their threshold, the one that is nearest to it, without evidence.
    pub fn nearest(topics: impl Iterator<Item = (usize, f32, f32)>) -> Option<Tag> {
        let nearest = topics.max_by(|a, b| (a.1 - a.2).total_cmp(&(b.1 - b.2)).then(b.0.cmp(&a.0)));
        nearest.map(|(topic, probability, threshold)| Tag {
            topic,
            probability,
            threshold,
            evidence: Vec::new(),
        })
    }

    /// Of topics with their probability and their threshold, those that reach it: the most probable first, without
    /// evidence.
    pub fn reached(topics: impl Iterator<Item = (usize, f32, f32)>) -> Vec<Tag> {
        let reached = topics.filter(|(_, probability, threshold)| probability >= threshold);
        let tag = |(topic, probability, threshold)| Tag {
            topic,
            probability,
            threshold,
            evidence: Vec::new(),
        };
        let mut tags: Vec<Tag> = reached.map(tag).collect();
        tags.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then(a.topic.cmp(&b.topic))
        });
        tags
    }
}

/// Words that carried a tag.
///
/// The weights of all a tag's evidence add up to the log-odds of its probability. Two entries have no text:
/// [`Origin::Baseline`], what the model says before any word is read; and [`Origin::Rest`], the sum of the many words
/// that weigh too little to be listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The words as they stand in the article.
    pub text: String,
    /// What they add to the log-odds.
    pub weight: f32,
    /// First byte, in the text or the title.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Where they stand, or what stands there in place of words.
    pub origin: Origin,
    /// The types of the words that `start..end` touches, in order; they are those of the analysis that was classified.
    pub types: Vec<TypeId>,
}

impl Evidence {
    /// The types of its words, each with the weight of the whole: what a digest is to favour.
    pub fn weighted_types(&self) -> impl Iterator<Item = (TypeId, f32)> {
        self.types.iter().map(|&word| (word, self.weight))
    }
}

/// Where evidence comes from. Entries of one weight and place are told in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// Words of the text.
    Text,
    /// No words: what the model says before any is read.
    Baseline,
    /// No words: the sum of those not listed.
    Rest,
    /// Words of a title beside the text.
    Title,
}

impl Origin {
    /// The `field` of the output; words of the text have none.
    pub fn field(self) -> Option<&'static str> {
        match self {
            Origin::Text => None,
            Origin::Baseline => Some("baseline"),
            Origin::Rest => Some("rest"),
            Origin::Title => Some("title"),
        }
    }
}
