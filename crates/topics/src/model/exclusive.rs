//! Models that give every article exactly one topic.

use super::Model;
use super::classify::{ClassifyOptions, answer};
use super::evidence::of_words;
use super::reading::Reading;
use super::words::Words;
use crate::decision::{Classified, Decision, Evidence, Tag};
use crate::input::Input;
use crate::words::Located;

impl Model {
    /// The word model that decides alone, where the model is exclusive.
    pub(super) fn exclusive_words(&self) -> Option<&Words> {
        self.parts.words.last().filter(|words| words.model.is_exclusive())
    }

    /// Gives the best topic, whatever its probability, unless a threshold says otherwise.
    pub(super) fn choose(&self, input: Input<'_>, words: &Words, options: &ClassifyOptions) -> Classified {
        let content = input.content();
        let row = words.model.featurizer().row(&content);
        let decisions = words.model.scores_of(row.view());
        let mut scores = vec![0.0; self.topics.len()];
        for (&topic, p) in words.topics.iter().zip(words.model.probabilities(&decisions)) {
            scores[topic] = p;
        }
        let threshold = options.threshold.unwrap_or(0.0) as f32;
        let topics = words.topics.iter();
        let mut tags = Tag::reached(topics.map(|&topic| (topic, scores[topic], threshold)));
        if options.threshold.is_none() {
            tags.truncate(1);
        }
        if options.explain {
            let reading = Reading::new(input.analysis, &self.matcher);
            let located = words.model.locate(input.analysis, &content, row);
            for tag in &mut tags {
                tag.evidence = exclusive_evidence(&reading, &located, words, tag.topic);
            }
        }
        answer(input, Decision::of(tags), scores)
    }
}

/// The words that carried the topic's decision value; here the weights add up to that value.
fn exclusive_evidence(
    reading: &Reading<'_>,
    located: &Located,
    words: &Words,
    topic: usize,
) -> Vec<Evidence> {
    let Some(place) = words.place(topic) else {
        return Vec::new();
    };
    let contributions = words.model.contributions(located, place);
    let baseline = words.model.bias(place) + words.model.unplaced(located, place);
    of_words(reading, &contributions, f64::from(baseline))
}
