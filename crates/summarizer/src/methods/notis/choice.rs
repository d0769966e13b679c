//! Choosing sentences that can be read together.

use crate::greedy::{self, Objective};
use crate::readable::{Reading, SPOILT};
use crate::{Cost, Document, Room};

/// The state of a choice.
pub(super) struct Choice<'d> {
    document: &'d Document<'d>,
    readings: &'d [Reading],
    scores: &'d [f32],
    same_claim: &'d dyn Fn(usize, usize) -> bool,
    taken: Vec<bool>,
    chosen: Vec<usize>,
    /// Whether sentences that cannot be read by themselves may be taken.
    lenient: bool,
}

/// How far below all others a sentence stands that cannot be read by itself.
const UNREADABLE: f32 = 10.0;
/// Exchanges that are tried at most.
const EXCHANGES: usize = 4;

/// One sentence in the place of another.
struct Exchange {
    out: usize,
    into: usize,
    gain: f32,
}

impl<'d> Choice<'d> {
    pub(super) fn new(
        document: &'d Document<'_>,
        readings: &'d [Reading],
        scores: &'d [f32],
        same_claim: &'d dyn Fn(usize, usize) -> bool,
    ) -> Self {
        Choice {
            document,
            readings,
            scores,
            same_claim,
            taken: vec![false; readings.len()],
            chosen: Vec::new(),
            lenient: false,
        }
    }

    /// The sentences taken, in order.
    pub(super) fn chosen(&self) -> Vec<usize> {
        let mut chosen = self.chosen.clone();
        chosen.sort_unstable();
        chosen
    }

    /// Takes the best sentences that read by themselves and fit.
    pub(super) fn take_best(&mut self, room: &mut Room) {
        greedy::choose(0..self.readings.len(), room, self);
    }

    /// Takes any other sentences that fit, the least bad first, and names that one.
    pub(super) fn take_least_bad(&mut self, room: &mut Room) -> Option<usize> {
        self.lenient = true;
        let open: Vec<usize> = (0..self.readings.len()).filter(|&c| !self.taken[c]).collect();
        greedy::choose(open.into_iter(), room, self).first().copied()
    }

    /// Exchanges sentences as long as that adds to the worth of the words printed.
    pub(super) fn exchange(&mut self, room: &mut Room) {
        for _ in 0..EXCHANGES {
            let free = self.chosen.iter().filter(|&&out| !self.is_leant_on(out));
            let exchanges = free.filter_map(|&out| self.replacement(out, room));
            let Some(best) = exchanges.max_by(|a, b| a.gain.total_cmp(&b.gain).then(b.into.cmp(&a.into)))
            else {
                return;
            };
            room.give_back(self.readings[best.out].cost);
            room.take(self.readings[best.into].cost);
            self.taken[best.out] = false;
            self.taken[best.into] = true;
            self.chosen.retain(|&c| c != best.out);
            self.chosen.push(best.into);
        }
    }

    /// The sentence that adds most in the place of `out`, if any does.
    fn replacement(&self, out: usize, room: &Room) -> Option<Exchange> {
        let mut freed = *room;
        freed.give_back(self.readings[out].cost);
        let mut best: Option<Exchange> = None;
        for into in (0..self.readings.len()).filter(|&c| !self.taken[c]) {
            let gain = self.worth(into) - self.worth(out);
            let better = gain > best.as_ref().map_or(0.0, |b| b.gain);
            if better && freed.fits(self.readings[into].cost) && self.is_welcome(into, Some(out)) {
                best = Some(Exchange { out, into, gain });
            }
        }
        best
    }

    /// What a sentence adds to a digest: its score for each of its words.
    fn worth(&self, candidate: usize) -> f32 {
        self.scores[candidate] * self.readings[candidate].cost.words as f32
    }

    /// Whether the sentence behind it is taken and leans on it.
    fn is_leant_on(&self, candidate: usize) -> bool {
        let next = candidate + 1;
        next < self.taken.len() && self.taken[next] && self.readings[next].leans
    }

    /// Whether a sentence can be read where it would stand and says something new, if `without` were not taken.
    fn is_welcome(&self, candidate: usize, without: Option<usize>) -> bool {
        let reading = &self.readings[candidate];
        let held = || {
            let before = candidate
                .checked_sub(1)
                .filter(|&b| self.taken[b] && Some(b) != without);
            before.is_some_and(|b| self.document.touch(b, candidate))
        };
        let repeats = |other| (self.same_claim)(candidate, other);
        reading.blemish < SPOILT
            && (!reading.leans || held())
            && !self.chosen.iter().any(|&c| Some(c) != without && repeats(c))
    }
}

impl Objective for Choice<'_> {
    fn gain(&mut self, candidate: usize) -> f32 {
        let score = self.scores[candidate];
        if self.is_welcome(candidate, None) {
            score
        } else if self.lenient {
            score - UNREADABLE - self.readings[candidate].blemish
        } else {
            f32::NEG_INFINITY
        }
    }

    fn cost(&self, candidate: usize) -> Cost {
        self.readings[candidate].cost
    }

    fn add(&mut self, candidate: usize) -> Option<usize> {
        self.taken[candidate] = true;
        self.chosen.push(candidate);
        let next = candidate + 1;
        let opens =
            !self.lenient && next < self.taken.len() && self.readings[next].leans && !self.taken[next];
        opens.then_some(next)
    }
}
