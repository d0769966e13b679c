//! Tagging an article.

use notis_text::{Analysis, Language};

use super::Model;
use crate::decision::{Classified, Decision, Evidence, Reason, Tag};
use crate::math::logistic;
use crate::topics::salience::{Layout, features};
use crate::topics::{Mention, Role};

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
const SILENT: f64 = -6.0;

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
        let mentions = self.matcher.mentions(article);
        let scores = self.scores(article, &mentions);
        let mut tags = self.tags(&scores, options);
        let probabilities = scores.iter().map(|&s| logistic(s) as f32).collect();
        if tags.is_empty() {
            return abstain(Reason::BelowThreshold, probabilities);
        }
        if options.explain {
            let layout = Layout::new(article);
            for tag in &mut tags {
                tag.evidence = self.evidence(
                    article,
                    &layout,
                    of_topic(&mentions, tag.topic),
                    scores[tag.topic],
                );
            }
        }
        Classified {
            language: article.language,
            decision: Decision::Tagged(tags),
            scores: probabilities,
        }
    }

    /// The log-odds of each topic.
    fn scores(&self, article: &Analysis<'_>, mentions: &[Mention]) -> Vec<f64> {
        let layout = Layout::new(article);
        let score = |topic| self.score(&layout, of_topic(mentions, topic));
        (0..self.topics.len()).map(score).collect()
    }

    fn score(&self, layout: &Layout<'_>, mentions: &[Mention]) -> f64 {
        let has = |role| mentions.iter().any(|m| m.role == role);
        if has(Role::Never) {
            -RULE
        } else if has(Role::Always) {
            RULE
        } else if mentions.is_empty() {
            SILENT
        } else {
            self.parts.salience.score(&features(layout, mentions))
        }
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

    /// Shares the score out over the mentions, each by what the score would lose without it.
    fn evidence(
        &self,
        article: &Analysis<'_>,
        layout: &Layout<'_>,
        mentions: &[Mention],
        score: f64,
    ) -> Vec<Evidence> {
        let loss = |skip: usize| {
            let mut rest = mentions.to_vec();
            rest.remove(skip);
            (score - self.score(layout, &rest)).max(0.01)
        };
        let losses: Vec<f64> = (0..mentions.len()).map(loss).collect();
        let all: f64 = losses.iter().sum();
        let carried = score - SILENT;
        let words = |m: &Mention| match article.title.filter(|_| m.in_title) {
            Some(title) => m.span.of(title).to_owned(),
            None => article.slice(m.span).to_owned(),
        };
        let mut evidence: Vec<Evidence> = mentions
            .iter()
            .zip(&losses)
            .map(|(mention, loss)| Evidence {
                text: words(mention),
                weight: (carried * loss / all) as f32,
                start: mention.span.start,
                end: mention.span.end,
                field: mention.in_title.then_some(Evidence::TITLE),
            })
            .collect();
        evidence.push(Evidence {
            text: String::new(),
            weight: SILENT as f32,
            start: 0,
            end: 0,
            field: Some(Evidence::BASELINE),
        });
        evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.start.cmp(&b.start)));
        evidence
    }
}

/// The mentions of one topic; `mentions` is ordered by topic.
pub(super) fn of_topic(mentions: &[Mention], topic: usize) -> &[Mention] {
    let from = mentions.partition_point(|m| m.topic < topic);
    let to = mentions.partition_point(|m| m.topic <= topic);
    &mentions[from..to]
}
