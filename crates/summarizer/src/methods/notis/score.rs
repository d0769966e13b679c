//! What each sentence is worth before any is chosen.

use crate::Document;
use crate::readable::Reading;
use notis_text::TokenKind;

/// What counts how much, against 1 for the position.
///
/// The defaults were looked for on the 30 articles of NorSumm's development set, in round steps and over budgets of 84 to
/// 108 words so that no single cut decides; near them the scores hardly change.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// After how many telling sentences the position counts 1/e as much as at first.
    pub reach: f32,
    /// How central it is: how frequent its terms are in the article, on average, as a share of the sentence with the
    /// most frequent, or what another [`Sense`](super::Sense) says.
    pub centrality: f32,
    /// The share of the title that is in the sentence.
    pub title: f32,
    /// The share of the query that is in the sentence.
    pub query: f32,
    /// The share of numbers among its words: what is counted is news.
    pub numbers: f32,
    /// Taken off for what spoils it for a reader.
    pub blemish: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            reach: 12.0,
            centrality: 0.6,
            title: 0.5,
            query: 0.5,
            numbers: 3.0,
            blemish: 0.6,
        }
    }
}

/// The scores of the candidates.
pub(super) fn scores(
    document: &Document<'_>,
    readings: &[Reading],
    centrality: &[f32],
    weights: &Weights,
) -> Vec<f32> {
    let title = document
        .title()
        .iter()
        .map(|&term| (term, 1.0))
        .collect::<Vec<_>>();
    let mut told = 0.0;
    let score = |(i, reading): (usize, &Reading)| {
        let early = libm::expf(-told / weights.reach);
        told += if reading.tells { 1.0 } else { 0.0 };
        early
            + weights.centrality * centrality[i]
            + weights.title * overlap(document, i, &title)
            + weights.query * overlap(document, i, document.query())
            + weights.numbers * numbers(document, i)
            - weights.blemish * reading.blemish
    };
    readings.iter().enumerate().map(score).collect()
}

/// The share of numbers among the words of a candidate.
fn numbers(document: &Document<'_>, candidate: usize) -> f32 {
    let tokens = document
        .article()
        .tokens_in(document.candidates()[candidate].span);
    let numbers = tokens
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Number | TokenKind::Money))
        .count();
    numbers as f32 / tokens.len().max(1) as f32
}

/// The share of the weighted `terms` that a candidate has, 0 to 1.
fn overlap(document: &Document<'_>, candidate: usize, terms: &[(u32, f32)]) -> f32 {
    let entries = document.entries(candidate);
    let (mut met, mut all) = (0.0, 0.0);
    for &(term, weight) in terms {
        let weight = weight * document.rarity(term);
        all += weight;
        if entries.binary_search_by_key(&term, |e| e.term).is_ok() {
            met += weight;
        }
    }
    if all > 0.0 { met / all } else { 0.0 }
}
