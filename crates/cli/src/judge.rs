//! What tags articles: a topic model, or topics known by their words alone (`--zero-shot`).

use anyhow::{Result, ensure};
use notis_corpus::Article;
use notis_topics::{
    Classified, ClassifyOptions, Decision, Definitions, Input, Model, Reason, Tag, Topic, Topics, analyzed,
};

use crate::everywhere::Everywhere;
use crate::neural::ZeroShot;
use crate::vectors::Vectors;

/// Tags articles.
pub(crate) enum Judge {
    Model { model: Box<Model>, vectors: Vectors },
    ZeroShot { topics: Vec<Topic>, near: ZeroShot },
}

/// From this probability on a topic is a tag without training: where micro-F1 is highest on the starter corpus.
const ENOUGH: f64 = 0.3;

impl Judge {
    pub(crate) fn of_model(model: Model, everywhere: &Everywhere) -> Result<Self> {
        let vectors = Vectors::of_model(&model, everywhere)?;
        Ok(Judge::Model {
            model: Box::new(model),
            vectors,
        })
    }

    /// Topics by their names and descriptions.
    pub(crate) fn zero_shot(definitions: Option<&Definitions>, everywhere: &Everywhere) -> Result<Self> {
        let topics = definitions.map_or(&[][..], Definitions::topics).to_vec();
        ensure!(
            !topics.is_empty(),
            "--zero-shot goes by the names and descriptions of topics; give them with --topics FILE"
        );
        let near = ZeroShot::new(everywhere.encoder("--zero-shot")?, &topics)?;
        Ok(Judge::ZeroShot { topics, near })
    }

    pub(crate) fn topics(&self) -> &[Topic] {
        match self {
            Judge::Model { model, .. } => model.topics(),
            Judge::ZeroShot { topics, .. } => topics,
        }
    }

    pub(crate) fn classify(&self, article: &Article, options: &ClassifyOptions) -> Result<Classified> {
        match self {
            Judge::Model { model, vectors } => {
                let analysis = analyzed(article);
                let vector = vectors.of(&analysis)?;
                Ok(model.classify(Input::new(&analysis, &vector), options))
            }
            Judge::ZeroShot { near, .. } => zero_shot(near, article, options.threshold.unwrap_or(ENOUGH)),
        }
    }
}

fn zero_shot(near: &ZeroShot, article: &Article, threshold: f64) -> Result<Classified> {
    let analysis = analyzed(article);
    let (scores, decision) = match Reason::before(&analysis, Topics::Any) {
        Some(reason) => (Vec::new(), Decision::Abstained(reason)),
        None => {
            let scores = near.probabilities(&analysis)?;
            let decision = decide(&scores, threshold);
            (scores, decision)
        }
    };
    Ok(Classified {
        language: analysis.language,
        decision,
        scores,
    })
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
