//! A sample of the labelled articles, as rows of counts: learners that draw a margin need rows and not sums, and
//! probabilities are set on rows.
//!
//! In it are the articles whose texts have the smallest hashes (bottom-k sampling, Cohen & Kaplan 2007): a hash is as good as
//! a draw, and the smallest of all are found among the smallest of each part. So the sample of the whole is the same
//! whichever way the corpus was parted, like every sum. A text that is there several times is in it once.

use std::sync::Arc;

use notis_corpus::Article;
use notis_features::TermCounts;
use notis_text::Analysis;

use crate::model::text_hash;
use crate::prose::share_in_sentences;

/// How many articles a sample has unless another number is asked for: with pairs of words some 35 MB of a file (reckoned:
/// 700 terms of 5 bytes each). It was not tuned; `crates/python/benches/sample.py` measures what a number costs in F1.
pub const USUAL_SAMPLE: usize = 10_000;

/// What shares in sentences are counted in.
const SHARES: f64 = 10_000.0;

/// What is kept of one article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    /// The hash of its text, whatever white space is in it.
    pub(crate) key: u64,
    /// The topics it is about, ascending.
    pub(crate) labels: Vec<String>,
    /// How many words it has, its title's among them.
    pub(crate) words: u32,
    /// How many ten-thousandths of its words stand in whole sentences, where it is long enough to tell.
    pub(crate) prose: Option<u32>,
    /// Its terms, ascending.
    pub(crate) terms: Vec<u64>,
    /// How often each stands in it.
    pub(crate) counts: Vec<u8>,
}

impl Row {
    pub(super) fn of(
        article: &Article,
        labels: &[String],
        analysis: &Analysis<'_>,
        terms: &TermCounts,
    ) -> Self {
        let share = share_in_sentences(analysis);
        Row {
            key: text_hash(&article.text),
            labels: labels.to_vec(),
            words: (analysis.tokens.len() + analysis.title_tokens.len()) as u32,
            prose: share.map(|share| libm::round(share * SHARES) as u32),
            terms: terms.iter().map(|(term, _)| term).collect(),
            counts: terms.iter().map(|(_, count)| count as u8).collect(),
        }
    }

    /// The share of its words in whole sentences.
    pub(crate) fn share_in_sentences(&self) -> Option<f64> {
        self.prose.map(|shares| f64::from(shares) / SHARES)
    }
}

/// The rows with the smallest keys, ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sample {
    /// How many there may be.
    pub(super) most: usize,
    pub(super) rows: Vec<Arc<Row>>,
}

impl Sample {
    /// One without rows, which may have so many.
    pub(super) fn none(most: usize) -> Self {
        Sample {
            most,
            rows: Vec::new(),
        }
    }

    /// One of the same size, which is not 0 where there is a row, that holds this row.
    pub(super) fn with(&self, row: Option<Row>) -> Self {
        Sample {
            most: self.most,
            rows: row.map(Arc::new).into_iter().collect(),
        }
    }

    /// That of both together: no more rows than either may have. Of two rows of one text the lesser stays.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let most = self.most.min(other.most);
        let mut rows = Vec::with_capacity(most.min(self.rows.len() + other.rows.len()));
        let (mut own, mut others) = (self.rows.iter().peekable(), other.rows.iter().peekable());
        while rows.len() < most {
            let next = match (own.peek(), others.peek()) {
                (Some(a), Some(b)) if a.key == b.key => {
                    let least = (*a).min(*b);
                    own.next();
                    others.next();
                    Some(least)
                }
                (Some(a), Some(b)) if a.key < b.key => own.next(),
                (Some(_), None) => own.next(),
                _ => others.next(),
            };
            let Some(row) = next else { break };
            rows.push(row.clone());
        }
        Sample { most, rows }
    }

    pub(crate) fn rows(&self) -> &[Arc<Row>] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample(most: usize, keys: &[(u64, u32)]) -> Sample {
        let row = |&(key, words): &(u64, u32)| Row {
            key,
            labels: vec!["laks".to_owned()],
            words,
            prose: None,
            terms: vec![1, key + 2],
            counts: vec![1, 1],
        };
        let one = |key| Sample::none(most).with(Some(row(key)));
        keys.iter()
            .fold(Sample::none(most), |sum, key| sum.plus(&one(key)))
    }

    #[test]
    fn a_text_is_there_once_and_the_smallest_stay() {
        let found = sample(2, &[(5, 1), (3, 2), (9, 1), (3, 1)]);
        let keys: Vec<_> = found.rows.iter().map(|row| (row.key, row.words)).collect();
        assert_eq!(keys, [(3, 1), (5, 1)]);
        assert_eq!(found.plus(&sample(1, &[(4, 1)])).rows.len(), 1);
        assert_eq!(found.plus(&Sample::none(0)), Sample::none(0));
    }

    proptest! {
        #[test]
        fn samples_add_up_in_any_order(
            keys in prop::collection::vec((0_u64..12, 0_u32..3), 0..20), cut in 0_usize..20, most in 0_usize..8,
        ) {
            let (first, second) = keys.split_at(cut.min(keys.len()));
            let sum = sample(most, second).plus(&sample(most, first));
            prop_assert_eq!(sum, sample(most, &keys));
        }
    }
}
