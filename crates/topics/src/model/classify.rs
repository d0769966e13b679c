//! Tagging an article.

use notis_features::SparseRow;

use super::Model;
use super::measures::{self, Scores, Signals};
use super::reading::{Reading, Rule};
use crate::abstention::{Reason, Scored, Topics, doubt};
use crate::decision::{Classified, Decision, Tag};
use crate::input::Input;
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

/// The log-odds that an editor's rule gives or takes: a probability of 0.999. Not tuned: beyond every threshold.
const RULE: f64 = 6.907;

impl Model {
    /// What an article is about. An analysis alone is taken too: `model.classify(&analysis, &options)`.
    pub fn classify<'a>(&self, input: impl Into<Input<'a>>, options: &ClassifyOptions) -> Classified {
        let input = input.into();
        let exclusive = self.exclusive_words();
        let topics = exclusive.map_or(Topics::Any, |_| Topics::One);
        if let Some(reason) = Reason::before(input.analysis, topics) {
            return answer(input, Decision::Abstained(reason), Vec::new());
        }
        match exclusive {
            Some(words) => self.choose(input, words, options),
            None => self.tag(input, options),
        }
    }

    /// Every topic that reaches its threshold.
    fn tag(&self, input: Input<'_>, options: &ClassifyOptions) -> Classified {
        let reading = Reading::new(input.analysis, &self.matcher);
        let content = input.content();
        let words = self.parts.words.iter();
        let rows: Vec<SparseRow> = words
            .map(|words| words.model.featurizer().row(&content))
            .collect();
        let raises = self.raises(&rows);
        let scores = self.scores(&reading, &rows, &raises);
        let probabilities = scores.iter().map(|&s| logistic(s) as f32).collect();
        let mut tags = self.tags(&scores, options);
        if let Some(reason) = doubt(&tags, &self.scored(&reading, options)) {
            let nearest = (reason == Reason::BelowThreshold)
                .then(|| Tag::nearest(self.reckoned(&scores, options)))
                .flatten();
            let answer = answer(input, Decision::Abstained(reason), probabilities);
            return Classified { nearest, ..answer };
        }
        if options.explain {
            let words = self.parts.words.iter().zip(rows);
            let located: Vec<Located> = words
                .map(|(words, row)| words.model.locate(input.analysis, &content, row))
                .collect();
            for tag in &mut tags {
                let raise = raises.get(tag.topic).copied().unwrap_or_default();
                let score = (scores[tag.topic], raise);
                tag.evidence = self.evidence(&reading, &located, tag.topic, score);
            }
        }
        answer(input, Decision::Tagged(tags), probabilities)
    }

    fn scored<'s>(&'s self, reading: &'s Reading<'_>, options: &ClassifyOptions) -> Scored<'s> {
        Scored {
            article: reading.article,
            names_a_topic: reading.names_a_topic(),
            words: &self.parts.words,
            least_prose: self.parts.least_prose,
            threshold_is_given: options.threshold.is_some(),
        }
    }

    /// The log-odds of each topic; `rows` are the article's for each word model, `raises` what corrections add.
    fn scores(&self, reading: &Reading<'_>, rows: &[SparseRow], raises: &[f64]) -> Vec<f64> {
        let mut scores = self.joined(reading, rows);
        for (topic, (score, raise)) in scores.iter_mut().zip(raises).enumerate() {
            if reading.rule(topic).is_none() {
                *score += raise;
            }
        }
        scores
    }

    /// How much corrections raise the log-odds of each topic; none where there are no corrections.
    pub(super) fn raises(&self, rows: &[SparseRow]) -> Vec<f64> {
        let learned = self
            .parts
            .corrections
            .as_ref()
            .zip(rows.last())
            .zip(self.parts.words.last());
        learned.map_or_else(Vec::new, |((corrections, row), words)| {
            corrections.raises(row.view(), words.model.mean())
        })
    }

    /// The log-odds of each topic as the corpus taught them.
    pub(super) fn joined(&self, reading: &Reading<'_>, rows: &[SparseRow]) -> Vec<f64> {
        let signals = self.signals(reading, rows);
        let score = |(topic, signals): (usize, Signals)| match reading.rule(topic) {
            Some((Rule::Never, _)) => -RULE,
            Some((Rule::Always, _)) => RULE,
            None => self.parts.joins[topic].score(signals),
        };
        signals.into_iter().enumerate().map(score).collect()
    }

    /// What is known of each topic.
    fn signals(&self, reading: &Reading<'_>, rows: &[SparseRow]) -> Vec<Signals> {
        let words = self.word_scores(rows).into_iter().enumerate();
        let known = words.map(|(topic, words)| Scores {
            kind: self.matcher.kind(topic),
            salience: reading
                .features(topic)
                .map(|features| (features, self.salience(topic, &features))),
            words,
        });
        measures::signals(&known.collect::<Vec<_>>(), reading.words())
    }

    /// The decision value of each topic's word model.
    fn word_scores(&self, rows: &[SparseRow]) -> Vec<Option<f64>> {
        let mut scores = vec![None; self.topics.len()];
        for (part, row) in self.parts.words.iter().zip(rows) {
            for (&topic, score) in part.topics.iter().zip(part.model.scores_of(row.view())) {
                scores[topic] = Some(f64::from(score));
            }
        }
        scores
    }

    /// The log-odds of a topic by how salient its mentions are.
    pub(super) fn salience(&self, topic: usize, features: &Features) -> f64 {
        self.parts.salience.score(self.matcher.kind(topic), features)
    }

    fn tags(&self, scores: &[f64], options: &ClassifyOptions) -> Vec<Tag> {
        Tag::reached(self.reckoned(scores, options))
    }

    /// Each topic with its probability and its threshold.
    fn reckoned(&self, scores: &[f64], options: &ClassifyOptions) -> impl Iterator<Item = (usize, f32, f32)> {
        scores.iter().enumerate().map(|(topic, &score)| {
            let threshold = options.threshold.unwrap_or(self.parts.joins[topic].threshold);
            (topic, logistic(score) as f32, threshold as f32)
        })
    }
}

/// An answer for an article.
pub(super) fn answer(input: Input<'_>, decision: Decision, scores: Vec<f32>) -> Classified {
    Classified {
        language: input.analysis.language,
        decision,
        scores,
        nearest: None,
    }
}
