//! Multinomial Naive Bayes, by linfa-bayes: terms are drawn independently, given the topic. Trains in one pass and can go on
//! learning.
//!
//! Training and learning from corrections are one way: rows are summed to [`MultinomialCounts`], counts are added, and
//! linfa-bayes fits what they come to ([`log_shares`]). What a model keeps for later is its counts, the sufficient
//! statistic, and not linfa's fitted model, although linfa-bayes can go on from one (`fit_with`): its fields are private, so
//! that a stored model would come back through serde, and with it the logarithms, which the counts give anew in a pass.

use ndarray::Array2;

use crate::{LearnError, SparseRows};

use super::bayes_bridge::log_shares;
use super::descent::Descent;
use super::learner::Learner;
use super::linear::LinearModel;
use super::sums::ClassSums;
use super::targets::Targets;

/// The learner.
pub(super) struct Multinomial;

impl Learner for Multinomial {
    fn name(&self) -> &'static str {
        "nb"
    }

    /// What every count is raised by.
    fn parameter(&self) -> &'static str {
        "alpha"
    }

    fn usual(&self) -> f64 {
        0.01
    }

    fn passes(&self) -> f64 {
        0.1
    }

    fn counts(&self) -> bool {
        true
    }

    fn is_incremental(&self) -> bool {
        true
    }

    fn fit(
        &self,
        value: f64,
        rows: &SparseRows,
        targets: &Targets,
        _: &Descent,
    ) -> Result<LinearModel, LearnError> {
        fit_naive_bayes(&naive_bayes_counts(rows, targets), targets.is_exclusive(), value)
    }
}

/// A class's counts, from which the model can be fitted and to which more can be added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultinomialCounts {
    /// The summed values of each column.
    pub sums: Vec<f64>,
    /// How many rows were summed.
    pub rows: usize,
}

/// Fits classes to their counts. The score of class `c` is ln prior + Σ value × ln share, as in linfa-bayes; a class
/// without rows never wins.
fn fit_counts(classes: &[MultinomialCounts], alpha: f64) -> Result<LinearModel, LearnError> {
    let columns = classes.first().map_or(0, |class| class.sums.len());
    let present: Vec<usize> = (0..classes.len())
        .filter(|&class| classes[class].rows > 0)
        .collect();
    let sums = Array2::from_shape_fn((present.len(), columns), |(at, column)| {
        classes[present[at]].sums[column]
    });
    let all: usize = classes.iter().map(|class| class.rows).sum();
    let mut model = LinearModel::zero(columns, classes.len());
    model.biases_mut().fill(f32::MIN);
    for (&class, shares) in present.iter().zip(log_shares(sums, alpha)?) {
        let prior = classes[class].rows as f64 / all as f64;
        model.biases_mut()[class] = libm::log(prior) as f32;
        for (column, &weight) in shares.iter().enumerate() {
            model.column_mut(column)[class] = weight as f32;
        }
    }
    Ok(model)
}

impl MultinomialCounts {
    /// Both together.
    #[must_use]
    pub fn plus(&self, other: &MultinomialCounts) -> MultinomialCounts {
        let sums = self.sums.iter().zip(&other.sums).map(|(a, b)| a + b).collect();
        MultinomialCounts {
            sums,
            rows: self.rows + other.rows,
        }
    }
}

/// The counts of each class, in order; where topics do not exclude each other, of each topic and then of its rest.
pub fn naive_bayes_counts(rows: &SparseRows, targets: &Targets) -> Vec<MultinomialCounts> {
    let sums = ClassSums::of(rows, targets);
    let own = |topic: usize| MultinomialCounts {
        sums: sums.topics[topic].clone(),
        rows: sums.positives[topic],
    };
    let rest = |topic: usize| MultinomialCounts {
        sums: sums.others(topic),
        rows: sums.other_rows(topic),
    };
    if targets.is_exclusive() {
        (0..targets.topics()).map(own).collect()
    } else {
        (0..targets.topics())
            .flat_map(|topic| [own(topic), rest(topic)])
            .collect()
    }
}

/// Fits the counts that [`naive_bayes_counts`] gave. A topic against its rest scores by the difference of the two.
///
/// # Errors
/// Where `alpha` is not a smoothing parameter.
pub fn fit_naive_bayes(
    counts: &[MultinomialCounts],
    exclusive: bool,
    alpha: f64,
) -> Result<LinearModel, LearnError> {
    if exclusive {
        return fit_counts(counts, alpha);
    }
    let columns = counts.first().map_or(0, |class| class.sums.len());
    let mut model = LinearModel::zero(columns, counts.len() / 2);
    for (topic, pair) in counts
        .chunks(2)
        .enumerate()
        .filter(|(_, pair)| pair.iter().all(|class| class.rows > 0))
    {
        let pair = fit_counts(pair, alpha)?;
        model.biases_mut()[topic] = pair.biases()[0] - pair.biases()[1];
        for column in 0..columns {
            model.column_mut(column)[topic] = pair.column(column)[0] - pair.column(column)[1];
        }
    }
    Ok(model)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(sums: &[f64], rows: usize) -> MultinomialCounts {
        MultinomialCounts {
            sums: sums.to_vec(),
            rows,
        }
    }

    #[test]
    fn a_score_is_the_log_prior_and_the_log_shares() {
        let model = fit_counts(
            &[class(&[3.0, 0.0], 2), class(&[], 0), class(&[1.0, 1.0], 6)],
            1.0,
        )
        .unwrap();
        assert_eq!(model.biases(), [0.25_f32.ln(), f32::MIN, 0.75_f32.ln()]);
        assert!((model.column(0)[0] - 0.8_f32.ln()).abs() < 1e-6);
        assert!((model.column(1)[2] - 0.5_f32.ln()).abs() < 1e-6);
    }

    #[test]
    fn a_row_that_nobody_judged_counts_for_neither_side() {
        let mut rows = SparseRows::new(2);
        for values in [[1.0, 0.0], [0.0, 1.0], [5.0, 5.0]] {
            rows.push(crate::RowView {
                indices: &[0, 1],
                values: &values,
            });
        }
        let targets = Targets::multiple(1, &[vec![0], vec![], vec![]]);
        let judged = naive_bayes_counts(&rows, &targets);
        let partly = naive_bayes_counts(&rows, &targets.with_unjudged(vec![vec![], vec![], vec![0]]));
        assert_eq!((judged[1].rows, judged[1].sums.clone()), (2, vec![5.0, 6.0]));
        assert_eq!((partly[1].rows, partly[1].sums.clone()), (1, vec![0.0, 1.0]));
        assert_eq!(partly[0], judged[0]);
    }

    #[test]
    fn a_topic_that_no_article_or_every_one_is_about_is_not_learned() {
        for (about, others) in [(0, 3), (3, 0)] {
            let pair = [class(&[0.0, 1.0], about), class(&[1.0, 2.0], others)];
            let model = fit_naive_bayes(&pair, false, 1.0).unwrap();
            let nothing = LinearModel::zero(2, 1);
            assert_eq!(
                (model.weights(), model.biases()),
                (nothing.weights(), nothing.biases())
            );
        }
    }

    #[test]
    fn a_negative_smoothing_is_refused() {
        assert!(fit_counts(&[class(&[1.0], 1)], -1.0).is_err());
    }
}
