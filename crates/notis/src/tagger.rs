//! What tags articles: a topic model, topics known by their words alone (zero-shot), or nothing.

use notis_text::Analysis;
use notis_topics::{Classified, ClassifyOptions, Decision, Input, Reason, Tag, Topic, Topics as Count};

use crate::neural::{Folder, ZeroShot};
use crate::vectors::Vectors;
use crate::{Error, Model, Topics};

/// Tags articles.
pub(crate) enum Tagger {
    /// Nothing: no article has a topic.
    Nothing,
    Model {
        model: Model,
        vectors: Vectors,
    },
    ZeroShot {
        topics: Vec<Topic>,
        near: ZeroShot,
    },
}

/// From this probability on a topic is a tag without training: where micro-F1 is highest on the starter corpus.
const ENOUGH: f64 = 0.3;

impl Tagger {
    pub(crate) fn of_model(model: Model, folder: &Folder) -> Result<Self, Error> {
        let vectors = Vectors::of_model(&model, folder)?;
        Ok(Tagger::Model { model, vectors })
    }

    /// Topics by their names and descriptions.
    pub(crate) fn zero_shot(topics: &Topics, folder: &Folder) -> Result<Self, Error> {
        let topics = topics.0.topics().to_vec();
        let near = ZeroShot::new(folder.encoder("zero-shot classification")?, &topics)?;
        Ok(Tagger::ZeroShot { topics, near })
    }

    pub(crate) fn topics(&self) -> &[Topic] {
        match self {
            Tagger::Nothing => &[],
            Tagger::Model { model, .. } => model.inner().topics(),
            Tagger::ZeroShot { topics, .. } => topics,
        }
    }

    /// The probability from which each topic is given.
    pub(crate) fn thresholds(&self) -> Vec<f32> {
        match self {
            Tagger::Model { model, .. } => model.card().topics.iter().map(|t| t.threshold).collect(),
            _ => vec![ENOUGH as f32; self.topics().len()],
        }
    }

    /// What a neural model must say of an article before [`Tagger::classify`]: the numbers of its encoder, or how near each
    /// topic is; empty where there is no neural model, or it need not be asked.
    pub(crate) fn encoded(&self, article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        match self {
            Tagger::Model { vectors, .. } => vectors.of(article),
            Tagger::ZeroShot { near, .. } if Reason::before(article, Count::Any).is_none() => {
                near.probabilities(article)
            }
            Tagger::ZeroShot { .. } | Tagger::Nothing => Ok(Vec::new()),
        }
    }

    /// The topics of an article; `encoded` is what [`Tagger::encoded`] gave.
    pub(crate) fn classify(
        &self,
        article: &Analysis<'_>,
        encoded: &[f32],
        options: &ClassifyOptions,
    ) -> Classified {
        match self {
            Tagger::Model { model, .. } => model.inner().classify(Input::new(article, encoded), options),
            Tagger::ZeroShot { .. } => zero_shot(article, encoded, options.threshold.unwrap_or(ENOUGH)),
            Tagger::Nothing => Classified {
                language: article.language,
                decision: Decision::of(Vec::new()),
                scores: Vec::new(),
                nearest: None,
            },
        }
    }
}

fn zero_shot(article: &Analysis<'_>, near: &[f32], threshold: f64) -> Classified {
    let decision = match Reason::before(article, Count::Any) {
        Some(reason) => Decision::Abstained(reason),
        None => decide(near, threshold),
    };
    Classified {
        language: article.language,
        decision,
        scores: near.to_vec(),
        nearest: None,
    }
}

/// The topics of at least this probability, best first.
fn decide(scores: &[f32], threshold: f64) -> Decision {
    let topics = scores.iter().enumerate();
    Decision::of(Tag::reached(
        topics.map(|(topic, &probability)| (topic, probability, threshold as f32)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_topic_comes_first() {
        let decision = decide(&[0.2, 0.6, 0.9], 0.5);
        let topics: Vec<usize> = decision.tags().iter().map(|tag| tag.topic).collect();
        assert_eq!(topics, [2, 1]);
        assert!(decide(&[0.2], 0.5).tags().is_empty());
    }
}
