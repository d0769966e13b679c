//! A recipe: which features, and which learners whose scores are added up.

use linfa::DatasetBase;
use notis_features::{FeatureOptions, View};
use serde::{Deserialize, Serialize};

use linfa::traits::{Fit, Predict};
use ndarray::Array2;

use notis_learn::learners::{Descent, LearnerParams, LinearModel, Records, Targets};
use notis_learn::{LearnError, SparseRows};

/// Epochs after which the weights tell what matters.
const DRAFT_EPOCHS: usize = 4;

/// An epoch that violates less than this is the last: a word model is rounded to 8 bits and averaged over folds, and sees
/// nothing of what a lower tolerance finds.
const TOLERANCE: f64 = 0.5;

/// One learner of a recipe.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The learner with its parameters.
    pub learner: LearnerParams,
    /// How much more the rows of a topic weigh than the others: 0 = alike, 1 = both sides the same in sum.
    pub balance: f64,
    /// Its part of the score, beside the other members' parts.
    pub share: f32,
    /// Whether it sees the dense views alone, beside another member that sees terms.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dense_alone: bool,
}

/// Features and the learners whose scores are added up. Learners that err in different ways do better together; and since
/// all are linear, their sum is one linear model still.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// How rows are made.
    pub features: FeatureOptions,
    /// The learners.
    pub members: Vec<Member>,
}

impl Recipe {
    /// A single learner.
    pub fn single(features: FeatureOptions, learner: LearnerParams, balance: f64) -> Self {
        Recipe {
            features,
            members: vec![Member {
                learner,
                balance,
                share: 1.0,
                dense_alone: false,
            }],
        }
    }

    /// A learner of the dense views, and beside it one of the terms with this share of the score.
    pub fn parted(
        features: FeatureOptions,
        dense: LearnerParams,
        terms: LearnerParams,
        balance: f64,
        share: f32,
    ) -> Self {
        let member = |learner, share, dense_alone| Member {
            learner,
            balance,
            share,
            dense_alone,
        };
        Recipe {
            features,
            members: vec![member(dense, 1.0, true), member(terms, share, false)],
        }
    }

    /// The recipe in words, «svm 1 + complement-nb 0.1 on words, chars».
    pub fn describe(&self) -> String {
        let is_weighed = |view: &View| {
            let weight = self.features.weights.get(*view as usize);
            self.features.views.has(*view) && weight.is_some_and(|&weight| weight > 0.0)
        };
        let views = View::ALL.into_iter().filter(is_weighed);
        let views: Vec<String> = views.map(|view| format!("{view:?}").to_lowercase()).collect();
        format!("{} on {}", self.learners(), views.join(", "))
    }

    /// Its learners in words, «svm 1 + complement-nb 0.1».
    pub fn learners(&self) -> String {
        let names: Vec<String> = self.members.iter().map(Member::describe).collect();
        names.join(" + ")
    }

    /// The number of the one learner it consists of, if that can go on learning from counts alone.
    pub fn incremental(&self) -> Option<f64> {
        match self.members.as_slice() {
            [Member { learner, .. }] if learner.kind().is_incremental() => Some(learner.value()),
            _ => None,
        }
    }

    /// A quick fit of the learner that draws a margin, to see which columns it weighs; `None` where there is none, as
    /// the weights of Naive Bayes tell how rare a term is, not how much it matters.
    pub(super) fn draft(
        &self,
        rows: &SparseRows,
        targets: &Targets,
    ) -> Result<Option<LinearModel>, LearnError> {
        let member = self.members.iter().find(|member| !member.learner.kind().counts());
        let fit = |member: &Member| {
            let descent = Descent {
                epochs: DRAFT_EPOCHS,
                ..member.descent()
            };
            fit(member.learner.descent(descent), rows, targets)
        };
        member.map(fit).transpose()
    }

    /// Fits all members to rows that [`Self::features`] made, whose word vectors start at column `first_dense`.
    ///
    /// # Errors
    /// Where a parameter is out of range.
    pub fn fit(
        &self,
        rows: &SparseRows,
        targets: &Targets,
        first_dense: usize,
    ) -> Result<LinearModel, LearnError> {
        let mut sum = LinearModel::zero(rows.columns(), targets.topics());
        for member in &self.members {
            let fitted = member.fit(rows, targets, first_dense)?;
            if let [_] = self.members.as_slice() {
                return Ok(fitted);
            }
            sum.add(&fitted, member.share / spread(&fitted, rows));
        }
        Ok(sum)
    }
}

impl Member {
    fn describe(&self) -> String {
        let rounded = (self.learner.value() * 1e4).round() / 1e4;
        let of = if self.dense_alone { " of the vector" } else { "" };
        format!("{} {rounded}{of}", self.learner.kind().name())
    }

    /// Fits one member. One that counts does not see word vectors; and what its weights have in common for all exclusive
    /// topics is taken out.
    fn fit(
        &self,
        rows: &SparseRows,
        targets: &Targets,
        first_dense: usize,
    ) -> Result<LinearModel, LearnError> {
        let counts = self.learner.kind().counts();
        if counts && first_dense < rows.columns() {
            let terms = rows.before(first_dense);
            let model = self.fit(&terms, targets, first_dense)?;
            return Ok(model.widened(rows.columns()));
        }
        let dense = self.dense_alone.then(|| rows.emptied_before(first_dense));
        let learner = self.learner.descent(self.descent());
        let mut model = fit(learner, dense.as_ref().unwrap_or(rows), targets)?;
        if targets.is_exclusive() && counts {
            model.centre();
        }
        Ok(model)
    }

    fn descent(&self) -> Descent {
        Descent {
            balance: self.balance,
            tolerance: TOLERANCE,
            ..Descent::default()
        }
    }
}

fn fit(learner: LearnerParams, rows: &SparseRows, targets: &Targets) -> Result<LinearModel, LearnError> {
    learner.fit(&DatasetBase::new(Records(rows), targets))
}

/// The root mean square of a model's scores, so that members with scores of different size can be added.
fn spread(model: &LinearModel, rows: &SparseRows) -> f32 {
    let scores: Array2<f32> = model.predict(&Records(rows));
    let squares: f64 = scores
        .iter()
        .map(|&score| f64::from(score) * f64::from(score))
        .sum();
    let mean = squares / scores.len().max(1) as f64;
    libm::sqrt(mean).max(1e-6) as f32
}
