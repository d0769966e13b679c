//! TF-IDF rows with frozen document frequencies (Salton & Buckley 1988).

use std::sync::atomic::{AtomicU64, Ordering};

use libm::logf;
use notis_text::Analysis;

use crate::content::Content;
use crate::options::FeatureOptions;
use crate::standard::Standard;
use crate::terms::MOST_COUNTED;
use crate::vectors::DIMENSIONS;
use crate::views::{VIEWS, View};
use crate::vocabulary::{Vocabulary, VocabularyError};
use notis_learn::{RowView, SparseRow, SparseRows};

/// The parts of a featurizer that a model file stores.
#[derive(Clone, Debug, PartialEq)]
pub struct FrozenTerms {
    /// Ascending term hashes.
    pub terms: Vec<u64>,
    /// In how many articles of the training corpus each stands.
    pub frequencies: Vec<u32>,
    /// How many articles the training corpus had.
    pub articles: u32,
    /// The means of the numbers of the encoder's vector over that corpus, then their spreads; empty without an encoder.
    pub standard: Vec<f32>,
}

/// A vocabulary with frozen document frequencies, that turns articles into rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Featurizer {
    options: FeatureOptions,
    vocabulary: Vocabulary,
    frequencies: Vec<u32>,
    articles: u32,
    idf: Vec<f32>,
    /// What each count up to [`MOST_COUNTED`] is damped to.
    damped: Vec<f32>,
    bounds: [u32; VIEWS + 1],
    /// What the encoder's numbers are measured by.
    standard: Standard,
    identity: Identity,
}

/// Tells the featurizers of a process apart; it is no part of what they are, so all are equal.
#[derive(Clone, Copy, Debug)]
struct Identity(u64);

impl Identity {
    fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Identity(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl PartialEq for Identity {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Featurizer {
    pub(crate) fn new(
        options: FeatureOptions,
        vocabulary: Vocabulary,
        frequencies: Vec<u32>,
        articles: u32,
        standard: Standard,
    ) -> Self {
        let idf = if options.idf {
            inverse_frequencies(&frequencies, articles)
        } else {
            vec![1.0; frequencies.len()]
        };
        Featurizer {
            bounds: vocabulary.view_bounds(),
            damped: (0..=MOST_COUNTED)
                .map(|count| options.term_frequency.damp(count as f32))
                .collect(),
            identity: Identity::new(),
            options,
            vocabulary,
            frequencies,
            articles,
            idf,
            standard,
        }
    }

    /// The featurizer that was frozen as `frozen`.
    ///
    /// # Errors
    /// Where the terms are no vocabulary.
    pub fn thaw(options: FeatureOptions, mut frozen: FrozenTerms) -> Result<Self, VocabularyError> {
        frozen.frequencies.resize(frozen.terms.len(), 0);
        let vocabulary = Vocabulary::new(frozen.terms)?;
        let bounds = vocabulary.view_bounds();
        let columns = |view: View| (bounds[view as usize + 1] - bounds[view as usize]) as usize;
        let (meaning, encoded) = (columns(View::Meaning), columns(View::Encoded));
        if options.views.meaning && meaning != DIMENSIONS || encoded != usize::from(options.views.encoded) {
            return Err(VocabularyError::Meaning(meaning + encoded));
        }
        let standard = Standard::thaw(&frozen.standard);
        if standard.width() != encoded {
            return Err(VocabularyError::Meaning(standard.width()));
        }
        Ok(Featurizer::new(
            options,
            vocabulary,
            frozen.frequencies,
            frozen.articles,
            standard,
        ))
    }

    /// What a model file stores of it, beside its options.
    pub fn freeze(&self) -> FrozenTerms {
        FrozenTerms {
            terms: self.vocabulary.terms().to_vec(),
            frequencies: self.frequencies.clone(),
            articles: self.articles,
            standard: self.standard.freeze(),
        }
    }

    /// Its options.
    pub fn options(&self) -> &FeatureOptions {
        &self.options
    }

    /// How much each column weighs for being rare.
    pub fn idf(&self) -> &[f32] {
        &self.idf
    }

    /// What tells it from every other featurizer of this process, but not from its clones.
    pub(crate) fn identity(&self) -> u64 {
        self.identity.0
    }

    /// Its terms.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The same terms weighed in another way; the views counted stay.
    pub fn with_options(&self, options: FeatureOptions) -> Featurizer {
        Featurizer::new(
            options,
            self.vocabulary.clone(),
            self.frequencies.clone(),
            self.articles,
            self.standard.clone(),
        )
    }

    /// The same terms weighed as `options` say, without the views that weigh nothing, and `counts` over the columns
    /// that are left.
    pub fn narrowed(&self, mut options: FeatureOptions, counts: SparseRows) -> (Featurizer, SparseRows) {
        let kept: Vec<View> = View::ALL
            .into_iter()
            .filter(|&view| self.options.views.has(view) && options.weights[view as usize] > 0.0)
            .collect();
        options.views = self.options.views.only(&kept);
        let keeps = |column: &usize| kept.contains(&View::of(self.vocabulary.terms()[*column]));
        let columns: Vec<usize> = (0..self.vocabulary.len()).filter(keeps).collect();
        if columns.len() == self.vocabulary.len() {
            return (self.with_options(options), counts);
        }
        let narrow = self.over(&columns, options);
        (narrow, counts.keep_columns(&columns))
    }

    /// The same, but of the terms in some columns alone, which must ascend and hold all of the dense views.
    ///
    /// # Panics
    /// Where they do not.
    pub fn of_columns(&self, columns: &[usize]) -> Featurizer {
        self.over(columns, self.options.clone())
    }

    fn over(&self, columns: &[usize], options: FeatureOptions) -> Featurizer {
        let frozen = FrozenTerms {
            terms: columns
                .iter()
                .map(|&column| self.vocabulary.terms()[column])
                .collect(),
            frequencies: columns.iter().map(|&column| self.frequencies[column]).collect(),
            articles: self.articles,
            standard: if options.views.encoded > 0 {
                self.standard.freeze()
            } else {
                Vec::new()
            },
        };
        Featurizer::thaw(options, frozen).unwrap_or_else(|error| unreachable!("still sorted: {error}"))
    }

    /// The columns of the encoder's vector, see [`View::Encoded`].
    pub fn encoded_columns(&self) -> std::ops::Range<u32> {
        self.columns_of(View::Encoded)
    }

    /// How many values of `rows` are of `view`.
    pub fn stored_of(&self, view: View, rows: &SparseRows) -> usize {
        let columns = self.columns_of(view);
        let stored = |row: RowView<'_>| {
            let before = |column| row.indices.partition_point(|&index| index < column);
            before(columns.end) - before(columns.start)
        };
        rows.iter().map(stored).sum()
    }

    pub(crate) fn columns_of(&self, view: View) -> std::ops::Range<u32> {
        self.bounds[view as usize]..self.bounds[view as usize + 1]
    }

    /// The first column of the dense views; the columns before are terms, whose values are never below 0.
    pub fn first_dense(&self) -> u32 {
        self.bounds[View::Meaning as usize]
    }

    /// How a row's part of word vectors comes from the sum of its words' vectors: the factor between them.
    pub fn meaning_factor(&self, analysis: &Analysis<'_>, row: &SparseRow) -> f32 {
        let length = |numbers: &[f32]| numbers.iter().map(|x| x * x).sum::<f32>().sqrt();
        let from = row.indices.partition_point(|&column| column < self.first_dense());
        let to = row
            .indices
            .partition_point(|&column| column < self.encoded_columns().start);
        let sum = length(&self.options.views.meaning_of(&Content::of(analysis)));
        if sum > 0.0 {
            length(&row.values[from..to]) / sum
        } else {
            0.0
        }
    }

    /// The raw counts of an article whose ascending terms were counted before; terms that are not in the vocabulary are
    /// passed over.
    pub fn row_of_counts(&self, terms: &[u64], counts: &[u8]) -> SparseRow {
        let mut row = SparseRow::default();
        self.vocabulary.columns(terms, |place, column| {
            row.indices.push(column);
            row.values.push(f32::from(counts[place]));
        });
        row
    }

    /// Turns raw counts, whole numbers up to 255, into TF-IDF rows, in place.
    pub fn weigh(&self, rows: &mut SparseRows) {
        for index in 0..rows.len() {
            let (indices, values) = rows.row_mut(index);
            self.weigh_row(indices, values);
        }
    }

    /// Raw counts as TF-IDF rows.
    pub fn weighed(&self, counts: &SparseRows) -> SparseRows {
        let mut rows = counts.clone();
        self.weigh(&mut rows);
        rows
    }

    /// The encoder's numbers are standardised; each view's share is brought to the length of its weight, then the whole
    /// row to length 1.
    pub(crate) fn weigh_row(&self, indices: &[u32], values: &mut [f32]) {
        let sparse = indices.partition_point(|&column| column < self.first_dense());
        for (value, &column) in values[..sparse].iter_mut().zip(indices) {
            *value = self.damped[*value as usize] * self.idf[column as usize];
        }
        let encoded = indices.partition_point(|&column| column < self.encoded_columns().start);
        self.standard.apply(&mut values[encoded..]);
        let mut from = 0;
        let mut total = 0.0;
        for view in View::ALL {
            let to =
                from + indices[from..].partition_point(|&column| column < self.bounds[view as usize + 1]);
            let weight = self.options.weights[view as usize];
            total += scale_to(&mut values[from..to], weight);
            from = to;
        }
        let whole = total.sqrt();
        if whole > 0.0 {
            values.iter_mut().for_each(|value| *value /= whole);
        }
    }
}

/// Scales `values` to length `length`; gives the square of the length reached (0 where there is no value).
fn scale_to(values: &mut [f32], length: f32) -> f32 {
    let norm = values.iter().map(|v| v * v).sum::<f32>().sqrt();
    if norm == 0.0 {
        return 0.0;
    }
    values.iter_mut().for_each(|value| *value *= length / norm);
    length * length
}

/// Most terms share their frequency with thousands of others: one logarithm serves them all.
fn inverse_frequencies(frequencies: &[u32], articles: u32) -> Vec<f32> {
    let all = 1.0 + articles as f32;
    let inverse = |df: u32| logf(all / (1.0 + df as f32)) + 1.0;
    let common: Vec<f32> = (0..articles).take(frequencies.len() / 2).map(inverse).collect();
    frequencies
        .iter()
        .map(|&df| common.get(df as usize).copied().unwrap_or_else(|| inverse(df)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ViewSet;
    use crate::fixture::{self, TEXTS};
    use notis_text::analyze;

    fn fitted(views: ViewSet) -> (Featurizer, SparseRows) {
        fixture::fitted(FeatureOptions {
            views,
            min_df: 1,
            ..FeatureOptions::default()
        })
    }

    #[test]
    fn an_article_gets_the_same_row_alone_and_in_training() {
        for chars in [None, Some((3, 5))] {
            let (featurizer, counts) = fitted(ViewSet {
                chars,
                meaning: chars.is_some(),
                stems: true,
                ..ViewSet::default()
            });
            let rows = featurizer.weighed(&counts);
            for (index, text) in TEXTS.iter().enumerate() {
                assert_eq!(featurizer.transform(&analyze(text, None)).view(), rows.row(index));
            }
        }
    }

    #[test]
    fn rows_have_length_one_or_are_empty() {
        let (featurizer, counts) = fitted(ViewSet {
            chars: Some((3, 4)),
            ..ViewSet::default()
        });
        for row in featurizer.weighed(&counts).iter() {
            assert!((row.squared_norm() - 1.0).abs() < 1e-6);
        }
        assert_eq!(featurizer.transform(&analyze("xyz", None)).indices.len(), 0);
    }

    #[test]
    fn what_was_frozen_thaws_to_the_same() {
        let (featurizer, _) = fitted(ViewSet::default());
        let thawed = Featurizer::thaw(featurizer.options().clone(), featurizer.freeze()).unwrap();
        assert_eq!(thawed, featurizer);
    }

    #[test]
    fn word_vectors_without_their_columns_are_refused() {
        let (featurizer, _) = fitted(ViewSet::default());
        let mut options = featurizer.options().clone();
        options.views.meaning = true;
        let thawed = Featurizer::thaw(options, featurizer.freeze());
        assert_eq!(thawed, Err(VocabularyError::Meaning(0)));
    }

    #[test]
    fn rare_words_weigh_more() {
        let (featurizer, _) = fitted(ViewSet {
            words: 1,
            ..ViewSet::default()
        });
        let row = featurizer.transform(&analyze("ferja gjekk", None));
        let mut values = row.values;
        values.sort_by(f32::total_cmp);
        assert!(
            values[0] < values[1],
            "«ferja» stands in two of three articles, «gjekk» in one"
        );
    }
}
