//! What can go wrong.

use std::path::PathBuf;

use crate::DefinitionsError;

/// Why training ended without a model.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The corpus cannot be read.
    #[error(transparent)]
    Corpus(Box<dyn std::error::Error + Send + Sync>),
    /// The definitions are wrong.
    #[error(transparent)]
    Definitions(#[from] DefinitionsError),
    /// A label that no definition names.
    #[error("{place}: the label «{label}» is not among the defined topics{}; define it or mend the label", did_you_mean(.nearest))]
    UnknownLabel {
        /// Where it stands: file, line and article, as far as they are known.
        place: String,
        /// The label.
        label: String,
        /// The topic whose id looks most like it.
        nearest: Option<String>,
    },
    /// Nothing to learn: neither labels nor definitions.
    #[error(
        "nothing to learn: no article has a label and no topic is defined; add labels.tsv, or define topics"
    )]
    NothingToLearn,
    /// No article was judged by anybody.
    #[error("no article has labels or grades; add labels.tsv, or labels in the records")]
    NothingJudged,
    /// Two models have no topic in common.
    #[error("the two models have no topic in common, so that nothing can be compared")]
    NothingShared,
    /// A split by date needs dates that differ.
    #[error(
        "a test by date trains on the past and tests on what came after, and these {articles} judged articles do not have dates that differ ({undated} have none); date them, or test by folds"
    )]
    NoPast {
        /// Judged articles.
        articles: usize,
        /// Those of them without a date.
        undated: usize,
    },
    /// A label that no output and no labels file could hold.
    #[error("{place}: the label {label:?} is empty or holds one of `;|` or a control character; mend it")]
    Label {
        /// Where it stands, likewise.
        place: String,
        /// The label.
        label: String,
    },
    /// The learner's parameters are out of range.
    #[error(transparent)]
    Learn(#[from] notis_learn::LearnError),
    /// An article of an exclusive model has several labels, or none.
    #[error(
        "{article} has {labels} labels, and in an exclusive model every labelled article has exactly one"
    )]
    NotExclusive {
        /// The article.
        article: String,
        /// How many labels it has.
        labels: usize,
    },
    /// The model has no words, or gives one topic by a learner that needs all articles at once.
    #[error(
        "this model cannot learn from corrections alone: it has learned no words, or gives every article one topic by a learner that needs all articles (only Naive Bayes does not); train anew on the old articles and the corrections together"
    )]
    CannotLearn,
    /// Articles of exclusive topics have several labels, or none.
    #[error("{0} labelled articles do not have exactly one label, and in an exclusive model each has")]
    NotOneEach(u64),
    /// Statistics of different features do not add up.
    #[error("the statistics count different features; count all parts with the same ones")]
    OtherFeatures,
    /// Statistics of different analyses of words do not add up.
    #[error("the statistics were counted by different versions of notis; count all parts with the same one")]
    OtherAnalyzer,
    /// A learner that needs rows, and statistics that have none.
    #[error(
        "the statistics hold no sample of articles as rows, and {0} learns from rows: count all parts with a sample, or take Naive Bayes"
    )]
    NoSample(&'static str),
    /// Every article has the same label.
    #[error(
        "the corpus has one label alone, «{0}»: a model needs at least two, or articles that are about none"
    )]
    OneLabel(String),
}

fn did_you_mean(nearest: &Option<String>) -> String {
    nearest
        .as_ref()
        .map(|n| format!(" (did you mean «{n}»?)"))
        .unwrap_or_default()
}

/// Why a model cannot be opened or saved.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The file cannot be read.
    #[error("cannot read the model {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file cannot be written; what stood there before is unharmed.
    #[error("cannot save the model {}: {source}; an older file there is unharmed", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Not a model, a damaged one, or one of another version.
    #[error(transparent)]
    Container(#[from] crate::container::ContainerError),
}
