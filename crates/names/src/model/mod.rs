//! The model: weights of what is seen at a word, in one byte each.

mod file;
mod table;

use serde::{Deserialize, Serialize};

use crate::clusters::Clusters;
use crate::crf::viterbi::viterbi;
use crate::crf::{Transitions, barred};
use crate::features::Sentence;
use crate::label::{Entity, LABELS, Label, OUTSIDE, PerLabel, WIDTH, entities};

pub(crate) use table::{Row, Table};

/// So far from the nearest capital a word is still looked at: «Universitetet i Tromsø», «Den norske kirke». Set by
/// judgement, not measured.
const REACH: usize = 3;

/// What a model was trained on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Card {
    /// Sentences of gold.
    pub sentences: u64,
    /// Their words.
    pub words: u64,
    /// The names in them.
    pub names: u64,
    /// Words whose group is known.
    pub grouped_words: u64,
    /// What is seen at words and has a weight.
    pub features: u64,
}

/// Marks names and tells their kinds.
#[derive(Clone, Debug)]
pub struct NameModel {
    card: Card,
    clusters: Clusters,
    table: Table,
    /// What a weight of 1 stands for.
    step: f32,
    transitions: Transitions,
    barred: Transitions,
}

impl NameModel {
    pub(crate) fn new(
        card: Card,
        clusters: Clusters,
        table: Table,
        step: f32,
        transitions: Transitions,
    ) -> Self {
        NameModel {
            barred: barred(&transitions),
            card,
            clusters,
            table,
            step,
            transitions,
        }
    }

    /// What it was trained on.
    pub fn card(&self) -> &Card {
        &self.card
    }

    pub(crate) fn clusters(&self) -> &Clusters {
        &self.clusters
    }

    /// The names among the words of a sentence; marks are words of their own.
    pub fn entities(&self, words: &[&str]) -> Vec<Entity> {
        entities(&self.labels(words))
    }

    pub(crate) fn labels(&self, words: &[&str]) -> Vec<Label> {
        let mut labels = vec![OUTSIDE; words.len()];
        let looked_at = near_capitals(words);
        if !looked_at.contains(&true) {
            return labels;
        }
        let sentence = self.sentence(words);
        let mut keys = Vec::new();
        let mut at = 0;
        for island in looked_at.chunk_by(|a, b| a == b) {
            if island[0] {
                let scores: Vec<_> = (at..at + island.len())
                    .map(|word| self.scores(&sentence, word, &mut keys))
                    .collect();
                let before = (at > 0).then_some(OUTSIDE);
                labels[at..at + island.len()].copy_from_slice(&viterbi(&scores, before, &self.barred));
            }
            at += island.len();
        }
        labels
    }

    pub(crate) fn sentence(&self, words: &[&str]) -> Sentence {
        Sentence::of(words.iter().copied(), &self.clusters)
    }

    /// What speaks for each label of a word.
    pub(crate) fn scores(&self, sentence: &Sentence, word: usize, keys: &mut Vec<u32>) -> PerLabel<f32> {
        keys.clear();
        sentence.features(word, keys);
        let sums = self.table.sum(keys);
        let mut scores = [f32::NEG_INFINITY; WIDTH];
        for label in 0..LABELS {
            scores[label] = f32::from(sums[label]) * self.step;
        }
        scores
    }
}

/// Which words are near one with a capital.
fn near_capitals(words: &[&str]) -> Vec<bool> {
    let mut near = vec![false; words.len()];
    for (at, word) in words.iter().enumerate() {
        if word.chars().any(char::is_uppercase) {
            let end = words.len().min(at + REACH + 1);
            near[at.saturating_sub(REACH)..end].fill(true);
        }
    }
    near
}
