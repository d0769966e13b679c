//! Greedy choice with lazy updates.
//!
//! Where a sentence's gain can only shrink while others are chosen (diminishing returns), a stale gain is an upper
//! bound: the best one is recomputed, and if it still leads it is chosen. Most candidates are never looked at again,
//! so a long digest of a long article does not take quadratic time.
//!
//! Minoux (1978), "Accelerated greedy algorithms for maximizing submodular set functions".

use crate::{Document, Room};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A gain that changes as sentences are chosen.
pub(crate) trait Objective {
    /// What adding this candidate would gain; never more than it was before.
    fn gain(&mut self, candidate: usize) -> f32;

    /// Takes note that this candidate is chosen.
    fn add(&mut self, candidate: usize);
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

/// Chooses the candidate of the highest gain as long as one fits, best first.
pub(crate) fn choose(document: &Document<'_>, mut room: Room, objective: &mut impl Objective) -> Vec<usize> {
    let all = 0..document.candidates().len();
    let mut bids: BinaryHeap<Bid> = all
        .map(|candidate| Bid {
            gain: objective.gain(candidate),
            candidate,
            chosen: 0,
        })
        .collect();
    let mut chosen = Vec::new();
    while let Some(bid) = bids.pop() {
        let cost = document.candidates()[bid.candidate].cost;
        if !room.fits(cost) {
            continue;
        }
        if bid.chosen < chosen.len() {
            bids.push(Bid {
                gain: objective.gain(bid.candidate),
                chosen: chosen.len(),
                ..bid
            });
            continue;
        }
        room.take(cost);
        objective.add(bid.candidate);
        chosen.push(bid.candidate);
    }
    chosen
}
