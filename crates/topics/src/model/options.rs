//! What training takes and tells.

use notis_features::ViewSet;

use notis_learn::learners::LearnerKind;

/// How a model is trained.
#[derive(Clone, Debug)]
pub struct TrainOptions {
    /// Exactly one topic an article.
    pub exclusive: bool,
    /// How words are weighed; `None` chooses.
    pub learner: Option<LearnerKind>,
    /// The kinds of terms that words are weighed by; `None` chooses.
    pub features: Option<ViewSet>,
    /// Seconds that choosing a learner and its parameters may take.
    pub budget: f64,
    /// Whether probabilities and thresholds are set on folds.
    pub calibrate: bool,
    /// What thresholds favour, where a definition does not say.
    pub prefer: Preference,
    /// Seed of the folds.
    pub seed: u64,
}

/// What thresholds favour: right tags, or that none is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Preference {
    /// Both alike: the best F1.
    #[default]
    Balance,
    /// Tags that are right, though more are missing.
    Precision,
    /// That no tag is missing, though more are wrong.
    Recall,
}

impl Preference {
    /// How many times as much as precision recall counts: the usual F0.5, F1 and F2.
    pub(super) fn beta(self) -> f64 {
        match self {
            Preference::Precision => 0.5,
            Preference::Balance => 1.0,
            Preference::Recall => 2.0,
        }
    }
}

impl Default for TrainOptions {
    fn default() -> Self {
        TrainOptions {
            exclusive: false,
            learner: None,
            features: None,
            budget: 60.0,
            calibrate: true,
            prefer: Preference::Balance,
            seed: 1,
        }
    }
}

/// Where training stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many articles have been read.
    Read(usize),
    /// So many folds of so many are done.
    Fold(usize, usize),
    /// All has been read, and learning has begun.
    Learning,
}

/// What training found.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct TrainReport {
    /// Articles read.
    pub articles: usize,
    /// Articles with labels, «about none» included.
    pub labelled: usize,
    /// Remarks for the person who trains, a sentence each.
    pub remarks: Vec<String>,
}
