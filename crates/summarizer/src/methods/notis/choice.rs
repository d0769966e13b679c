//! Choosing sentences that can be read together.
//!
//! Sentences are taken greedily by maximal marginal relevance (Carbonell & Goldstein 1998): by their score less what the
//! chosen ones have said already. Then single sentences are exchanged as long as the words of the digest tell more.

use super::article::Article;
use super::score::{Wanted, Weights};
use crate::greedy::{self, Objective};
use crate::readable::SPOILT;
use crate::{Cost, Room, similarity};

/// What a digest demands of its sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// Each reads where it stands, and none says what another says.
    Readable,
    /// None says what another says.
    New,
    /// Nothing; but what the other demands ask for comes first.
    Anything,
}

/// What the candidates are chosen by.
pub(super) struct Candidates<'d> {
    pub(super) article: Article<'d>,
    pub(super) scores: &'d [f32],
    /// Whether each opens with something that an earlier sentence has told of.
    pub(super) known: &'d [bool],
    /// Whether the title, or the sentence behind a teaser, tells all that each says.
    pub(super) told: &'d [bool],
    pub(super) same_claim: &'d dyn Fn(usize, usize) -> bool,
    pub(super) weights: Weights,
}

/// The state of a choice.
pub(super) struct Choice<'d> {
    of: Candidates<'d>,
    title: Wanted,
    demand: Demand,
    taken: Vec<bool>,
    chosen: Vec<usize>,
    heard: Vec<Heard>,
}

/// How a candidate stands to the first `chosen` sentences that were chosen.
#[derive(Clone, Copy, Default)]
struct Heard {
    chosen: usize,
    /// The highest cosine with one of them.
    likeness: f32,
    /// The largest share of the title that it has in common with one of them.
    title: f32,
    /// Whether it claims what one of them claims.
    repeats: bool,
}

/// How far below all others a sentence stands that does not meet the demands.
const UNWELCOME: f32 = 10.0;
/// Exchanges that are made at most.
const EXCHANGES: usize = 4;
/// A digest of more sentences than this fills its budget without exchanges.
const FEW: usize = 24;
/// Sentences between two within which one still follows the other. It bounds the search where nothing may stand: a text of
/// 160,000 sentences that cannot be printed took 12 seconds.
const REACH: usize = 64;

/// One sentence in the place of another.
struct Exchange {
    out: usize,
    into: usize,
    gain: f32,
}

impl<'d> Choice<'d> {
    pub(super) fn new(of: Candidates<'d>, demand: Demand) -> Self {
        Choice {
            demand,
            taken: vec![false; of.article.readings.len()],
            chosen: Vec::new(),
            heard: vec![Heard::default(); of.article.readings.len()],
            title: Wanted::of_title(of.article.document),
            of,
        }
    }

    /// The sentences taken, in order.
    pub(super) fn chosen(&self) -> Vec<usize> {
        let mut chosen = self.chosen.clone();
        chosen.sort_unstable();
        chosen
    }

    /// Takes the best sentences that meet the demand and fit.
    pub(super) fn take_best(&mut self, room: &mut Room) {
        greedy::choose(0..self.of.article.readings.len(), room, self);
    }

    /// Where none was taken: takes sentences that fit, the least bad first, and names that one.
    pub(super) fn take_least_bad(&mut self, room: &mut Room) -> Option<usize> {
        self.demand = Demand::Anything;
        greedy::choose(0..self.of.article.readings.len(), room, self)
            .first()
            .copied()
    }

    /// Exchanges sentences as long as that adds to the worth of the words printed. The first one taken stays: it is the
    /// news, which no number of words makes up for.
    pub(super) fn exchange(&mut self, room: &mut Room) {
        for _ in 0..EXCHANGES {
            if self.chosen.len() > FEW {
                return;
            }
            let free = self.chosen.iter().skip(1).filter(|&&out| !self.is_leant_on(out));
            let exchanges = free.filter_map(|&out| self.replacement(out, room));
            let best = exchanges.max_by(|a, b| a.gain.total_cmp(&b.gain).then(b.into.cmp(&a.into)));
            let Some(Exchange { out, into, .. }) = best else {
                return;
            };
            room.give_back(self.cost(out));
            room.take(self.cost(into));
            self.taken[out] = false;
            self.taken[into] = true;
            self.chosen.retain(|&c| c != out);
            self.chosen.push(into);
        }
    }

    /// The sentence that adds most in the place of `out`, if any does.
    fn replacement(&self, out: usize, room: &Room) -> Option<Exchange> {
        let mut freed = *room;
        freed.give_back(self.cost(out));
        let worth = self.worth(out, out);
        let mut best: Option<Exchange> = None;
        for into in
            (0..self.of.article.readings.len()).filter(|&c| !self.taken[c] && freed.fits(self.cost(c)))
        {
            let least = worth + best.as_ref().map_or(0.0, |b| b.gain);
            let reading = &self.of.article.readings[into];
            let most =
                self.of.scores[into] + self.of.weights.continuity + self.of.weights.blemish * reading.open;
            if self.words(into) * most <= least {
                continue;
            }
            let gain = self.worth(into, out) - worth;
            if gain > least - worth && self.is_welcome_without(into, out) {
                best = Some(Exchange { out, into, gain });
            }
        }
        best
    }

    /// What a sentence adds to the chosen ones without `out`: its score less what they have said, for each of its words.
    fn worth(&self, candidate: usize, out: usize) -> f32 {
        let others = self.chosen.iter().filter(|&&c| c != out);
        let likeness = others
            .map(|&c| similarity::cosine(self.of.article.document, candidate, c))
            .fold(0.0, f32::max);
        let score = self.of.scores[candidate] + self.continuity(candidate, Some(out));
        self.words(candidate) * (score - self.of.weights.redundancy * likeness)
    }

    /// What a sentence gains by following one that is taken, if `out` were not, and loses by a jump to something known.
    fn continuity(&self, candidate: usize, out: Option<usize>) -> f32 {
        let reach = candidate.saturating_sub(REACH)..candidate;
        let before = reach.rev().find(|&b| self.may_stand(b, out));
        let sound = self.of.article.readings[candidate].is_sound();
        let follows = sound && before.is_some_and(|b| self.taken[b] && Some(b) != out);
        match (follows, self.of.known[candidate]) {
            (true, _) => {
                self.of.weights.continuity
                    + self.of.weights.blemish * self.of.article.readings[candidate].open
            }
            (false, true) => -self.of.weights.known,
            (false, false) => 0.0,
        }
    }

    /// Whether a sentence reads well where it stands and says something new: any other is passed over.
    fn may_stand(&self, candidate: usize, out: Option<usize>) -> bool {
        let new = !self.heard[candidate].repeats && !self.of.told[candidate];
        self.of.article.readings[candidate].is_sound()
            && (self.taken[candidate] || (new && self.reads(candidate, out)))
    }

    /// The next sentence that reads well, if it is not taken: it gains by following.
    fn next_after(&mut self, candidate: usize) -> Option<usize> {
        let end = self.taken.len().min(candidate + 1 + REACH);
        let next = (candidate + 1..end).find(|&next| {
            self.hear(next);
            self.may_stand(next, None)
        });
        next.filter(|&next| !self.taken[next])
    }

    fn words(&self, candidate: usize) -> f32 {
        self.of.article.readings[candidate].cost.words as f32
    }

    /// Whether the sentence behind it is taken and leans on it.
    fn is_leant_on(&self, candidate: usize) -> bool {
        let next = candidate + 1;
        self.demand == Demand::Readable
            && next < self.taken.len()
            && self.taken[next]
            && self.of.article.readings[next].leans
    }

    /// Whether a sentence would meet the demand if `out` were not taken.
    fn is_welcome_without(&self, candidate: usize, out: usize) -> bool {
        let repeats = |&c: &usize| c != out && (self.of.same_claim)(candidate, c);
        self.reads(candidate, Some(out)) && !self.chosen.iter().any(repeats)
    }

    /// Whether a sentence can be read where it would stand if `out` were not taken, as far as that is demanded.
    fn reads(&self, candidate: usize, out: Option<usize>) -> bool {
        let reading = &self.of.article.readings[candidate];
        let held = || {
            let before = candidate.checked_sub(1);
            let before = before.filter(|&b| self.taken[b] && Some(b) != out);
            before.is_some_and(|b| self.of.article.document.touch(b, candidate))
        };
        self.demand == Demand::New || (reading.blemish < SPOILT && (!reading.leans || held()))
    }

    /// How unwelcome a sentence is that does not meet the demands: the first of an article leans on nothing left out.
    fn unwelcome(&self, candidate: usize) -> f32 {
        let reading = &self.of.article.readings[candidate];
        reading.blemish
            + if reading.leans && candidate > 0 {
                UNWELCOME
            } else {
                0.0
            }
    }

    /// How a candidate stands to all that is chosen: compared with what was chosen since it was last asked.
    fn hear(&mut self, candidate: usize) -> Heard {
        let mut heard = self.heard[candidate];
        for &other in &self.chosen[heard.chosen..] {
            let likeness = similarity::cosine(self.of.article.document, candidate, other);
            heard.likeness = heard.likeness.max(likeness);
            let title = self
                .title
                .share_in_both(self.of.article.document, candidate, other);
            heard.title = heard.title.max(title);
            heard.repeats |= (self.of.same_claim)(candidate, other);
        }
        heard.chosen = self.chosen.len();
        self.heard[candidate] = heard;
        heard
    }
}

impl Objective for Choice<'_> {
    fn gain(&mut self, candidate: usize) -> f32 {
        let reads = self.reads(candidate, None);
        if self.taken[candidate] {
            return f32::NEG_INFINITY;
        }
        if !reads && self.demand != Demand::Anything {
            return f32::NEG_INFINITY;
        }
        let heard = self.hear(candidate);
        let score = self.of.scores[candidate] + self.continuity(candidate, None);
        let weights = &self.of.weights;
        let gain = score - weights.redundancy * heard.likeness - weights.title * heard.title;
        match (reads && !heard.repeats, self.demand) {
            (true, _) => gain,
            (false, Demand::Anything) => gain - UNWELCOME - self.unwelcome(candidate),
            (false, _) => f32::NEG_INFINITY,
        }
    }

    fn cost(&self, candidate: usize) -> Cost {
        self.of.article.readings[candidate].cost
    }

    fn add(&mut self, candidate: usize) -> Option<usize> {
        self.taken[candidate] = true;
        self.chosen.push(candidate);
        self.next_after(candidate)
    }
}
