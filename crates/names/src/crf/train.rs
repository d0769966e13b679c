//! Learning by stochastic gradient descent (Bottou 2010): a sentence at a time, the weights shrinking as they go.

use notis_learn::random::SplitMix;

use super::{START, Transitions};
use crate::label::{LABELS, Label, PerLabel, WIDTH, may_follow};

/// Passes over the sentences. Set by judgement, not measured.
const PASSES: usize = 15;
/// The variance of the weights before anything is seen; with 0.3 a model without groups has 80.8 and 81.2 of F1 on NorNE dev
/// (`TUNING.md`), with this one more. Larger ones were not measured.
const VARIANCE: f32 = 1.0;
/// How far the first step goes. Set by judgement, not measured.
const FIRST_STEP: f32 = 0.1;
/// Below it the common factor of the weights is multiplied in, lest it vanish.
const SMALLEST_FACTOR: f32 = 1e-4;

/// A sentence to learn from: the indices of the features of each word, and its labels.
pub(crate) struct Example {
    pub(crate) features: Vec<Vec<u32>>,
    pub(crate) labels: Vec<Label>,
}

/// What was learned: a row of weights for each feature, and the transitions.
pub(crate) struct Weights {
    pub(crate) rows: Vec<PerLabel<f32>>,
    pub(crate) transitions: Transitions,
    /// What all weights are to be multiplied by.
    factor: f32,
}

/// The sentence as the weights see it: everything that a step needs.
struct Lattice {
    /// e to the score of each label, the highest of a word made 1.
    scores: Vec<PerLabel<f32>>,
    /// The sums of all ways to a label, those of a word made to add up to 1.
    forward: Vec<PerLabel<f32>>,
    /// What they were divided by for it.
    sums: Vec<f32>,
}

/// Learns weights for `features` features. One thread, and no function of the platform: the same examples give the same
/// bits everywhere.
pub(crate) fn train(examples: &[Example], features: usize, seed: u64) -> Weights {
    let mut weights = Weights {
        rows: vec![[0.0; WIDTH]; features],
        transitions: [[0.0; WIDTH]; LABELS + 1],
        factor: 1.0,
    };
    let decay = 1.0 / (VARIANCE * examples.len().max(1) as f32);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = SplitMix(seed);
    let mut steps = 0;
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &at in &order {
            let rate = 1.0 / (1.0 / FIRST_STEP + decay * steps as f32);
            weights.step(&examples[at], rate, decay);
            steps += 1;
        }
    }
    weights.settle();
    weights
}

impl Weights {
    fn step(&mut self, example: &Example, rate: f32, decay: f32) {
        let transitions = self.exponentials();
        let lattice = self.lattice(&example.features, &transitions);
        self.factor *= 1.0 - rate * decay;
        self.learn(example, &lattice, &transitions, rate / self.factor);
        if self.factor < SMALLEST_FACTOR {
            self.settle();
        }
    }

    /// e to the power of each transition; 0 for those that cannot be.
    fn exponentials(&self) -> Transitions {
        let mut found = [[0.0; WIDTH]; LABELS + 1];
        for (before, row) in found.iter_mut().enumerate() {
            let previous = (before != START).then_some(before);
            for (label, way) in row.iter_mut().take(LABELS).enumerate() {
                if may_follow(previous, label) {
                    *way = libm::expf(self.transitions[before][label] * self.factor);
                }
            }
        }
        found
    }

    fn lattice(&self, words: &[Vec<u32>], transitions: &Transitions) -> Lattice {
        let scores: Vec<_> = words.iter().map(|features| self.scores(features)).collect();
        let mut forward: Vec<PerLabel<f32>> = Vec::with_capacity(words.len());
        let mut sums = Vec::with_capacity(words.len());
        for word in &scores {
            let mut ways = match forward.last() {
                None => transitions[START],
                Some(before) => onward(before, transitions),
            };
            ways.iter_mut().zip(word).for_each(|(way, score)| *way *= score);
            sums.push(normalize(&mut ways));
            forward.push(ways);
        }
        Lattice {
            scores,
            forward,
            sums,
        }
    }

    fn scores(&self, features: &[u32]) -> PerLabel<f32> {
        let mut scores = [0.0; WIDTH];
        for &feature in features {
            add(&mut scores, &self.rows[feature as usize], 1.0);
        }
        let highest = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
        scores.map(|score| libm::expf((score - highest) * self.factor))
    }

    /// Moves the weights towards the labels of the example, by what the lattice expects of each too much or too little.
    fn learn(&mut self, example: &Example, lattice: &Lattice, transitions: &Transitions, rate: f32) {
        let mut backward = [1.0; WIDTH];
        for at in (0..example.labels.len()).rev() {
            let gold = usize::from(example.labels[at]);
            let mut gradient = expected(&lattice.forward[at], &backward).map(|share| -share * rate);
            gradient[gold] += rate;
            for &feature in &example.features[at] {
                add(&mut self.rows[feature as usize], &gradient, 1.0);
            }
            if at == 0 {
                add(&mut self.transitions[START], &gradient, 1.0);
                continue;
            }
            let mut ahead = [0.0; WIDTH];
            for label in 0..LABELS {
                ahead[label] = lattice.scores[at][label] * backward[label] / lattice.sums[at];
            }
            backward = self.learn_transitions(&lattice.forward[at - 1], &ahead, transitions, rate);
            self.transitions[usize::from(example.labels[at - 1])][gold] += rate;
        }
    }

    /// Takes from each transition what is expected of it, and goes a word back.
    fn learn_transitions(
        &mut self,
        forward: &PerLabel<f32>,
        ahead: &PerLabel<f32>,
        transitions: &Transitions,
        rate: f32,
    ) -> PerLabel<f32> {
        let mut backward = [0.0; WIDTH];
        for before in 0..LABELS {
            let mut sum = 0.0;
            for label in 0..LABELS {
                let share = transitions[before][label] * ahead[label];
                sum += share;
                self.transitions[before][label] -= rate * forward[before] * share;
            }
            backward[before] = sum;
        }
        backward
    }

    /// Multiplies the common factor in.
    fn settle(&mut self) {
        let factor = std::mem::replace(&mut self.factor, 1.0);
        let rows = self.rows.iter_mut().chain(&mut self.transitions);
        rows.flatten().for_each(|weight| *weight *= factor);
    }
}

/// The sums of all ways one word on.
fn onward(before: &PerLabel<f32>, transitions: &Transitions) -> PerLabel<f32> {
    let mut ways = [0.0; WIDTH];
    for (share, row) in before[..LABELS].iter().zip(transitions) {
        add(&mut ways, row, *share);
    }
    ways
}

fn add(sums: &mut PerLabel<f32>, row: &PerLabel<f32>, factor: f32) {
    sums.iter_mut()
        .zip(row)
        .for_each(|(sum, weight)| *sum += factor * weight);
}

/// Divides by the sum, and tells it.
fn normalize(shares: &mut PerLabel<f32>) -> f32 {
    let sum: f32 = shares[..LABELS].iter().sum();
    shares.iter_mut().for_each(|share| *share /= sum);
    sum
}

/// How probable each label of a word is.
fn expected(forward: &PerLabel<f32>, backward: &PerLabel<f32>) -> PerLabel<f32> {
    let mut shares = [0.0; WIDTH];
    for label in 0..LABELS {
        shares[label] = forward[label] * backward[label];
    }
    normalize(&mut shares);
    shares
}
