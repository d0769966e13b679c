//! The frozen terms of a featurizer and their columns.
//!
//! Term hashes are stored sorted, so a term's column is its rank. They are spread evenly, so the first bits of a hash
//! say within a few places where it stands: finding one costs two reads of memory and no parsing at load. Most pairs of
//! words that an article has are no terms; a few more bits of the hash tell that of nearly all of them, from a table that
//! is small, bit by bit.

use thiserror::Error;

use crate::views::{VIEWS, View};

/// Why a list of terms is not a vocabulary.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum VocabularyError {
    /// The terms are not in ascending order.
    #[error("term {0} of the vocabulary is not greater than the one before it: the model file is damaged")]
    Unsorted(usize),
    /// The columns of the dense views are not as many as their vectors have numbers.
    #[error("the vocabulary has {0} columns for vectors: the model file is damaged")]
    Meaning(usize),
    /// More terms than columns can be numbered.
    #[error("{0} terms are more than a vocabulary can hold")]
    TooMany(usize),
}

/// Sorted term hashes; a term's column is its rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    terms: Vec<u64>,
    /// `starts[p]` is the rank of the first term whose top bits are at least `p`.
    starts: Vec<u32>,
    /// The top bits of a term that `starts` goes by.
    bits: u32,
    heads: Heads,
}

/// Which numbers are the top bits of some term, one bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Heads {
    known: Vec<u64>,
    bits: u32,
}

impl Heads {
    /// Of `terms` by their first so many bits, 6 at least.
    fn of(terms: &[u64], bits: u32) -> Self {
        let mut heads = Heads {
            known: vec![0; 1 << (bits - u64::BITS.ilog2())],
            bits,
        };
        for &term in terms {
            let head = head(term, bits);
            heads.known[head / u64::BITS as usize] |= 1 << (head % u64::BITS as usize);
        }
        heads
    }

    /// Whether a term begins as this one does.
    fn has(&self, term: u64) -> bool {
        let head = head(term, self.bits);
        self.known[head / u64::BITS as usize] >> (head % u64::BITS as usize) & 1 != 0
    }
}

/// The first bits of a term, as a number.
fn head(term: u64, bits: u32) -> usize {
    (term >> (u64::BITS - bits)) as usize
}

impl Vocabulary {
    /// A vocabulary of ascending term hashes.
    ///
    /// # Errors
    /// Where they do not ascend, or are too many.
    pub fn new(terms: Vec<u64>) -> Result<Self, VocabularyError> {
        if terms.len() >= u32::MAX as usize {
            return Err(VocabularyError::TooMany(terms.len()));
        }
        if let Some(at) = terms.windows(2).position(|pair| pair[0] >= pair[1]) {
            return Err(VocabularyError::Unsorted(at + 1));
        }
        let bits = (usize::BITS - terms.len().leading_zeros()).clamp(4, 24);
        Ok(Vocabulary {
            starts: starts_of(&terms, bits + 2),
            heads: Heads::of(&terms, bits + 6),
            terms,
            bits: bits + 2,
        })
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The term hashes, ascending.
    pub fn terms(&self) -> &[u64] {
        &self.terms
    }

    /// Calls `visit` for each of `terms` that is known, with its place there and its column. A look-up waits for memory
    /// up to three times; those of a batch wait together.
    pub(crate) fn columns(&self, terms: &[u64], mut visit: impl FnMut(usize, u32)) {
        const BATCH: usize = 64;
        let mut likely = [0; BATCH];
        let mut ranges = [(0, 0); BATCH];
        let mut firsts = [0; BATCH];
        for (batch, terms) in terms.chunks(BATCH).enumerate() {
            let mut count = 0;
            for (at, &term) in terms.iter().enumerate() {
                likely[count] = at;
                count += usize::from(self.heads.has(term));
            }
            let likely = &likely[..count];
            for (range, &at) in ranges.iter_mut().zip(likely) {
                let prefix = head(terms[at], self.bits);
                *range = (self.starts[prefix] as usize, self.starts[prefix + 1] as usize);
            }
            for (first, &(from, _)) in firsts.iter_mut().zip(&ranges[..count]) {
                *first = self.terms.get(from).copied().unwrap_or_default();
            }
            for ((&at, &first), &(from, to)) in likely.iter().zip(&firsts).zip(&ranges) {
                let term = terms[at];
                let found = if first >= term {
                    (from < to && first == term).then_some(from)
                } else {
                    (from + 1..to).find(|&rank| self.terms[rank] == term)
                };
                if let Some(rank) = found {
                    visit(batch * BATCH + at, rank as u32);
                }
            }
        }
    }

    /// The first column of each view, and the column after the last: view `v` has columns `bounds[v]..bounds[v + 1]`.
    pub fn view_bounds(&self) -> [u32; VIEWS + 1] {
        let mut bounds = [self.terms.len() as u32; VIEWS + 1];
        for view in View::ALL {
            bounds[view as usize] = self.terms.partition_point(|&term| View::of(term) < view) as u32;
        }
        bounds
    }
}

fn starts_of(terms: &[u64], bits: u32) -> Vec<u32> {
    let prefixes = 1_usize << bits;
    let mut starts = vec![0; prefixes + 1];
    for &term in terms {
        starts[head(term, bits) + 1] += 1;
    }
    for prefix in 0..prefixes {
        starts[prefix + 1] += starts[prefix];
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_column_is_the_rank_of_its_term(
            terms in prop::collection::btree_set(any::<u64>(), 0..200),
            others in prop::collection::vec(any::<u64>(), 0..50),
        ) {
            let sorted: Vec<u64> = terms.iter().copied().collect();
            let vocabulary = Vocabulary::new(sorted.clone()).unwrap();
            let asked: Vec<u64> = sorted.iter().copied().chain(others).collect();
            let mut found = Vec::new();
            vocabulary.columns(&asked, |at, column| found.push((at, column)));
            let expected: Vec<(usize, u32)> = asked
                .iter()
                .enumerate()
                .filter_map(|(at, term)| Some((at, sorted.binary_search(term).ok()? as u32)))
                .collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn unsorted_terms_are_refused() {
        assert_eq!(Vocabulary::new(vec![3, 2]), Err(VocabularyError::Unsorted(1)));
        assert_eq!(Vocabulary::new(vec![3, 3]), Err(VocabularyError::Unsorted(1)));
    }

    #[test]
    fn views_have_their_own_stretch_of_columns() {
        let vocabulary =
            Vocabulary::new(vec![View::Words.tag(9), View::Chars.tag(1), View::Chars.tag(99)]).unwrap();
        assert_eq!(vocabulary.view_bounds(), [0, 1, 1, 3, 3, 3, 3, 3]);
    }
}
