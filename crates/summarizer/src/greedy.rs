//! Greedy choice with lazy updates.
//!
//! Where a sentence's gain can only shrink while others are chosen (diminishing returns), a stale gain is an upper
//! bound: the best one is recomputed, and if it still leads it is chosen. Most candidates are never looked at again,
//! so a long digest of a long article does not take quadratic time.
//!
//! Minoux (1978), "Accelerated greedy algorithms for maximizing submodular set functions".

use crate::{Cost, Room};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A gain that changes as sentences are chosen.
pub(crate) trait Objective {
    /// What adding this candidate would gain; never more than it was before. `NEG_INFINITY` where it must not be added.
    fn gain(&mut self, candidate: usize) -> f32;

    /// What it takes from the budget.
    fn cost(&self, candidate: usize) -> Cost;

    /// Takes note that this candidate is chosen, and names one that could not be chosen before but now can, if any.
    fn add(&mut self, candidate: usize) -> Option<usize>;
}

/// A candidate with the gain it had when `chosen` sentences were chosen.
struct Bid {
    gain: f32,
    candidate: usize,
    chosen: usize,
}

impl Ord for Bid {
    /// The higher gain first, the earlier sentence where they are equal.
    fn cmp(&self, other: &Self) -> Ordering {
        self.gain
            .total_cmp(&other.gain)
            .then(other.candidate.cmp(&self.candidate))
    }
}

impl PartialOrd for Bid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Bid {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Bid {}

/// Chooses among `candidates` the one of the highest gain as long as one fits, best first; what is chosen is taken from
/// `room`.
pub(crate) fn choose(
    candidates: impl Iterator<Item = usize>,
    room: &mut Room,
    objective: &mut impl Objective,
) -> Vec<usize> {
    let mut chosen = Vec::new();
    let bid = |candidate, chosen, objective: &mut _| Bid {
        gain: Objective::gain(objective, candidate),
        candidate,
        chosen,
    };
    // What does not fit now never will: most have no bid where a digest is nearly full.
    let fitting = candidates.filter_map(|candidate| {
        let fits = room.fits(objective.cost(candidate));
        fits.then(|| bid(candidate, 0, objective))
    });
    let mut bids: BinaryHeap<Bid> = fitting.collect();
    while let Some(best) = bids.pop() {
        let cost = objective.cost(best.candidate);
        if best.gain == f32::NEG_INFINITY || !room.fits(cost) {
            continue;
        }
        if best.chosen < chosen.len() {
            bids.push(bid(best.candidate, chosen.len(), objective));
            continue;
        }
        room.take(cost);
        chosen.push(best.candidate);
        if let Some(opened) = objective.add(best.candidate) {
            bids.push(bid(opened, chosen.len(), objective));
        }
    }
    chosen
}
