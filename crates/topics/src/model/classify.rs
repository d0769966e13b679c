//! Tagging an article.

use notis_features::{Content, SparseRow};
use notis_text::Analysis;

use super::Model;
use super::join::Signals;
use super::prose::share_in_sentences;
use super::reading::{Reading, Rule};
use super::words::Words;
use crate::decision::{Classified, Decision, Reason, Tag};
use crate::salience::Features;
use crate::words::Located;
use notis_learn::math::logistic;

/// How an article is classified.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassifyOptions {
    /// Replaces every topic's own threshold.
    pub threshold: Option<f64>,
    /// Whether evidence is collected.
    pub explain: bool,
}

/// An article of whose words a smaller share was met in training is unlike it.
const LEAST_KNOWN: f64 = 0.25;

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
        let is_empty = article.tokens.is_empty() && article.title_tokens.is_empty();
        if let Some(exclusive) = self.exclusive_words().filter(|_| !is_empty) {
            return self.choose(article, exclusive, options);
        }
        if let Some(reason) = Reason::against(article) {
            return abstain(reason, Vec::new());
        }
        let reading = Reading::new(article, &self.matcher);
        let content = Content::of(article);
        let rows: Vec<SparseRow> = self
            .parts
            .words
            .iter()
            .map(|words| words.model.featurizer().row(&content))
            .collect();
        let scores = self.scores(&reading, &rows);
        let mut tags = self.tags(&scores, options);
        let probabilities = scores.iter().map(|&s| logistic(s) as f32).collect();
        let is_list = options.threshold.is_none() && self.is_no_prose(article);
        if tags.is_empty() || is_list {
            let unfamiliar = is_list || self.is_unfamiliar(&reading);
            let reason = if unfamiliar {
                Reason::Unfamiliar
            } else {
                Reason::BelowThreshold
            };
            return abstain(reason, probabilities);
        }
        if options.explain {
            let words = self.parts.words.iter().zip(rows);
            let located: Vec<Located> = words
                .map(|(words, row)| words.model.locate(article, &content, row))
                .collect();
            for tag in &mut tags {
                tag.evidence = self.evidence(&reading, &located, tag.topic, scores[tag.topic]);
            }
        }
        Classified {
            language: article.language,
            decision: Decision::Tagged(tags),
            scores: probabilities,
        }
    }

    /// The log-odds of each topic; `rows` are the article's for each word model.
    fn scores(&self, reading: &Reading<'_>, rows: &[SparseRow]) -> Vec<f64> {
        let words = self.word_scores(rows);
        let score = |(topic, words): (usize, Option<f64>)| match reading.rule(topic) {
            Some((Rule::Never, _)) => -RULE,
            Some((Rule::Always, _)) => RULE,
            None => self.parts.joins[topic].score(Signals {
                salience: reading
                    .features(topic)
                    .map(|features| self.salience(topic, &features)),
                words,
            }),
        };
        words.into_iter().enumerate().map(score).collect()
    }

    /// The decision value of each topic's word model.
    fn word_scores(&self, rows: &[SparseRow]) -> Vec<Option<f64>> {
        let mut scores = vec![None; self.topics.len()];
        for (part, row) in self.parts.words.iter().zip(rows) {
            for (&topic, score) in part.topics.iter().zip(part.model.scores_of(row)) {
                scores[topic] = Some(f64::from(score));
            }
        }
        scores
    }

    /// The log-odds of a topic by how salient its mentions are.
    pub(super) fn salience(&self, topic: usize, features: &Features) -> f64 {
        self.parts.salience.score(self.matcher.kind(topic), features)
    }

    /// Whether the article names no topic and hardly any of its words was met in training.
    fn is_unfamiliar(&self, reading: &Reading<'_>) -> bool {
        let share = |part: &Words| part.model.featurizer().share_of_known_words(reading.article);
        let mut shares = self.parts.words.iter().filter_map(share).peekable();
        !reading.names_a_topic() && shares.peek().is_some() && shares.all(|share| share < LEAST_KNOWN)
    }

    /// Whether the article is a list, an index or a table, unlike the running text of the training corpus.
    fn is_no_prose(&self, article: &Analysis<'_>) -> bool {
        share_in_sentences(article).is_some_and(|share| share < self.parts.least_prose)
    }

    fn tags(&self, scores: &[f64], options: &ClassifyOptions) -> Vec<Tag> {
        let topic = |(topic, &score): (usize, &f64)| {
            let threshold = options.threshold.unwrap_or(self.parts.joins[topic].threshold);
            (topic, logistic(score) as f32, threshold as f32)
        };
        Tag::reached(scores.iter().enumerate().map(topic))
    }
}
