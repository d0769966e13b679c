//! What a part of a corpus tells of terms, in whole numbers: parts add up to exactly the numbers of the whole, whichever
//! way it was parted and in whichever order the parts come.

use crate::options::TermFrequency;
use crate::terms::{MOST_COUNTED, TermCounts};

/// What a whole number of [`Of::Rows`] counts in: one, damped to 1 + ln(count), is this much. Class sums of 10⁸ articles
/// stay far below 2^63, and rounding is off by less than a single-precision number is.
pub const ONE: u64 = 1 << 24;

/// What a number tells of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// In how many articles it stands.
    Articles,
    /// The damped counts in all labelled articles, summed.
    Rows,
    /// The damped counts in the articles of a class, summed.
    Class(u32),
}

/// A number of one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The term's hash.
    pub term: u64,
    /// What is counted.
    pub of: Of,
    /// How much, above 0.
    pub number: u64,
}

/// Numbers of terms, by term and then by what they tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermStatistics(Vec<Count>);

impl TermStatistics {
    /// Those of one article; `classes` are the classes it is labelled with, `None` where nobody labelled it.
    pub fn of(article: &TermCounts, classes: Option<&[u32]>) -> Self {
        let mut counts = Vec::with_capacity(article.len() * 3);
        for &(term, count) in &article.counts {
            counts.push(Count {
                term,
                of: Of::Articles,
                number: 1,
            });
            let Some(classes) = classes else { continue };
            let number = damped(count);
            let of_classes = classes.iter().map(|&class| Of::Class(class));
            let sums = std::iter::once(Of::Rows).chain(of_classes);
            counts.extend(sums.map(|of| Count { term, of, number }));
        }
        TermStatistics::sorted(counts)
    }

    /// Numbers in any order, of which those that tell the same are added up.
    pub fn sorted(mut counts: Vec<Count>) -> Self {
        counts.sort_unstable_by_key(|count| (count.term, count.of));
        let mut out = TermStatistics::default();
        counts.into_iter().for_each(|count| out.add_last(count));
        out
    }

    /// Both together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut out = TermStatistics(Vec::with_capacity(self.0.len() + other.0.len()));
        let (mut own, mut others) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            let next = match (own.peek(), others.peek()) {
                (Some(a), Some(b)) if (a.term, a.of) <= (b.term, b.of) => own.next(),
                (Some(_), None) => own.next(),
                _ => others.next(),
            };
            let Some(&count) = next else { return out };
            out.add_last(count);
        }
    }

    fn add_last(&mut self, count: Count) {
        match self.0.last_mut() {
            Some(last) if (last.term, last.of) == (count.term, count.of) => last.number += count.number,
            _ => self.0.push(count),
        }
    }

    /// The same with class `c` called `names[c]`, which must ascend.
    pub fn renumber(&mut self, names: &[u32]) {
        for count in &mut self.0 {
            if let Of::Class(class) = &mut count.of {
                *class = names[*class as usize];
            }
        }
    }

    /// The numbers, by term and then by what they tell.
    pub fn counts(&self) -> &[Count] {
        &self.0
    }

    /// The numbers of each term.
    pub fn terms(&self) -> impl Iterator<Item = &[Count]> {
        self.0.chunk_by(|a, b| a.term == b.term)
    }
}

/// 1 + ln(count), as a whole number of [`ONE`]ths: what an article adds to a sum for a term that stands in it so often.
///
/// ```
/// use notis_features::{ONE, damped};
/// assert_eq!(damped(1), ONE);
/// assert!(damped(2) > ONE && damped(2) < 2 * ONE);
/// ```
pub fn damped(count: u32) -> u64 {
    let count = count.clamp(1, MOST_COUNTED) as f32;
    libm::round(f64::from(TermFrequency::Sublinear.damp(count)) * ONE as f64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn statistics(counts: &[(u64, u32)], classes: Option<&[u32]>) -> TermStatistics {
        let article = TermCounts {
            counts: counts.to_vec(),
            dense: Vec::new(),
        };
        TermStatistics::of(&article, classes)
    }

    #[test]
    fn an_article_counts_once_and_its_words_by_their_logarithm() {
        let counted = statistics(&[(7, 1), (9, 3)], Some(&[2]));
        let numbers: Vec<_> = counted
            .counts()
            .iter()
            .map(|c| (c.term, c.of, c.number))
            .collect();
        let three = (f64::from(1.0 + libm::logf(3.0)) * ONE as f64).round() as u64;
        assert_eq!(
            numbers[..3],
            [(7, Of::Articles, 1), (7, Of::Rows, ONE), (7, Of::Class(2), ONE)]
        );
        assert_eq!(numbers[5], (9, Of::Class(2), three));
    }

    #[test]
    fn an_unlabelled_article_counts_for_frequencies_alone() {
        assert_eq!(
            statistics(&[(7, 4)], None).counts(),
            [Count {
                term: 7,
                of: Of::Articles,
                number: 1
            }]
        );
    }

    proptest! {
        #[test]
        fn parts_add_up_in_any_order(
            articles in prop::collection::vec(prop::collection::btree_map(0_u64..9, 1_u32..5, 0..6), 0..12),
            cut in 0_usize..12,
        ) {
            let of = |(at, terms): (usize, &std::collections::BTreeMap<u64, u32>)| {
                let terms: Vec<_> = terms.iter().map(|(&term, &count)| (term, count)).collect();
                statistics(&terms, Some(&[at as u32 % 3]))
            };
            let all: Vec<_> = articles.iter().enumerate().map(of).collect();
            let sum = |parts: &[TermStatistics]| {
                parts.iter().fold(TermStatistics::default(), |sum, part| sum.plus(part))
            };
            let (first, second) = all.split_at(cut.min(all.len()));
            prop_assert_eq!(sum(second).plus(&sum(first)), sum(&all));
        }
    }
}
