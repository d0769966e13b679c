//! The likeliest labels of a sentence (Viterbi 1967).

use super::{START, Transitions, best};
use crate::label::{LABELS, Label, OUTSIDE, PerLabel, WIDTH};

/// The likeliest labels of words with these scores, behind the label `before` or at the start of a sentence.
pub(crate) fn viterbi(scores: &[PerLabel<f32>], before: Option<Label>, barred: &Transitions) -> Vec<Label> {
    let mut came_from: Vec<PerLabel<Label>> = Vec::with_capacity(scores.len());
    let mut reached = [f32::NEG_INFINITY; WIDTH];
    for (at, word) in scores.iter().enumerate() {
        let (mut steps, from) = match at {
            0 => (barred[before.map_or(START, usize::from)], [OUTSIDE; WIDTH]),
            _ => step(&reached, barred),
        };
        steps
            .iter_mut()
            .zip(word)
            .for_each(|(step, score)| *step += score);
        reached = steps;
        came_from.push(from);
    }
    trace(best(&reached), &came_from)
}

/// The best way to each label from any, and where it comes from.
fn step(reached: &PerLabel<f32>, barred: &Transitions) -> (PerLabel<f32>, PerLabel<Label>) {
    let mut best = [f32::NEG_INFINITY; WIDTH];
    let mut from = [OUTSIDE; WIDTH];
    for (before, row) in barred[..LABELS].iter().enumerate() {
        for label in 0..WIDTH {
            let way = reached[before] + row[label];
            let is_better = way > best[label];
            best[label] = if is_better { way } else { best[label] };
            from[label] = if is_better { before as Label } else { from[label] };
        }
    }
    (best, from)
}

fn trace(last: Label, came_from: &[PerLabel<Label>]) -> Vec<Label> {
    let mut labels = vec![last; came_from.len()];
    for at in (1..labels.len()).rev() {
        labels[at - 1] = came_from[at][usize::from(labels[at])];
    }
    labels
}
