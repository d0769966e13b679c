//! A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over the labels of a sentence.

pub(crate) mod train;
pub(crate) mod viterbi;

use crate::label::{LABELS, Label, PerLabel, WIDTH, may_follow};

/// What speaks for one label behind another; the last row is the start of a sentence.
pub(crate) type Transitions = [PerLabel<f32>; LABELS + 1];

/// The row of transitions from a start.
pub(crate) const START: usize = LABELS;

/// The transitions with those that cannot be as low as it gets.
pub(crate) fn barred(transitions: &Transitions) -> Transitions {
    let mut barred = [[f32::NEG_INFINITY; WIDTH]; LABELS + 1];
    for (before, row) in barred.iter_mut().enumerate() {
        for label in 0..LABELS {
            if may_follow((before != START).then_some(before), label) {
                row[label] = transitions[before][label];
            }
        }
    }
    barred
}

/// The highest of the labels' scores, the first of equals.
pub(crate) fn best(scores: &PerLabel<f32>) -> Label {
    let mut best = 0;
    for label in 1..LABELS {
        if scores[label] > scores[best] {
            best = label;
        }
    }
    best as Label
}
