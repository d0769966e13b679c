//! What tags articles: a topic model, or topics known by their words alone (`--zero-shot`).

use anyhow::{Result, ensure};
use notis_classifier::{Classified, ClassifyOptions, Decision, Definitions, Model, Reason, Tag, Topic};
use notis_corpus::Article;
use notis_text::{Analysis, Language};

use crate::everywhere::Everywhere;
use crate::neural::ZeroShot;
use crate::vectors::Vectors;

/// Tags articles.
pub(crate) enum Judge {
    Model { model: Box<Model>, vectors: Vectors },
    ZeroShot { topics: Vec<Topic>, near: ZeroShot },
}

/// From this probability on a topic is a tag without training.
const EVEN: f64 = 0.5;
/// Fewer words are too few to say anything.
const FEWEST_WORDS: usize = 4;

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
            Judge::Model { model, vectors } => Ok(model.classify(&vectors.analyze(article)?, options)),
            Judge::ZeroShot { near, .. } => zero_shot(near, article, options.threshold.unwrap_or(EVEN)),
        }
    }
}

fn zero_shot(near: &ZeroShot, article: &Article, threshold: f64) -> Result<Classified> {
    let analysis = notis_text::analyze(&article.text, article.title.as_deref());
    let (scores, decision) = match unfit(&analysis) {
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

/// Why an article is not looked at, if it is not.
fn unfit(article: &Analysis<'_>) -> Option<Reason> {
    let words = article.tokens.len() + article.title_tokens.len();
    let foreign = matches!(
        article.language,
        Language::Danish | Language::Swedish | Language::Other
    );
    let short = (words < FEWEST_WORDS).then_some(Reason::TooShort);
    short.or(foreign.then_some(Reason::NotNorwegian))
}

/// The topics of at least this probability, best first.
fn decide(scores: &[f32], threshold: f64) -> Decision {
    let tag = |(topic, &probability): (usize, &f32)| Tag {
        topic,
        probability,
        threshold: threshold as f32,
        evidence: Vec::new(),
    };
    let mut tags: Vec<Tag> = scores.iter().enumerate().map(tag).collect();
    tags.retain(|tag| tag.probability >= tag.threshold);
    tags.sort_by(|a, b| {
        b.probability
            .total_cmp(&a.probability)
            .then(a.topic.cmp(&b.topic))
    });
    if tags.is_empty() {
        Decision::Abstained(Reason::BelowThreshold)
    } else {
        Decision::Tagged(tags)
    }
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

    #[test]
    fn what_is_too_short_or_foreign_is_not_looked_at() {
        let unfit = |text| unfit(&notis_text::analyze(text, None));
        assert_eq!(unfit("Elva steig"), Some(Reason::TooShort));
        assert_eq!(unfit("Elva steig i natt, og vegen er stengd."), None);
    }
}
