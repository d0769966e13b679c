//! A recipe: which features, and which learners whose scores are added up.

use notis_features::{FeatureOptions, SparseRows, View};
use serde::{Deserialize, Serialize};

use notis_learn::learners::{DualOptions, LearnError, Learner, LearnerKind, LinearModel, Records, Targets};

/// Epochs after which the weights tell what matters.
const DRAFT_EPOCHS: usize = 4;

/// One learner of a recipe.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The learner with its parameters.
    pub learner: Learner,
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
    pub fn single(features: FeatureOptions, learner: Learner, balance: f64) -> Self {
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
        dense: Learner,
        terms: Learner,
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

    /// The one Naive Bayes learner it consists of, if it does: such a model can go on learning.
    pub fn naive_bayes(&self) -> Option<f64> {
        match self.members.as_slice() {
            [
                Member {
                    learner: Learner::Nb { alpha },
                    ..
                },
            ] => Some(*alpha),
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
        let member = self.members.iter().find(|member| !member.counts());
        let fit = |member: &Member| {
            let options = DualOptions {
                epochs: DRAFT_EPOCHS,
                ..member.options()
            };
            member.learner.fit_with_options(Records(rows), targets, &options)
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
        let value = match self.learner {
            Learner::Nb { alpha } | Learner::ComplementNb { alpha } => alpha,
            Learner::Svm { cost } | Learner::Logistic { cost } => cost,
        };
        let rounded = (value * 1e4).round() / 1e4;
        let of = if self.dense_alone { " of the vector" } else { "" };
        format!("{} {rounded}{of}", self.learner.kind().as_str())
    }

    /// Fits one member. Naive Bayes counts, so it does not see word vectors; and the part of Naive Bayes that is common to all exclusive topics is taken out.
    fn fit(
        &self,
        rows: &SparseRows,
        targets: &Targets,
        first_dense: usize,
    ) -> Result<LinearModel, LearnError> {
        if self.counts() && first_dense < rows.columns() {
            let terms = rows.before(first_dense);
            let model = self.fit(&terms, targets, first_dense)?;
            return Ok(model.widened(rows.columns()));
        }
        let dense = self.dense_alone.then(|| rows.emptied_before(first_dense));
        let mut model = self.learner.fit_with_options(
            Records(dense.as_ref().unwrap_or(rows)),
            targets,
            &self.options(),
        )?;
        if targets.is_exclusive() && self.counts() {
            model.centre();
        }
        Ok(model)
    }

    /// Whether it counts terms, and draws no margin.
    fn counts(&self) -> bool {
        matches!(self.learner.kind(), LearnerKind::Nb | LearnerKind::ComplementNb)
    }

    fn options(&self) -> DualOptions {
        DualOptions {
            balance: self.balance,
            tolerance: 0.5,
            ..DualOptions::new(1.0)
        }
    }
}

/// The root mean square of a model's scores, so that members with scores of different size can be added.
fn spread(model: &LinearModel, rows: &SparseRows) -> f32 {
    let squares: f64 = rows
        .iter()
        .flat_map(|row| model.scores(row))
        .map(|score| f64::from(score) * f64::from(score))
        .sum();
    let mean = squares / (rows.len() * model.topics()).max(1) as f64;
    libm::sqrt(mean).max(1e-6) as f32
}
