//! What a method is held against.

use crate::rouge::Reference;
use crate::{Cost, Document};
use notis_learn::random::SplitMix;

/// Body sentences in random order, as many whole ones as fit. The same `seed` gives the same.
pub(super) fn random(document: &Document<'_>, words: usize, seed: usize) -> String {
    let mut order: Vec<usize> = (0..document.candidates().len()).collect();
    SplitMix(seed as u64).shuffle(&mut order);
    let mut left = words;
    order.retain(|&c| {
        let cost = document.candidates()[c].cost.words;
        let fits = cost <= left;
        left -= if fits { cost } else { 0 };
        fits
    });
    text_of(document, order)
}

/// The sentences that a greedy choice with sight of the references takes: what no method that picks whole sentences
/// can beat by much. The gain is the sum of ROUGE-1 and ROUGE-2.
pub(super) fn oracle(document: &Document<'_>, references: &Reference, words: usize) -> String {
    let score = |chosen: &[usize]| {
        let scores = references.mean(&text_of(document, chosen.to_vec()));
        scores.r1 + scores.r2
    };
    let mut chosen: Vec<usize> = Vec::new();
    let mut best = 0.0;
    loop {
        let left = words
            - chosen
                .iter()
                .map(|&c| document.candidates()[c].cost.words)
                .sum::<usize>();
        let fits = |c: &usize| document.candidates()[*c].cost.words <= left && !chosen.contains(c);
        let with = |c: usize| (score(&[chosen.as_slice(), &[c]].concat()), c);
        let all = (0..document.candidates().len()).filter(fits).map(with);
        match all.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) {
            Some((reached, next)) if reached > best => {
                best = reached;
                chosen.push(next);
            }
            _ => return text_of(document, chosen),
        }
    }
}

/// The sentences in the order of the article.
fn text_of(document: &Document<'_>, mut chosen: Vec<usize>) -> String {
    chosen.sort_unstable();
    let sentences = chosen
        .iter()
        .map(|&c| document.candidates()[c].span.of(document.article().text));
    let joined = sentences.collect::<Vec<_>>().join(" ");
    debug_assert!(Cost::of(&joined).words > 0 || chosen.is_empty());
    joined
}
