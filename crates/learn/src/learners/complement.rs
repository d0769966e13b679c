//! Complement Naive Bayes (Rennie et al. 2003): a topic is known by what the articles of all *other* topics do not say.
//! Counting the complement evens out topics of different size, which is what makes it strong where labels are few.

use crate::{LearnError, SparseRows};

use super::descent::Descent;
use super::learner::Learner;
use super::linear::LinearModel;
use super::sums::ClassSums;
use super::targets::Targets;

/// The learner.
pub(super) struct Complement;

impl Learner for Complement {
    fn name(&self) -> &'static str {
        "complement-nb"
    }

    /// What every count is raised by.
    fn parameter(&self) -> &'static str {
        "alpha"
    }

    fn usual(&self) -> f64 {
        0.1
    }

    fn passes(&self) -> f64 {
        0.1
    }

    fn counts(&self) -> bool {
        true
    }

    fn fit(
        &self,
        value: f64,
        rows: &SparseRows,
        targets: &Targets,
        _: &Descent,
    ) -> Result<LinearModel, LearnError> {
        Ok(train(
            &ClassSums::of(rows, targets),
            value,
            targets.is_exclusive(),
        ))
    }
}

/// The weights of Complement Naive Bayes. One topic: ln of a term's smoothed share in the topic's complement, negated.
/// With `exclusive` false a topic is told from its own complement, so its own shares are added.
fn train(sums: &ClassSums, alpha: f64, exclusive: bool) -> LinearModel {
    let mut model = LinearModel::zero(sums.all.len(), sums.topics.len());
    for topic in 0..sums.topics.len() {
        let others = log_shares(&sums.others(topic), alpha);
        let own = if exclusive {
            vec![0.0; others.len()]
        } else {
            log_shares(&sums.topics[topic], alpha)
        };
        for (column, (own, other)) in own.iter().zip(&others).enumerate() {
            model.column_mut(column)[topic] = (own - other) as f32;
        }
    }
    model
}

/// ln of the smoothed share of each column.
fn log_shares(sums: &[f64], alpha: f64) -> Vec<f64> {
    let total: f64 = sums.iter().map(|sum| sum + alpha).sum();
    let log_total = libm::log(total);
    sums.iter()
        .map(|sum| libm::log(sum + alpha) - log_total)
        .collect()
}
