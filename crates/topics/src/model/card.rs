//! What a model says of itself.

use serde::Serialize;

use super::{Model, Training};

/// A model's card.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ModelCard {
    /// A line a topic.
    pub topics: Vec<TopicCard>,
    /// What it was trained on; `None` for one of definitions alone.
    pub training: Option<Training>,
    /// Corrected articles that it has learned from since, without its corpus. Naive Bayes counts them as if they had stood
    /// in the corpus and keeps no number.
    pub corrections: usize,
}

/// What is known of one topic.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct TopicCard {
    /// Its id.
    pub id: String,
    /// Its name in bokmål, or its id.
    pub name: String,
    /// IPTC Media Topic code.
    pub iptc: Option<String>,
    /// The wider topic.
    pub parent: Option<String>,
    /// The probability from which it is given.
    pub threshold: f32,
    /// Words and phrases that tell it.
    pub patterns: usize,
}

impl Model {
    /// The model's card.
    pub fn card(&self) -> ModelCard {
        let joins = self.parts.joins.iter();
        let topics = self.topics.iter().zip(joins).map(|(topic, join)| TopicCard {
            id: topic.id.clone(),
            name: topic.names.nb.clone().unwrap_or_else(|| topic.id.clone()),
            iptc: topic.iptc.clone(),
            parent: topic.parent.clone(),
            threshold: join.threshold as f32,
            patterns: topic.aliases.len() + topic.related.len(),
        });
        let corrections = self.parts.corrections.as_ref();
        ModelCard {
            topics: topics.collect(),
            training: self.parts.origin.clone(),
            corrections: corrections.map_or(0, |known| known.learned.len()),
        }
    }
}
