//! What the words of an article say of a topic, learned from examples.

use notis_features::{FeatureOptions, ViewSet};

use super::TrainOptions;
use crate::words::{FeatureChoice, WordModel, WordOptions};
use notis_learn::learners::LearnerKind;

/// How much of its usual number the learner gets beside salience, which leaves words less to tell: of a support vector
/// machine a cost of 1. Set by judgement (2026-11-22), not measured.
const BESIDE: f64 = 1.0 / 3.0;

/// A word model for some of a model's topics.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) model: WordModel,
    /// Index in the model of each topic it weighs.
    pub(crate) topics: Vec<usize>,
}

impl Words {
    /// The place of a topic among those it weighs.
    pub(super) fn place(&self, topic: usize) -> Option<usize> {
        self.topics.iter().position(|&t| t == topic)
    }
}

/// How words are learned beside salience: from stems, where bokmål and nynorsk meet, and runs of letters, which reach
/// the compounds that no corpus has seen (parts of compounds add nothing to these: on folds of the starter corpus 0.788
/// of micro-F1 with them, 0.790 without). Without definitions words carry all, and the features are chosen on folds.
pub(super) fn options(training: &TrainOptions, are_defined: bool) -> WordOptions {
    let beside = are_defined && !training.exclusive;
    let features = FeatureOptions {
        views: ViewSet {
            chars: Some((4, 5)),
            stems: true,
            ..ViewSet::NONE
        },
        min_df: 3,
        ..FeatureOptions::default()
    };
    WordOptions {
        features: match &training.features {
            Some(views) => FeatureChoice::Views(views.clone()),
            None if beside => FeatureChoice::Fixed(features),
            None => FeatureChoice::Auto,
        },
        learner: training.learner,
        fixed: (beside && training.learner.is_none()).then(|| LearnerKind::FIRST.usual().scaled(BESIDE)),
        calibrate: training.calibrate,
        budget: training.budget,
        seed: training.seed,
        ..WordOptions::default()
    }
}
