//! What training a word model takes and tells.

use notis_features::{FeatureOptions, VIEWS, View, ViewSet};

use notis_learn::learners::{LearnerKind, LearnerParams};

use super::recipe::Recipe;

/// Bytes of text below which all that might help is counted, for `auto` to choose from.
const SMALL_CORPUS: usize = 30_000_000;
/// Bytes of text below which letters are worth their time where articles have several topics, which are harder to tell.
const MEDIUM_CORPUS: usize = 60_000_000;
/// Bytes of text below which a term that stands in one article alone is kept.
const TINY_CORPUS: usize = 1_000_000;

/// Which features a word model is trained on.
#[derive(Clone, Debug, PartialEq)]
pub enum FeatureChoice {
    /// Chosen on folds.
    Auto,
    /// Of these views; how rare a term may be follows from the size of the corpus.
    Views(ViewSet),
    /// These.
    Fixed(FeatureOptions),
}

/// How a word model is trained.
#[derive(Clone, Debug, PartialEq)]
pub struct WordOptions {
    /// The features.
    pub features: FeatureChoice,
    /// The learner; `None` compares all on folds.
    pub learner: Option<LearnerKind>,
    /// A learner with its parameters, where they are not to be chosen.
    pub fixed: Option<LearnerParams>,
    /// Whether probabilities and thresholds are set on folds.
    pub calibrate: bool,
    /// Folds for choosing and calibrating.
    pub folds: usize,
    /// Seconds that choosing may take. They are counted in work done at the pace of a slow core, not by the clock, so
    /// that the same budget gives the same model everywhere.
    pub budget: f64,
    /// Seed of the folds.
    pub seed: u64,
}

impl WordOptions {
    /// What to count of a corpus of `bytes` bytes of text, so that the features asked for can be made of it. Runs of
    /// letters are counted where `auto` may want them and the corpus is small enough to need them.
    pub fn counted(&self, exclusive: bool, bytes: usize) -> FeatureOptions {
        let min_df = if bytes < TINY_CORPUS { 1 } else { 2 };
        match &self.features {
            FeatureChoice::Fixed(features) => features.clone(),
            FeatureChoice::Views(views) => FeatureOptions {
                weights: weights(views),
                views: views.clone(),
                min_df,
                ..FeatureOptions::default()
            },
            FeatureChoice::Auto if bytes < SMALL_CORPUS => FeatureOptions {
                views: ViewSet {
                    words: 2,
                    stems: !exclusive,
                    chars: Some((3, 5)),
                    compounds: true,
                    marks: !exclusive,
                    meaning: true,
                    encoded: 0,
                },
                min_df,
                ..FeatureOptions::default()
            },
            FeatureChoice::Auto => {
                let richer = !exclusive && bytes < MEDIUM_CORPUS;
                FeatureOptions {
                    views: ViewSet {
                        stems: richer,
                        chars: richer.then_some((4, 5)),
                        marks: exclusive || richer,
                        ..ViewSet::default()
                    },
                    ..FeatureOptions::default()
                }
            }
        }
    }
}

impl Default for WordOptions {
    fn default() -> Self {
        WordOptions {
            features: FeatureChoice::Auto,
            learner: None,
            fixed: None,
            calibrate: true,
            folds: 5,
            budget: 60.0,
            seed: 1,
        }
    }
}

/// What training found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordReport {
    /// What was compared, best first, with the score on folds (accuracy where topics exclude each other, else the mean
    /// of micro- and macro-F1 at the best thresholds).
    pub compared: Vec<(Recipe, f64)>,
    /// Recipes that the budget left out.
    pub left_out: usize,
    /// The decision values of every training article by a model that had not seen it, article by article; empty
    /// without calibration, and where a part of the corpus was enough to calibrate by.
    pub out_of_fold: Vec<f32>,
}

/// All views count the same; but beside an encoder's vector, all the others together count as much as it.
fn weights(views: &ViewSet) -> [f32; VIEWS] {
    if views.encoded == 0 {
        return [1.0; VIEWS];
    }
    let others = View::ALL
        .iter()
        .filter(|&&view| view != View::Encoded && views.has(view))
        .count();
    let mut weights = [1.0 / (others.max(1) as f32).sqrt(); VIEWS];
    weights[View::Encoded as usize] = 1.0;
    weights
}

/// Rivals of the best that are told.
const TOLD: usize = 3;

impl WordReport {
    /// Why the recipe was chosen: the best that were compared, with their scores; `None` where nothing was.
    pub fn why(&self) -> Option<String> {
        let tell = |(recipe, score): &(Recipe, f64)| format!("{} {score:.3}", recipe.describe());
        let (best, rivals) = self.compared.split_first()?;
        let rivals: Vec<String> = rivals.iter().take(TOLD).map(tell).collect();
        let left_out = match self.left_out {
            0 => String::new(),
            more => format!("; the budget left {more} untried"),
        };
        Some(format!(
            "compared {} recipes on folds, best {}, then {}{left_out}",
            self.compared.len(),
            tell(best),
            rivals.join(", "),
        ))
    }
}
