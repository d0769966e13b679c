//! Fitting a vocabulary in one pass over a corpus of any size.
//!
//! Term counts are dealt into buckets by the top bits of their hash. A bucket's terms fit the processor's cache, so
//! they are counted there without a miss each, buckets on different cores; and since buckets are in the order of
//! their hashes, columns and rows come out the same however many cores took part.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::featurizer::Featurizer;
use crate::options::FeatureOptions;
use crate::standard::Standard;
use crate::terms::TermCounts;
use crate::vectors::DIMENSIONS;
use crate::views::View;
use crate::vocabulary::Vocabulary;
use notis_learn::SparseRows;

/// Buckets; the top 3 bits tell views apart, so a single view fills an eighth of them.
const BUCKET_BITS: u32 = 12;

/// What one bucket holds: terms as they came, article by article.
#[derive(Debug, Default)]
struct Bucket {
    terms: Vec<u64>,
    rows: Vec<u32>,
    counts: Vec<u8>,
}

/// The terms of one bucket that are frequent enough, with the counts of each.
struct Counted {
    /// Ascending terms with the number of articles that hold each.
    terms: Vec<(u64, u32)>,
}

/// Builds a [`Featurizer`] and the rows it was fitted on, an article at a time.
#[derive(Debug)]
pub struct FeaturizerBuilder {
    options: FeatureOptions,
    buckets: Vec<Bucket>,
    rows: usize,
    /// The numbers of the dense views, article by article; empty where they are off.
    dense: Vec<f32>,
}

impl FeaturizerBuilder {
    /// A builder that has seen nothing.
    pub fn new(options: FeatureOptions) -> Self {
        let buckets = (0..1 << BUCKET_BITS).map(|_| Bucket::default()).collect();
        FeaturizerBuilder {
            options,
            buckets,
            rows: 0,
            dense: Vec::new(),
        }
    }

    /// The options it was made with.
    pub fn options(&self) -> &FeatureOptions {
        &self.options
    }

    /// How many articles it has seen.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether it has seen none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Adds an article: its row is the next one.
    pub fn add(&mut self, article: &TermCounts) {
        for &(term, count) in &article.counts {
            let bucket = &mut self.buckets[(term >> (u64::BITS - BUCKET_BITS)) as usize];
            bucket.terms.push(term);
            bucket.rows.push(self.rows as u32);
            bucket.counts.push(count as u8);
        }
        self.dense.extend_from_slice(&article.dense);
        self.rows += 1;
    }

    /// The featurizer, and the raw counts of every article added, in order; [`Featurizer::weigh`] turns them into
    /// TF-IDF rows.
    pub fn finish(self) -> (Featurizer, SparseRows) {
        self.finish_within(usize::MAX)
    }

    /// As [`Self::finish`], but with at most `most` terms, the most frequent ones, where the options allow more.
    pub fn finish_within(self, most: usize) -> (Featurizer, SparseRows) {
        let counted: Vec<Counted> = self
            .buckets
            .par_iter()
            .map(|bucket| bucket.count(self.options.min_df))
            .collect();
        let most = match self.options.max_terms {
            0 => most,
            limit => most.min(limit),
        };
        let frequencies = counted
            .iter()
            .flat_map(|bucket| bucket.terms.iter().map(|&(_, df)| df));
        let least = least_frequency(frequencies.collect(), self.options.min_df, most);
        let kept: Vec<(u64, u32)> = counted
            .into_iter()
            .flat_map(|bucket| bucket.terms)
            .filter(|&(_, df)| df >= least)
            .collect();
        let mut rows = self.rows_over(&kept);
        let (mut terms, mut frequencies): (Vec<u64>, Vec<u32>) = kept.into_iter().unzip();
        let views = &self.options.views;
        if views.dense_width() > 0 {
            rows = rows.beside(&self.dense, views.dense_width());
            let meaning = 0..u64::from(views.meaning) * DIMENSIONS as u64;
            terms.extend(meaning.map(|number| View::Meaning.number(number)));
            terms.extend((0..u64::from(views.encoded)).map(|number| View::Encoded.number(number)));
            frequencies.resize(terms.len(), 0);
        }
        let vocabulary =
            Vocabulary::new(terms).unwrap_or_else(|error| unreachable!("buckets are sorted: {error}"));
        let standard = self.standard();
        (
            Featurizer::new(self.options, vocabulary, frequencies, self.rows as u32, standard),
            rows,
        )
    }

    /// What the encoder's numbers, the last of the dense ones, are measured by.
    fn standard(&self) -> Standard {
        let views = &self.options.views;
        let encoded = usize::from(views.encoded);
        let before = views.dense_width() - encoded;
        let vectors = self.dense.chunks(views.dense_width().max(1));
        Standard::of(vectors.map(|numbers| &numbers[before..]), encoded)
    }

    /// The rows over the terms kept, whose order is that of the columns.
    fn rows_over(&self, kept: &[(u64, u32)]) -> SparseRows {
        let first_of = |bucket: usize| {
            kept.partition_point(|&(term, _)| term >> (u64::BITS - BUCKET_BITS) < bucket as u64)
        };
        let columns: Vec<Vec<u32>> = self
            .buckets
            .par_iter()
            .enumerate()
            .map(|(at, bucket)| bucket.columns(&kept[first_of(at)..first_of(at + 1)], first_of(at) as u32))
            .collect();
        let mut offsets = vec![0_usize; self.rows + 1];
        for (bucket, columns) in self.buckets.iter().zip(&columns) {
            for (&row, _) in bucket
                .rows
                .iter()
                .zip(columns)
                .filter(|&(_, &column)| column != UNKEPT)
            {
                offsets[row as usize + 1] += 1;
            }
        }
        for row in 0..self.rows {
            offsets[row + 1] += offsets[row];
        }
        self.fill(offsets, &columns, kept.len())
    }

    fn fill(&self, offsets: Vec<usize>, columns: &[Vec<u32>], width: usize) -> SparseRows {
        let stored = offsets.last().copied().unwrap_or_default();
        let (mut indices, mut values) = (vec![0; stored], vec![0.0; stored]);
        let mut next = offsets.clone();
        for (bucket, columns) in self.buckets.iter().zip(columns) {
            // A row's columns within a bucket ascend, for its terms were added in ascending order.
            for ((&row, &count), &column) in bucket.rows.iter().zip(&bucket.counts).zip(columns) {
                if column != UNKEPT {
                    let at = &mut next[row as usize];
                    indices[*at] = column;
                    values[*at] = f32::from(count);
                    *at += 1;
                }
            }
        }
        SparseRows::from_parts(width, offsets, indices, values)
    }
}

const UNKEPT: u32 = u32::MAX;

impl Bucket {
    fn count(&self, min_df: u32) -> Counted {
        let mut frequency: FxHashMap<u64, u32> = FxHashMap::default();
        for &term in &self.terms {
            *frequency.entry(term).or_default() += 1;
        }
        let mut terms: Vec<(u64, u32)> = frequency.into_iter().filter(|&(_, df)| df >= min_df).collect();
        terms.sort_unstable();
        Counted { terms }
    }

    /// The column of each entry; `kept` are this bucket's terms, the first of which has column `first`.
    fn columns(&self, kept: &[(u64, u32)], first: u32) -> Vec<u32> {
        let column: FxHashMap<u64, u32> = kept
            .iter()
            .zip(first..)
            .map(|(&(term, _), column)| (term, column))
            .collect();
        self.terms
            .iter()
            .map(|term| column.get(term).copied().unwrap_or(UNKEPT))
            .collect()
    }
}

/// The least document frequency that leaves at most `most` of the terms with these frequencies, `min_df` or more each.
pub fn least_frequency(mut frequencies: Vec<u32>, min_df: u32, most: usize) -> u32 {
    if frequencies.len() <= most {
        return min_df;
    }
    let (_, &mut first_left_out, _) = frequencies.select_nth_unstable_by(most, |a, b| b.cmp(a));
    first_left_out + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{TEXTS, fitted};

    #[test]
    fn rows_hold_ascending_columns_and_counts() {
        let (featurizer, rows) = fitted(FeatureOptions {
            min_df: 1,
            ..FeatureOptions::default()
        });
        assert_eq!((rows.len(), rows.columns()), (3, featurizer.vocabulary().len()));
        assert!(rows.iter().all(|row| row.indices.is_sorted()));
        assert!(rows.row(1).values.contains(&2.0), "«ferja» stands twice");
    }

    #[test]
    fn rare_terms_are_left_out() {
        let (featurizer, rows) = fitted(FeatureOptions {
            min_df: 2,
            ..FeatureOptions::default()
        });
        assert_eq!(featurizer.vocabulary().len(), 1);
        assert_eq!(rows.row(2).indices.len(), 0);
    }

    #[test]
    fn the_limit_keeps_the_most_frequent_terms() {
        let (featurizer, _) = fitted(FeatureOptions {
            min_df: 1,
            max_terms: 5,
            ..FeatureOptions::default()
        });
        assert_eq!(
            featurizer.vocabulary().len(),
            1,
            "all others tie at one article and do not fit"
        );
        let mut builder = FeaturizerBuilder::new(FeatureOptions {
            min_df: 1,
            ..FeatureOptions::default()
        });
        for text in TEXTS {
            builder.add(&builder.options.views.terms(&notis_text::analyze(text, None)));
        }
        assert_eq!(builder.finish_within(5).0.vocabulary().len(), 1);
    }

    #[test]
    fn any_number_of_threads_gives_the_same() {
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let options = FeatureOptions {
            min_df: 1,
            ..FeatureOptions::default()
        };
        let (one, rows) = alone.install(|| fitted(options.clone()));
        assert_eq!((one, rows), fitted(options));
    }
}
