//! Two names side by side: «takket Trump Putin».
//!
//! News gives a name in full first and shortens it later. Two words that have each been a name by themselves before they
//! meet are two names.

use super::candidates::Candidate;
use crate::span::Span;
use rustc_hash::FxHashSet;

/// The candidates, each pair of names side by side taken apart.
pub(super) fn part<'a>(candidates: Vec<Candidate<'a>>) -> Vec<Candidate<'a>> {
    let mut alone: FxHashSet<&str> = FxHashSet::default();
    let mut parted = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        match two_words(candidate.slice) {
            Some((first, second)) if alone.contains(first) && alone.contains(second) => {
                let middle = candidate.span.start + first.len();
                parted.push(Candidate {
                    slice: first,
                    span: Span::new(candidate.span.start, middle),
                    ..candidate
                });
                parted.push(Candidate {
                    slice: second,
                    span: Span::new(candidate.span.end - second.len(), candidate.span.end),
                    in_brackets: false,
                    ..candidate
                });
            }
            Some(_) => parted.push(candidate),
            None => {
                alone.insert(candidate.slice);
                parted.push(candidate);
            }
        }
    }
    parted
}

/// The first word of `slice` and what stands behind it and the spaces.
fn two_words(slice: &str) -> Option<(&str, &str)> {
    let (first, rest) = slice.split_once(char::is_whitespace)?;
    Some((first, rest.trim_start()))
}
