//! What each sentence is worth before any is chosen.

use super::article::Article;
use crate::readable::{Reading, Readings};
use crate::{Document, Room, TermCount};
use notis_text::TokenKind;

/// What counts how much, against 1 for the position.
///
/// The defaults are round numbers in the middle of the region that is good on the 30 articles of NorSumm's development
/// set; `benches/leave_one_out.py` tells what choosing them there is worth on an article that had no part in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// After how many telling sentences the position counts 1/e as much as at first, in a digest of about a hundred words;
    /// fewer in a shorter one.
    pub reach: f32,
    /// How central it is, as the [`Sense`](super::Sense) says.
    pub centrality: f32,
    /// The share of the title that is in the sentence.
    pub title: f32,
    /// The share of the query that is in the sentence.
    pub query: f32,
    /// The share of numbers among its words: what is counted is news.
    pub numbers: f32,
    /// Taken off for what spoils it for a reader.
    pub blemish: f32,
    /// Taken off where it can be understood only right after the sentence before it, if it may stand elsewhere, too.
    pub leaning: f32,
    /// For a sentence right behind one that is taken, with nothing left out between them that could be read: what follows
    /// is understood, a jump must earn its place.
    pub continuity: f32,
    /// Taken off for a sentence that says nothing but what the title says, or the next one in more words.
    pub told: f32,
    /// Taken off for a jump to a sentence that opens with something told of before: «Selskapet …».
    pub known: f32,
    /// Taken off for the highest cosine with a sentence already chosen (maximal marginal relevance).
    pub redundancy: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            reach: 18.0,
            centrality: 1.4,
            title: 0.6,
            query: 0.7,
            numbers: 2.0,
            blemish: 1.0,
            leaning: 0.1,
            continuity: 0.3,
            told: 2.0,
            known: 0.3,
            redundancy: 0.5,
        }
    }
}

impl Weights {
    /// A digest of fewer words than this is looked for in a share of the reach.
    const FULL: f32 = 96.0;
    /// Letters to a word, with the space behind it.
    const LETTERS: usize = 6;
    /// An article of this many sentences has a reach of one, one of twice as many a reach of four: news that is told in a
    /// few sentences is told in the first, whatever the others count or name.
    const FEW: f32 = 3.0;

    /// The weights for what has `room` in an article of so many sentences: the less there is, the nearer to the top it is
    /// looked for. In a short article numbers count as much less as its reach is smaller.
    #[must_use]
    pub(super) fn within(self, room: &Room, sentences: usize) -> Self {
        let words = room.words.min(room.first_chars() / Weights::LETTERS).max(1) as f32;
        let of_words = self.reach * words / Weights::FULL;
        let of_article = (sentences as f32 / Weights::FEW).powi(2);
        Weights {
            numbers: self.numbers * (of_article / self.reach).min(1.0),
            reach: self.reach.min(of_words).min(of_article),
            ..self
        }
    }
}

/// The scores of the candidates.
pub(super) fn scores(
    article: &Article<'_>,
    told: &[bool],
    centrality: &[f32],
    weights: &Weights,
) -> Vec<f32> {
    let &Article {
        document, readings, ..
    } = article;
    let title = Wanted::of_title(document);
    let query = Wanted::new(document, document.query().iter().copied());
    let mut before = 0.0;
    let score = |(i, reading): (usize, &Reading)| {
        let early = libm::expf(-before / weights.reach);
        before += if reading.tells { 1.0 } else { 0.0 };
        let leaning = if reading.leans { weights.leaning } else { 0.0 };
        let told_already = if told[i] { weights.told } else { 0.0 };
        early
            + weights.centrality * centrality[i]
            + weights.title * title.share_in(document, i)
            + weights.query * query.share_in(document, i)
            + weights.numbers * numbers(document, i)
            - told_already
            - weights.blemish * (reading.blemish + reading.open)
            - leaning
    };
    readings.iter().enumerate().map(score).collect()
}

/// The first sentence of the reporter's that reads well and says more than the title, a teaser apart; somebody's words where
/// there is none.
pub(super) fn lead(readings: &Readings<'_>, told: &[bool]) -> Option<usize> {
    let reads = |&i: &usize| readings[i].is_sound() && !readings[i].leans && !told[i];
    let sound = || (0..readings.len()).filter(reads);
    sound().find(|&i| readings[i].tells).or_else(|| sound().next())
}

/// The share of numbers among the words of a candidate; lists and references, which are full of them, gain no more than
/// a sentence with a few.
fn numbers(document: &Document<'_>, candidate: usize) -> f32 {
    let tokens = &document.article().tokens[document.candidates()[candidate].tokens.clone()];
    let numbers = tokens
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Number | TokenKind::Money))
        .count();
    (numbers as f32 / tokens.len().max(1) as f32).min(MOST_NUMBERS)
}

/// The share of numbers from which on a sentence is no richer in news.
const MOST_NUMBERS: f32 = 0.2;

/// Terms that a digest should have, by what each of them counts.
pub(super) struct Wanted {
    /// For each term of the article its share of all that is wanted; empty where nothing is.
    shares: Vec<f32>,
}

impl Wanted {
    /// The terms of the title.
    pub(super) fn of_title(document: &Document<'_>) -> Self {
        Wanted::new(document, document.title().iter().map(|&term| (term, 1.0)))
    }

    /// Weighted terms; a rarer one counts more.
    fn new(document: &Document<'_>, terms: impl Iterator<Item = (u32, f32)>) -> Self {
        let mut shares = Vec::new();
        let mut all = 0.0;
        for (term, weight) in terms {
            shares.resize(document.term_count(), 0.0);
            let weight = weight * document.rarity(term);
            shares[term as usize] += weight;
            all += weight;
        }
        if all > 0.0 {
            shares.iter_mut().for_each(|share| *share /= all);
        }
        Wanted { shares }
    }

    /// The share of it that both candidates have, 0 to 1.
    pub(super) fn share_in_both(&self, document: &Document<'_>, a: usize, b: usize) -> f32 {
        if self.shares.is_empty() {
            return 0.0;
        }
        let in_other = |e: &&TermCount| has(document, b, e.term);
        let entries = document.entries(a).iter().filter(in_other);
        entries.map(|e| self.shares[e.term as usize]).sum()
    }

    /// The share of it that a candidate has and none of the `taken` has, 0 to 1.
    pub(super) fn share_added(&self, document: &Document<'_>, candidate: usize, taken: &[usize]) -> f32 {
        if self.shares.is_empty() {
            return 0.0;
        }
        let entries = document.entries(candidate).iter();
        let new = entries.filter(|e| !taken.iter().any(|&other| has(document, other, e.term)));
        new.map(|e| self.shares[e.term as usize]).sum()
    }

    /// The share of it that a candidate has, 0 to 1.
    pub(super) fn share_in(&self, document: &Document<'_>, candidate: usize) -> f32 {
        self.share_added(document, candidate, &[])
    }
}

/// Whether a candidate has a term.
fn has(document: &Document<'_>, candidate: usize, term: u32) -> bool {
    let entries = document.entries(candidate);
    entries.binary_search_by_key(&term, |e| e.term).is_ok()
}
