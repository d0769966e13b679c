//! Training a word model.

use notis_features::{Featurizer, SparseRows};
use rayon::prelude::*;

use super::fitted::Fitted;
use super::options::{WordOptions, WordReport};
use super::recipe::Recipe;
use super::unseen::{out_of_fold, scores_of};
use super::{MeanRow, Probabilities, QuantizedWeights, WordModel, search};
use notis_learn::LearnError;
use notis_learn::calibration::{Calibration, fit_temperature};
use notis_learn::folds::{folds, split};
use notis_learn::learners::{LearnerKind, MultinomialCounts, Targets, fit_naive_bayes, naive_bayes_counts};
use notis_learn::thresholds::best_thresholds;

/// The probability from which a topic is a tag where no folds say otherwise.
const DEFAULT_THRESHOLD: f32 = 0.5;
/// Rows that are enough to set a temperature, which is a single number: a model of all the others is asked about them,
/// once instead of fold by fold.
const ROWS_FOR_TEMPERATURE: usize = 5_000;

impl WordModel {
    /// Trains on raw counts (see [`notis_features::FeaturizerBuilder::finish`]).
    ///
    /// # Errors
    /// Where a parameter is out of range, or rows and targets do not match.
    pub fn train(
        featurizer: Featurizer,
        counts: SparseRows,
        targets: &Targets,
        options: &WordOptions,
    ) -> Result<(WordModel, WordReport), LearnError> {
        let (recipe, mut report) = search::choose(&featurizer, &counts, targets, options)?;
        let (featurizer, counts) = featurizer.narrowed(recipe.features.clone(), counts);
        let known = std::mem::take(&mut report.out_of_fold);
        let calibrated = if !options.calibrate {
            Calibrated::not(targets)
        } else if targets.is_exclusive() && counts.len() >= 2 * ROWS_FOR_TEMPERATURE {
            Calibrated {
                probabilities: temperature(&recipe, &featurizer, &counts, targets, options)?,
                ..Calibrated::not(targets)
            }
        } else if known.is_empty() {
            let scores = out_of_fold(&recipe, &featurizer, &counts, targets, options)?;
            Calibrated::on(scores, targets)
        } else {
            Calibrated::on(known, targets)
        };
        report.out_of_fold = calibrated.out_of_fold;
        let fitted = Fitted::new(&recipe, &featurizer, counts, targets)?;
        let counts = recipe
            .incremental()
            .map_or_else(Vec::new, |_| naive_bayes_counts(&fitted.rows, targets));
        let mean = if counts.is_empty() && !targets.is_exclusive() {
            MeanRow::of(&fitted.rows)
        } else {
            MeanRow::default()
        };
        let model = WordModel {
            mean,
            weights: QuantizedWeights::new(&fitted.model),
            featurizer: fitted.featurizer,
            probabilities: calibrated.probabilities,
            thresholds: calibrated.thresholds,
            recipe,
            counts,
        };
        Ok((model, report))
    }

    /// Naive Bayes on the class sums of articles that are not here, as [`naive_bayes_counts`] orders them; how scores
    /// become probabilities is assumed.
    ///
    /// # Errors
    /// Where linfa refuses.
    pub fn counted(
        featurizer: Featurizer,
        counts: Vec<MultinomialCounts>,
        exclusive: bool,
    ) -> Result<WordModel, LearnError> {
        let learner = LearnerKind::INCREMENTAL.usual();
        let recipe = Recipe::single(featurizer.options().clone(), learner, 0.0);
        let weights = naive_bayes(&counts, exclusive, learner.value())?;
        let calibrated = Calibrated::assumed(exclusive, weights.topics());
        Ok(WordModel {
            mean: MeanRow::default(),
            weights,
            featurizer,
            probabilities: calibrated.probabilities,
            thresholds: calibrated.thresholds,
            recipe,
            counts,
        })
    }

    /// The same, its probabilities and thresholds learned from the `scores` of articles by models that had not seen them.
    #[must_use]
    pub fn calibrated(self, scores: Vec<f32>, targets: &Targets) -> WordModel {
        let calibrated = Calibrated::on(scores, targets);
        WordModel {
            probabilities: calibrated.probabilities,
            thresholds: calibrated.thresholds,
            ..self
        }
    }

    /// Goes on learning from corrected articles without the old corpus: exact for a Naive Bayes model, whose counts are
    /// all it knows (terms that are new stay unknown). Gives `None` for other learners, which need the old articles.
    /// Probabilities and thresholds stay as they were.
    ///
    /// # Errors
    /// Where rows and targets do not match.
    pub fn learn(&self, rows: &SparseRows, targets: &Targets) -> Result<Option<WordModel>, LearnError> {
        let Some(alpha) = self.recipe.incremental() else {
            return Ok(None);
        };
        let more = naive_bayes_counts(rows, targets);
        let counts: Vec<MultinomialCounts> = self
            .counts
            .iter()
            .zip(&more)
            .map(|(old, new)| old.plus(new))
            .collect();
        Ok(Some(WordModel {
            weights: naive_bayes(&counts, targets.is_exclusive(), alpha)?,
            counts,
            ..self.clone()
        }))
    }
}

/// The weights of Naive Bayes on class sums.
fn naive_bayes(
    counts: &[MultinomialCounts],
    exclusive: bool,
    alpha: f64,
) -> Result<QuantizedWeights, LearnError> {
    let mut weights = fit_naive_bayes(counts, exclusive, alpha)?;
    if exclusive {
        weights.centre();
    }
    Ok(QuantizedWeights::new(&weights))
}

/// How scores become probabilities and tags.
struct Calibrated {
    probabilities: Probabilities,
    thresholds: Vec<f32>,
    /// The scores it was learned on, article by article; empty where it was not.
    out_of_fold: Vec<f32>,
}

impl Calibrated {
    /// Assumed, not learned.
    fn not(targets: &Targets) -> Self {
        Calibrated::assumed(targets.is_exclusive(), targets.topics())
    }

    fn assumed(exclusive: bool, topics: usize) -> Self {
        let probabilities = if exclusive {
            Probabilities::Exclusive { temperature: 2.0 }
        } else {
            Probabilities::EachTopic(vec![Calibration::default(); topics])
        };
        Calibrated {
            probabilities,
            thresholds: vec![DEFAULT_THRESHOLD; topics],
            out_of_fold: Vec::new(),
        }
    }

    /// Learned on the scores of articles by models that had not seen them.
    fn on(out_of_fold: Vec<f32>, targets: &Targets) -> Self {
        let probabilities = calibrate(&out_of_fold, targets);
        let thresholds = if targets.is_exclusive() {
            vec![DEFAULT_THRESHOLD; targets.topics()]
        } else {
            set_thresholds(&probabilities, &out_of_fold, targets)
        };
        Calibrated {
            probabilities,
            thresholds,
            out_of_fold,
        }
    }
}

/// The temperature of a large corpus, from one part of it asked of a model of the rest.
fn temperature(
    recipe: &Recipe,
    featurizer: &Featurizer,
    counts: &SparseRows,
    targets: &Targets,
    options: &WordOptions,
) -> Result<Probabilities, LearnError> {
    let parts = folds(targets, counts.len() / ROWS_FOR_TEMPERATURE, options.seed);
    let (taught, asked) = split(&parts, 0);
    let scores = scores_of(&asked, recipe, featurizer, counts, targets, &taught)?;
    Ok(calibrate(&scores, &targets.select(&asked)))
}

fn calibrate(scores: &[f32], targets: &Targets) -> Probabilities {
    let topics = targets.topics();
    if targets.is_exclusive() {
        let rows: Vec<&[f32]> = scores.chunks(topics).collect();
        let labels: Vec<u16> = (0..targets.len()).map(|row| targets.row(row)[0]).collect();
        return Probabilities::Exclusive {
            temperature: fit_temperature(&rows, &labels),
        };
    }
    let fit = |topic: usize| {
        let judged = (0..targets.len()).filter(|&row| targets.judges(row, topic));
        let pair = |row: usize| (scores[row * topics + topic], targets.has(row, topic));
        let (column, about): (Vec<f32>, Vec<bool>) = judged.map(pair).unzip();
        Calibration::fit(&column, &about)
    };
    Probabilities::EachTopic((0..topics).into_par_iter().map(fit).collect())
}

fn set_thresholds(probabilities: &Probabilities, scores: &[f32], targets: &Targets) -> Vec<f32> {
    let topics = targets.topics();
    let mut probabilities: Vec<f32> = scores
        .chunks(topics)
        .flat_map(|row| probabilities.of(row))
        .collect();
    // What nobody looked at stands behind all that was, where no threshold reaches it.
    for row in 0..targets.len() {
        for &topic in targets.unjudged_of(row) {
            probabilities[row * topics + usize::from(topic)] = 0.0;
        }
    }
    let about: Vec<bool> = (0..targets.len())
        .flat_map(|row| (0..topics).map(move |topic| targets.has(row, topic)))
        .collect();
    best_thresholds(&probabilities, &about, topics)
}
