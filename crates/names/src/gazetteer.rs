//! The baseline: names as they were marked before, and nothing else.

use rustc_hash::FxHashMap;

use crate::gold::{GoldDocument, GoldSentence};
use crate::label::{EntityCounts, Label, OUTSIDE, begins, entities, goes_on};

/// The names of gold, each with the type it most often had.
#[derive(Debug, Default)]
pub struct Gazetteer {
    names: FxHashMap<String, EntityCounts>,
    /// Words of the longest.
    longest: usize,
}

impl Gazetteer {
    /// The names that are marked in `gold`.
    pub fn of(gold: &[GoldDocument]) -> Self {
        let mut gazetteer = Gazetteer::default();
        for sentence in gold.iter().flat_map(|document| &document.sentences) {
            for found in entities(&sentence.labels) {
                let name = sentence.words[found.words.clone()].join(" ");
                gazetteer.longest = gazetteer.longest.max(found.words.len());
                gazetteer.names.entry(name).or_default()[found.entity as usize] += 1;
            }
        }
        gazetteer
    }

    /// Marks the longest known names, from the left.
    pub(crate) fn labels(&self, sentence: &GoldSentence) -> Vec<Label> {
        let words = &sentence.words;
        let mut labels = vec![OUTSIDE; words.len()];
        let mut at = 0;
        while at < words.len() {
            let longest = self.longest.min(words.len() - at);
            let known = (1..=longest).rev().find_map(|length| {
                let counts = self.names.get(&words[at..at + length].join(" "))?;
                Some((length, crate::label::commonest(counts)?))
            });
            let Some((length, entity)) = known else {
                at += 1;
                continue;
            };
            labels[at..at + length].fill(goes_on(entity));
            labels[at] = begins(entity);
            at += length;
        }
        labels
    }
}
