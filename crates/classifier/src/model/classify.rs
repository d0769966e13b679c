//! Tagging an article.

use notis_text::{Analysis, Language};

use super::Model;
use super::reading::{Reading, Rule};
use crate::decision::{Classified, Decision, Reason, Tag};
use crate::math::logistic;
use crate::topics::Mention;

/// How an article is classified.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassifyOptions {
    /// Replaces every topic's own threshold.
    pub threshold: Option<f64>,
    /// Whether evidence is collected.
    pub explain: bool,
}

/// Fewer words are too few to say anything.
const FEWEST_WORDS: usize = 4;

/// The log-odds of a topic that nothing in the article tells.
pub(super) const SILENT: f64 = -6.0;

/// The log-odds that an editor's rule gives or takes.
const RULE: f64 = 6.907; // probability 0.999

impl Model {
    /// What an article is about.
    pub fn classify(&self, article: &Analysis<'_>, options: &ClassifyOptions) -> Classified {
        let abstain = |reason, scores| Classified {
            language: article.language,
            decision: Decision::Abstained(reason),
            scores,
        };
        if article.tokens.len() + article.title_tokens.len() < FEWEST_WORDS {
            return abstain(Reason::TooShort, Vec::new());
        }
        if matches!(
            article.language,
            Language::Danish | Language::Swedish | Language::Other
        ) {
            return abstain(Reason::NotNorwegian, Vec::new());
        }
        let reading = Reading::new(article, &self.matcher);
        let scores: Vec<f64> = (0..self.topics.len()).map(|t| self.score(&reading, t)).collect();
        let mut tags = self.tags(&scores, options);
        let probabilities = scores.iter().map(|&s| logistic(s) as f32).collect();
        if tags.is_empty() {
            return abstain(Reason::BelowThreshold, probabilities);
        }
        if options.explain {
            for tag in &mut tags {
                tag.evidence = self.evidence(&reading, tag.topic, scores[tag.topic]);
            }
        }
        Classified {
            language: article.language,
            decision: Decision::Tagged(tags),
            scores: probabilities,
        }
    }

    /// The log-odds of a topic.
    fn score(&self, reading: &Reading<'_>, topic: usize) -> f64 {
        match reading.rule(topic) {
            Some((Rule::Never, _)) => -RULE,
            Some((Rule::Always, _)) => RULE,
            None => self.salience(reading, topic, reading.mentions(topic)),
        }
    }

    /// The log-odds of a topic by some of its mentions.
    pub(super) fn salience(&self, reading: &Reading<'_>, topic: usize, mentions: &[Mention]) -> f64 {
        if mentions.is_empty() {
            return SILENT;
        }
        let features = reading.features(topic, mentions);
        self.parts.salience.score(self.topics[topic].kind(), &features)
    }

    fn tags(&self, scores: &[f64], options: &ClassifyOptions) -> Vec<Tag> {
        let tag = |(topic, &score): (usize, &f64)| Tag {
            topic,
            probability: logistic(score) as f32,
            threshold: options
                .threshold
                .map_or(self.parts.thresholds[topic], |t| t as f32),
            evidence: Vec::new(),
        };
        let mut tags: Vec<Tag> = scores.iter().enumerate().map(tag).collect();
        tags.retain(|t| t.probability >= t.threshold);
        tags.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then(a.topic.cmp(&b.topic))
        });
        tags
    }
}
