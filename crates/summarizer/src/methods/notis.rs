//! The default method: what an editor would print.

use super::mmr::Marginal;
use super::{Edits, Summarizer, centroid, forced};
use crate::greedy::{self, Objective};
use crate::readable::{self, Reading, SPOILT};
use crate::{Budget, Cost, Digest, DigestSentence, Document, Error, Query, Room};
use notis_text::Analysis;

/// Chooses greedily by a weighted sum of position, centrality and overlap with the title, less what the sentences
/// already chosen say and what spoils the sentence for a reader.
#[derive(Clone, Copy, Debug)]
pub struct Notis {
    weights: Weights,
    edits: Edits,
}

/// What counts how much in [`Notis`].
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// Standing early in the article.
    pub position: f32,
    /// After how many telling sentences the position counts 1/e as much.
    pub reach: f32,
    /// The cosine with the centroid of the article, as a share of the highest.
    pub centrality: f32,
    /// The share of the title that is in the sentence.
    pub title: f32,
    /// The share of the query that is in the sentence.
    pub query: f32,
    /// The highest cosine with a sentence that is chosen already.
    pub redundancy: f32,
    /// What spoils it for a reader.
    pub blemish: f32,
    /// Each word beyond the length that reads well, as a share of that length.
    pub length: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            position: 1.0,
            reach: 8.0,
            centrality: 0.6,
            title: 0.4,
            query: 0.3,
            redundancy: 0.4,
            blemish: 0.6,
            length: 0.2,
        }
    }
}

impl Default for Notis {
    fn default() -> Self {
        Notis::new(Edits::Marked)
    }
}

impl Notis {
    /// The default method with or without edits.
    pub fn new(edits: Edits) -> Self {
        Notis {
            weights: Weights::default(),
            edits,
        }
    }

    /// The same with other weights.
    #[must_use]
    pub fn with_weights(self, weights: Weights) -> Self {
        Notis { weights, ..self }
    }
}

impl Summarizer for Notis {
    fn name(&self) -> &'static str {
        "notis"
    }

    fn summarize(&self, article: &Analysis<'_>, query: &Query, budget: Budget) -> Result<Digest, Error> {
        let document = Document::new(article, query);
        let mut room = budget.room(&document)?;
        let readings = readable::readings(&document, self.edits == Edits::Marked);
        let mut choice = Choice::new(&document, &readings, self.weights);
        let mut chosen = choice.best(&mut room);
        if matches!(budget, Budget::Sentences(_)) {
            chosen.extend(choice.least_bad(&mut room));
        }
        if chosen.is_empty() {
            let mut any = Room::ONE_SENTENCE;
            let best = choice.least_bad(&mut any).first().copied();
            return Ok(Digest::new(
                "notis",
                &document,
                forced(&document, best, budget, &room),
            ));
        }
        chosen.sort_unstable();
        Ok(Digest::new(
            "notis",
            &document,
            print(&document, &readings, &chosen),
        ))
    }
}

/// The chosen sentences with their edits.
fn print(document: &Document<'_>, readings: &[Reading], chosen: &[usize]) -> Vec<DigestSentence> {
    let mut before = None;
    let print = |&candidate: &usize| {
        let follows = before
            .replace(candidate)
            .is_some_and(|b| b + 1 == candidate && document.touch(b, candidate));
        let reading = &readings[candidate];
        let edits = if follows {
            &reading.following
        } else {
            &reading.alone
        };
        DigestSentence::edited(
            document.article().text,
            document.candidates()[candidate].span,
            edits.clone(),
        )
    };
    chosen.iter().map(print).collect()
}

/// The state of a choice.
struct Choice<'d> {
    document: &'d Document<'d>,
    readings: &'d [Reading],
    marginal: Marginal<'d>,
    chosen: Vec<bool>,
    /// Whether sentences that cannot be read by themselves may be chosen.
    lenient: bool,
}

impl<'d> Choice<'d> {
    fn new(document: &'d Document<'_>, readings: &'d [Reading], weights: Weights) -> Self {
        let scores = scores(document, readings, weights);
        Choice {
            document,
            readings,
            marginal: Marginal::new(document, scores, weights.redundancy),
            chosen: vec![false; readings.len()],
            lenient: false,
        }
    }

    /// Sentences that read by themselves, best first.
    fn best(&mut self, room: &mut Room) -> Vec<usize> {
        greedy::choose(0..self.readings.len(), room, self)
    }

    /// Any other sentences, the least bad first.
    fn least_bad(&mut self, room: &mut Room) -> Vec<usize> {
        self.lenient = true;
        let open: Vec<usize> = (0..self.readings.len()).filter(|&c| !self.chosen[c]).collect();
        greedy::choose(open.into_iter(), room, self)
    }

    /// Whether the sentence can be read where it would stand.
    fn reads(&self, candidate: usize) -> bool {
        let reading = &self.readings[candidate];
        let held =
            || candidate > 0 && self.chosen[candidate - 1] && self.document.touch(candidate - 1, candidate);
        reading.blemish < SPOILT && (!reading.leans || held())
    }
}

impl Objective for Choice<'_> {
    fn gain(&mut self, candidate: usize) -> f32 {
        let gain = self.marginal.gain(candidate);
        let reads = self.reads(candidate) && !self.marginal.repeats(candidate);
        match (reads, self.lenient) {
            (true, _) => gain,
            (false, true) => gain - 2.0 - self.readings[candidate].blemish,
            (false, false) => f32::NEG_INFINITY,
        }
    }

    fn cost(&self, candidate: usize) -> Cost {
        self.readings[candidate].cost
    }

    fn add(&mut self, candidate: usize) -> Option<usize> {
        self.chosen[candidate] = true;
        self.marginal.add(candidate);
        let next = candidate + 1;
        let opened =
            !self.lenient && next < self.readings.len() && self.readings[next].leans && !self.chosen[next];
        opened.then_some(next)
    }
}

/// What each sentence is worth before any is chosen.
fn scores(document: &Document<'_>, readings: &[Reading], weights: Weights) -> Vec<f32> {
    let centrality = centroid::centrality(document);
    let highest = centrality.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    let mut told = 0.0;
    let score = |i: usize| {
        let reading = &readings[i];
        let early = libm::expf(-told / weights.reach);
        told += if reading.tells { 1.0 } else { 0.0 };
        weights.position * early
            + weights.centrality * centrality[i] / highest
            + weights.title * overlap(document, i, document.title().iter().map(|&t| (t, 1.0)))
            + weights.query * overlap(document, i, document.query().iter().copied())
            - weights.blemish * reading.blemish
            - weights.length * overlong(document.candidates()[i].cost.words)
    };
    (0..readings.len()).map(score).collect()
}

/// How far a sentence is longer than reads well, as a share of that length.
fn overlong(words: usize) -> f32 {
    const READS_WELL: f32 = 30.0;
    (words as f32 / READS_WELL - 1.0).max(0.0)
}

/// The share of the weighted `terms` that a candidate has, 0 to 1.
fn overlap(document: &Document<'_>, candidate: usize, terms: impl Iterator<Item = (u32, f32)>) -> f32 {
    let entries = document.entries(candidate);
    let (mut met, mut all) = (0.0, 0.0);
    for (term, weight) in terms {
        let weight = weight * document.rarity(term);
        all += weight;
        if entries.binary_search_by_key(&term, |e| e.term).is_ok() {
            met += weight;
        }
    }
    if all > 0.0 { met / all } else { 0.0 }
}
