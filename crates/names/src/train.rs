//! Training a model on gold.

use rustc_hash::FxHashMap;

use crate::clusters::Clusters;
use crate::crf::train::{Example, Weights};
use crate::features::Sentence;
use crate::gold::{GoldDocument, GoldSentence};
use crate::label::{LABELS, PerLabel, WIDTH};
use crate::model::{Card, NameModel, Row, Table};
use crate::{Error, crf};

/// So many rows are kept, those with the largest weights: all 1,900,000 of NorNE would be 0.2 points of F1 better in
/// nynorsk and none in bokmål, half as many 0.8 worse.
const ROWS: usize = 100_000;
/// The finest difference of weights that is kept; between 0.02 and 0.05 nothing changes on NorNE dev.
const STEP: f32 = 0.03;

/// Trains a model on gold, with groups of words from elsewhere (or none). The same gold, groups and seed give the same
/// model, byte for byte.
///
/// # Errors
/// Where the gold names nothing.
pub fn train(gold: &[GoldDocument], clusters: Clusters, seed: u64) -> Result<NameModel, Error> {
    let sentences = || gold.iter().flat_map(|document| &document.sentences);
    let names = sentences().map(GoldSentence::names).sum::<usize>();
    if names == 0 {
        return Err(Error::NoNames);
    }
    let mut keys = Keys::default();
    let examples: Vec<Example> = sentences()
        .map(|sentence| keys.example(sentence, &clusters))
        .collect();
    let weights = crf::train::train(&examples, keys.all.len(), seed);
    let (table, step) = kept(&keys.all, &weights);
    let card = Card {
        sentences: examples.len() as u64,
        words: sentences().map(|sentence| sentence.words.len() as u64).sum(),
        names: names as u64,
        grouped_words: clusters.words() as u64,
        features: table.keys().len() as u64,
    };
    Ok(NameModel::new(card, clusters, table, step, weights.transitions))
}

/// The keys of all features, each with a number.
#[derive(Default)]
struct Keys {
    numbers: FxHashMap<u32, u32>,
    all: Vec<u32>,
}

impl Keys {
    fn example(&mut self, gold: &GoldSentence, clusters: &Clusters) -> Example {
        let sentence = Sentence::of(gold.words.iter().map(String::as_str), clusters);
        let features = |at| {
            let mut keys = Vec::new();
            sentence.features(at, &mut keys);
            keys.into_iter().map(|key| self.number(key)).collect()
        };
        Example {
            features: (0..gold.words.len()).map(features).collect(),
            labels: gold.labels.clone(),
        }
    }

    fn number(&mut self, key: u32) -> u32 {
        *self.numbers.entry(key).or_insert_with(|| {
            self.all.push(key);
            self.all.len() as u32 - 1
        })
    }
}

/// The largest rows in whole steps, in the order of their keys, and what a step is.
fn kept(keys: &[u32], weights: &Weights) -> (Table, f32) {
    let largest = weights
        .rows
        .iter()
        .flatten()
        .fold(0.0, |most: f32, weight| most.max(weight.abs()));
    let step = STEP.max(largest / f32::from(i8::MAX));
    let mut rows: Vec<(f32, u32, Row)> = keys
        .iter()
        .zip(&weights.rows)
        .map(|(&key, row)| {
            let square = row[..LABELS].iter().map(|weight| weight * weight).sum();
            (square, key, in_steps(row, step))
        })
        .collect();
    rows.retain(|(_, _, row)| row.iter().any(|&weight| weight != 0));
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rows.truncate(ROWS);
    rows.sort_by_key(|&(_, key, _)| key);
    let (keys, rows) = rows.into_iter().map(|(_, key, row)| (key, row)).unzip();
    (Table::new(keys, rows), step)
}

fn in_steps(row: &PerLabel<f32>, step: f32) -> Row {
    let mut steps = [0; WIDTH];
    for label in 0..LABELS {
        // A float is cut to the range of the byte.
        steps[label] = (row[label] / step).round() as i8;
    }
    steps
}
