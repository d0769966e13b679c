//! Models that give every article exactly one topic.

use notis_text::Analysis;

use super::Model;
use super::classify::ClassifyOptions;
use super::words::Words;
use crate::decision::{Classified, Decision, Evidence, Reason, Tag};

impl Model {
    /// The word model that decides alone, where the model is exclusive.
    pub(super) fn exclusive_words(&self) -> Option<&Words> {
        self.parts.words.last().filter(|words| words.model.is_exclusive())
    }

    /// Gives the best topic, whatever its probability, unless a threshold says otherwise.
    pub(super) fn choose(
        &self,
        article: &Analysis<'_>,
        words: &Words,
        options: &ClassifyOptions,
    ) -> Classified {
        let decisions = words.model.scores(article);
        let mut scores = vec![0.0; self.topics.len()];
        for (&topic, p) in words.topics.iter().zip(words.model.probabilities(&decisions)) {
            scores[topic] = p;
        }
        let tag = |&topic: &usize| Tag {
            topic,
            probability: scores[topic],
            threshold: options.threshold.unwrap_or(0.0) as f32,
            evidence: Vec::new(),
        };
        let mut tags: Vec<Tag> = words.topics.iter().map(tag).collect();
        tags.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then(a.topic.cmp(&b.topic))
        });
        tags.retain(|t| t.probability >= t.threshold);
        if options.threshold.is_none() {
            tags.truncate(1);
        }
        if options.explain {
            tags.iter_mut()
                .for_each(|tag| tag.evidence = self.exclusive_evidence(article, words, tag.topic));
        }
        Classified {
            language: article.language,
            decision: if tags.is_empty() {
                Decision::Abstained(Reason::BelowThreshold)
            } else {
                Decision::Tagged(tags)
            },
            scores,
        }
    }

    /// The words that carried the topic's decision value; here the weights add up to that value.
    fn exclusive_evidence(&self, article: &Analysis<'_>, words: &Words, topic: usize) -> Vec<Evidence> {
        let Some(place) = words.place(topic) else {
            return Vec::new();
        };
        let reading = super::reading::Reading::new(article, &self.matcher);
        let contributions = words.model.contributions(article, place);
        super::evidence::of_words(&reading, contributions, f64::from(words.model.bias(place)))
    }
}
