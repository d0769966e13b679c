//! Multinomial Naive Bayes by linfa-bayes, on one row a class.
//!
//! linfa's estimators take dense rows; a corpus of articles over a hundred thousand terms would not fit. But this model
//! needs only the summed counts of each class, so linfa-bayes is given one row a class – the sums – and fits the very
//! same weights. A second, empty batch carries the remaining labels and makes the class priors exact. The fitted
//! weights leave linfa's struct through its serde form and are used sparsely.

use std::collections::BTreeMap;

use crate::SparseRows;
use linfa::DatasetBase;
use linfa::ParamGuard;
use linfa::traits::FitWith;
use linfa_bayes::{MultinomialNb, MultinomialNbParams, NaiveBayesError};
use ndarray::{Array1, Array2};
use serde::Deserialize;

use super::linear::LinearModel;
use super::sums::ClassSums;
use super::targets::Targets;

/// A term's and a class's counts, from which the model can be fitted and to which more can be added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultinomialCounts {
    /// The summed values of each column.
    pub sums: Vec<f64>,
    /// How many rows were summed.
    pub rows: usize,
}

/// linfa-bayes's own form of the fitted model, the classes in order.
#[derive(Deserialize)]
struct Fitted {
    class_info: BTreeMap<usize, FittedClass>,
}

#[derive(Deserialize)]
struct FittedClass {
    prior: f64,
    feature_log_prob: Array1<f64>,
}

/// Fits classes to their counts. The score of class `c` is ln prior + Σ value × ln share, as in linfa-bayes.
///
/// # Errors
/// Where `alpha` is not a smoothing parameter.
pub fn fit_counts(classes: &[MultinomialCounts], alpha: f64) -> Result<LinearModel, NaiveBayesError> {
    let columns = classes.first().map_or(0, |class| class.sums.len());
    let present: Vec<usize> = (0..classes.len())
        .filter(|&class| classes[class].rows > 0)
        .collect();
    let fitted = fit_by_linfa(classes, &present, columns, alpha)?;
    let mut model = LinearModel::zero(columns, classes.len());
    model.biases_mut().fill(f32::MIN);
    for (&class, info) in present.iter().zip(fitted.class_info.values()) {
        model.biases_mut()[class] = libm::log(info.prior) as f32;
        for (column, &weight) in info.feature_log_prob.iter().enumerate() {
            model.column_mut(column)[class] = weight as f32;
        }
    }
    Ok(model)
}

fn fit_by_linfa(
    classes: &[MultinomialCounts],
    present: &[usize],
    columns: usize,
    alpha: f64,
) -> Result<Fitted, NaiveBayesError> {
    let parameters = MultinomialNbParams::new().alpha(alpha).check()?;
    let sums: Vec<f64> = present
        .iter()
        .flat_map(|&class| classes[class].sums.iter().copied())
        .collect();
    let records = Array2::from_shape_vec((present.len(), columns), sums)
        .unwrap_or_else(|error| unreachable!("every class has the same columns: {error}"));
    let first = DatasetBase::new(records, Array1::from_vec(present.to_vec()));
    let model = parameters.fit_with(None, &first)?;
    let rest: Vec<usize> = present
        .iter()
        .flat_map(|&class| std::iter::repeat_n(class, classes[class].rows - 1))
        .collect();
    // linfa skips a batch without rows.
    let empty = DatasetBase::new(Array2::zeros((rest.len(), 1)), Array1::from_vec(rest));
    let model = if empty.records.nrows() > 0 {
        parameters.fit_with(model, &empty)?
    } else {
        model
    };
    Ok(thaw(model.as_ref()))
}

/// Reads the weights out of linfa's struct through its serde form.
fn thaw(model: Option<&MultinomialNb<f64, usize>>) -> Fitted {
    let frozen =
        serde_json::to_vec(&model).unwrap_or_else(|error| unreachable!("numbers serialise: {error}"));
    serde_json::from_slice(&frozen).unwrap_or_else(|error| unreachable!("linfa-bayes is pinned: {error}"))
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
        rows: sums.rows - sums.positives[topic],
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
pub fn fit_naive_bayes(
    counts: &[MultinomialCounts],
    exclusive: bool,
    alpha: f64,
) -> Result<LinearModel, NaiveBayesError> {
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
    use linfa::traits::Fit;
    use ndarray::array;

    /// Our weights from class sums are linfa-bayes's own from the dense rows.
    #[test]
    fn weights_equal_linfa_on_dense_rows() {
        let rows = array![
            [2.0, 0.0, 1.0],
            [1.0, 1.0, 0.0],
            [0.0, 3.0, 1.0],
            [0.0, 2.0, 2.0],
            [1.0, 2.0, 0.5]
        ];
        let labels = array![0_usize, 0, 1, 1, 1];
        let parameters = MultinomialNbParams::new().alpha(0.3);
        let dense = parameters
            .fit(&DatasetBase::new(rows.clone(), labels.clone()))
            .unwrap();
        let dense = thaw(Some(&dense));
        let class = |wanted: usize| MultinomialCounts {
            sums: (0..3)
                .map(|c| {
                    (0..5)
                        .filter(|&r| labels[r] == wanted)
                        .map(|r| rows[[r, c]])
                        .sum()
                })
                .collect(),
            rows: labels.iter().filter(|&&label| label == wanted).count(),
        };
        let ours = fit_counts(&[class(0), class(1)], 0.3).unwrap();
        for (index, info) in &dense.class_info {
            assert!((ours.biases()[*index] - libm::log(info.prior) as f32).abs() < 1e-6);
            for (column, &weight) in info.feature_log_prob.iter().enumerate() {
                assert!((ours.column(column)[*index] - weight as f32).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn a_negative_smoothing_is_refused() {
        let class = MultinomialCounts {
            sums: vec![1.0],
            rows: 1,
        };
        assert!(fit_counts(&[class], -1.0).is_err());
    }
}
