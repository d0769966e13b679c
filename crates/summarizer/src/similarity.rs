//! Products with the matrix of sentence similarities, without ever building it.
//!
//! The cosine similarities of n sentences are the entries of S = X Xᵀ, where the rows of X are the TF-IDF rows of
//! unit length. A product S p is X (Xᵀ p): two passes over the non-zero entries of X, so time stays linear in the
//! length of the article where the n × n matrix would not.

use crate::Document;

/// S p for the cosine similarities S of the candidates, its diagonal (each sentence with itself) included.
pub(crate) fn similarity_product(document: &Document<'_>, p: &[f32]) -> Vec<f32> {
    let mut terms = vec![0.0_f32; document.term_count()];
    for (candidate, &share) in p.iter().enumerate() {
        for (term, weight) in document.row(candidate) {
            terms[term as usize] += weight * share;
        }
    }
    (0..p.len())
        .map(|candidate| dot(document, candidate, &terms))
        .collect()
}

/// The product of a candidate's row with a dense vector over the terms.
pub(crate) fn dot(document: &Document<'_>, candidate: usize, dense: &[f32]) -> f32 {
    document
        .row(candidate)
        .map(|(term, weight)| weight * dense[term as usize])
        .sum()
}

/// The length of a dense vector, above 0 so that one can divide by it.
pub(crate) fn norm(dense: &[f32]) -> f32 {
    dense
        .iter()
        .map(|w| w * w)
        .sum::<f32>()
        .sqrt()
        .max(f32::MIN_POSITIVE)
}

/// The cosine similarity of two candidates, 0 to 1.
pub(crate) fn cosine(document: &Document<'_>, a: usize, b: usize) -> f32 {
    let mut other = document.row(b).peekable();
    let mut sum = 0.0;
    for (term, weight) in document.row(a) {
        while other.next_if(|&(t, _)| t < term).is_some() {}
        if let Some((_, theirs)) = other.next_if(|&(t, _)| t == term) {
            sum += weight * theirs;
        }
    }
    sum
}

/// How many different terms two candidates have in common.
pub(crate) fn shared(document: &Document<'_>, a: usize, b: usize) -> usize {
    let (a, b) = (document.entries(a), document.entries(b));
    let (mut shared, mut at) = (0, 0);
    for entry in a {
        while b.get(at).is_some_and(|other| other.term < entry.term) {
            at += 1;
        }
        shared += usize::from(b.get(at).is_some_and(|other| other.term == entry.term));
    }
    shared
}

/// The stationary distribution of a random walk with teleport probability 1 − `damping`: `step` spreads a
/// distribution along the edges (Page, Brin, Motwani & Winograd 1999).
pub(crate) fn random_walk(n: usize, damping: f32, step: impl Fn(&[f32]) -> Vec<f32>) -> Vec<f32> {
    const ROUNDS: usize = 100;
    const CLOSE: f32 = 1e-5;
    let uniform = 1.0 / n.max(1) as f32;
    let mut p = vec![uniform; n];
    for _ in 0..ROUNDS {
        let next: Vec<f32> = step(&p)
            .into_iter()
            .map(|x| (1.0 - damping) * uniform + damping * x)
            .collect();
        let change: f32 = next.iter().zip(&p).map(|(a, b)| (a - b).abs()).sum();
        p = next;
        if change < CLOSE {
            break;
        }
    }
    p
}
