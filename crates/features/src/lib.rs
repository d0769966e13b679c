//! Sparse features of Norwegian text: which terms an article holds, how rare each is, and the TF-IDF rows that the
//! topic models learn from.
//!
//! A [`Featurizer`] is fitted once on a training corpus and then frozen: its vocabulary and document frequencies
//! travel with the model, so that an article gets the same row alone and among thousands. [`Background`] is what is
//! known of Norwegian words without any training corpus.
//!
//! ```
//! use notis_features::{FeatureOptions, FeaturizerBuilder};
//!
//! let options = FeatureOptions { min_df: 1, ..FeatureOptions::default() };
//! let mut builder = FeaturizerBuilder::new(options.clone());
//! for text in ["Ferja gjekk ikkje i natt.", "Regjeringen la fram budsjettet."] {
//!     builder.add(&options.views.terms(&notis_text::analyze(text, None)));
//! }
//! let (featurizer, rows) = builder.finish();
//! assert_eq!(rows.len(), 2);
//! let row = featurizer.transform(&notis_text::analyze("Ferja kom aldri.", None));
//! assert_eq!(row.indices.len(), 1);
//! ```

mod background;
mod builder;
mod cache;
mod column_cache;
mod compounds;
mod content;
mod featurizer;
#[cfg(test)]
mod fixture;
mod letters;
mod occurrences;
mod options;
mod standard;
mod statistics;
mod tally;
mod terms;
mod transform;
mod vectors;
mod views;
mod vocabulary;

pub use background::{Background, BackgroundBuilder, BackgroundError, Form};
pub use builder::{FeaturizerBuilder, least_frequency};
pub use cache::WordCache;
pub use content::Content;
pub use featurizer::{Featurizer, FrozenTerms};
pub use notis_learn::{RowView, SparseRow, SparseRows};
pub use occurrences::{Occurrence, Occurrences};
pub use options::{FeatureOptions, TermFrequency};
pub use statistics::{Count, ONE, Of, TermStatistics, damped};
pub use terms::TermCounts;
pub use vectors::{DIMENSIONS, VectorBuilder, VectorError, WordVectors};
pub use views::{VIEWS, View, ViewSet};
pub use vocabulary::{Vocabulary, VocabularyError};
