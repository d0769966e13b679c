//! Texts as rows of numbers, for learners outside.

use notis_features::{FeatureOptions, Featurizer, FeaturizerBuilder, FrozenTerms, TermFrequency};
use notis_topics::container::{Array, Container, ContainerError};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub use notis_learn::{RowView, SparseRow, SparseRows};

use crate::error::Cause;
use crate::{Article, Error, Features};

/// Texts analysed side by side.
const BATCH: usize = 512;

/// What a [`Vectorizer`] counts, and how it weighs that.
#[derive(Clone, Debug, PartialEq)]
pub struct VectorizerOptions {
    /// The kinds of terms; those that need an encoder are not made here.
    pub features: Features,
    /// Whether a term's count weighs by its logarithm.
    pub sublinear: bool,
    /// Whether rare terms weigh more.
    pub idf: bool,
    /// The fewest articles a term must stand in.
    pub min_df: u32,
    /// The most terms kept, the most frequent first; 0 is no limit.
    pub max_terms: usize,
}

impl Default for VectorizerOptions {
    fn default() -> Self {
        let FeatureOptions {
            views,
            idf,
            min_df,
            max_terms,
            ..
        } = FeatureOptions::default();
        VectorizerOptions {
            features: Features(views),
            sublinear: true,
            idf,
            min_df,
            max_terms,
        }
    }
}

impl VectorizerOptions {
    fn checked(&self) -> Result<FeatureOptions, Error> {
        if self.features.0.encoded > 0 {
            let text = "a vectorizer has no encoder; leave e5 out of the features";
            return Err(Error::Options(text.to_owned()));
        }
        Ok(FeatureOptions {
            views: self.features.0.clone(),
            term_frequency: if self.sublinear {
                TermFrequency::Sublinear
            } else {
                TermFrequency::Raw
            },
            idf: self.idf,
            min_df: self.min_df,
            max_terms: self.max_terms,
            ..FeatureOptions::default()
        })
    }
}

/// Turns articles into TF-IDF rows of length 1. Vocabulary and document frequencies are frozen when it is fitted, so an
/// article gets the same row alone and among thousands.
///
/// ```
/// use notis::{Article, Vectorizer, VectorizerOptions};
///
/// let articles = ["Ferja gjekk ikkje i natt.", "Ferja kom til kai."]
///     .map(|text| Article { text: text.into(), ..Article::default() });
/// let options = VectorizerOptions { min_df: 1, ..VectorizerOptions::default() };
/// let (vectorizer, rows) = Vectorizer::fit(&articles, &options)?;
/// assert_eq!(rows, vectorizer.transform(&articles));
/// assert_eq!(notis::Vectorizer::from_bytes(&vectorizer.to_bytes())?, vectorizer);
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Vectorizer(Featurizer);

/// What the head of a stored vectorizer says.
#[derive(Serialize, Deserialize)]
struct Head {
    options: FeatureOptions,
    articles: u32,
}

const HEAD: &str = "vectorizer";

impl Vectorizer {
    /// Fits it to articles, and gives their rows.
    ///
    /// # Errors
    /// Where the options ask for an encoder.
    pub fn fit(articles: &[Article], options: &VectorizerOptions) -> Result<(Self, SparseRows), Error> {
        let options = options.checked()?;
        let mut builder = FeaturizerBuilder::new(options.clone());
        for batch in articles.chunks(BATCH) {
            let terms = batch
                .par_iter()
                .map(|article| options.views.terms(&notis_topics::analyzed(article)));
            terms
                .collect::<Vec<_>>()
                .iter()
                .for_each(|terms| builder.add(terms));
        }
        let (featurizer, mut rows) = builder.finish();
        featurizer.weigh(&mut rows);
        Ok((Vectorizer(featurizer), rows))
    }

    /// The rows of articles.
    pub fn transform(&self, articles: &[Article]) -> SparseRows {
        let row = |article: &Article| self.0.transform(&notis_topics::analyzed(article));
        let mut rows = SparseRows::new(self.columns());
        let found: Vec<SparseRow> = articles.par_iter().map(row).collect();
        found.iter().for_each(|row| rows.push(row.view()));
        rows
    }

    /// How many columns its rows have.
    pub fn columns(&self) -> usize {
        self.0.vocabulary().len()
    }

    /// In how many of the articles it was fitted on the term of each column stands.
    pub fn document_frequencies(&self) -> Vec<u32> {
        self.0.freeze().frequencies
    }

    /// It as bytes; the same vectorizer gives the same.
    pub fn to_bytes(&self) -> Vec<u8> {
        let frozen = self.0.freeze();
        let mut container = Container::default();
        container.put(
            HEAD,
            &Head {
                options: self.0.options().clone(),
                articles: frozen.articles,
            },
        );
        container
            .arrays
            .insert("terms".to_owned(), Array::U64(frozen.terms));
        container
            .arrays
            .insert("frequencies".to_owned(), Array::U32(frozen.frequencies));
        container.to_bytes()
    }

    /// The vectorizer that these bytes hold.
    ///
    /// # Errors
    /// Where they hold none, or a damaged one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        thawed(bytes).map_err(|error| {
            let text = format!("these bytes hold no whole vectorizer: {error}");
            Error::Model(Cause::of(text))
        })
    }
}

fn thawed(bytes: &[u8]) -> Result<Vectorizer, ContainerError> {
    let mut container = Container::from_bytes(bytes)?;
    let Head { options, articles } = container.get(HEAD)?;
    let frozen = FrozenTerms {
        terms: container.take("terms")?,
        frequencies: container.take("frequencies")?,
        articles,
        standard: Vec::new(),
    };
    let featurizer = Featurizer::thaw(options, frozen);
    featurizer
        .map(Vectorizer)
        .map_err(|error| ContainerError::Structure(error.to_string()))
}
