//! Logistic regression on few dense features, for salience and for joining scores.
//!
//! Not linfa-logistic (0.7.1), though the rows are dense and few: its bits hang on the platform, for it takes `exp` and `ln`
//! of the standard library, and it ends where no slope is above 1e-4, by L-BFGS. Here what ends up in a model file must be the
//! same everywhere, so functions are `libm`'s and Newton goes on until no weight moves by 1e-10. Nor does it penalise
//! standardised features (a count of words and a share would be drawn to 0 by their units), or fit rows of one class, which
//! topics without positives have: it refuses them with `WrongNumberOfClasses`.

use ndarray::{Array1, Array2, ArrayView1, Axis};
use serde::{Deserialize, Serialize};

use crate::math::logistic;

/// One row to learn from.
#[derive(Clone, Debug)]
pub struct Row {
    /// The features; all rows have as many.
    pub x: Vec<f64>,
    /// Whether it is positive.
    pub y: bool,
}

/// Log-odds that are linear in the features.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Logistic {
    /// The weight of each feature as it was measured.
    pub weights: Vec<f64>,
    /// The log-odds where every feature is 0.
    pub bias: f64,
}

/// Newton steps before giving up; convergence takes about eight.
const STEPS: usize = 50;

impl Logistic {
    /// Minimises the logistic loss plus `penalty`/2 · Σ w² over standardised weights (the bias is free) by Newton's
    /// method, also known as iteratively reweighted least squares. The same rows in the same order give the same bits.
    pub fn fit(rows: &[Row], penalty: f64) -> Self {
        let scale = Scale::of(rows);
        let scaled: Vec<Row> = rows.iter().map(|r| scale.apply(r)).collect();
        let mut weights = Array1::zeros(scale.mean.len() + 1);
        for _ in 0..STEPS {
            let step = newton_step(&scaled, &weights, penalty);
            weights -= &step;
            if step.iter().map(|s| s.abs()).sum::<f64>() < 1e-10 {
                break;
            }
        }
        scale.unapply(&weights)
    }

    /// The log-odds of `x`.
    pub fn score(&self, x: &[f64]) -> f64 {
        self.weights.iter().zip(x).map(|(w, x)| w * x).sum::<f64>() + self.bias
    }
}

/// Mean and standard deviation of each feature.
struct Scale {
    mean: Vec<f64>,
    deviation: Vec<f64>,
}

impl Scale {
    fn of(rows: &[Row]) -> Self {
        let width = rows.first().map_or(0, |r| r.x.len());
        let total = (rows.len() as f64).max(1e-9);
        let moment =
            |f: &dyn Fn(&Row, usize) -> f64, i: usize| rows.iter().map(|r| f(r, i)).sum::<f64>() / total;
        let mean: Vec<f64> = (0..width).map(|i| moment(&|r, i| r.x[i], i)).collect();
        let variance = |i: usize| moment(&|r, i| (r.x[i] - mean[i]) * (r.x[i] - mean[i]), i);
        let deviation = (0..width).map(|i| libm::sqrt(variance(i)).max(1e-6)).collect();
        Scale { mean, deviation }
    }

    /// The standardised row, with a last feature of 1 for the bias.
    fn apply(&self, row: &Row) -> Row {
        let scaled = row.x.iter().zip(&self.mean).zip(&self.deviation);
        Row {
            x: scaled.map(|((x, m), d)| (x - m) / d).chain([1.0]).collect(),
            y: row.y,
        }
    }

    fn unapply(&self, weights: &Array1<f64>) -> Logistic {
        let raw: Vec<f64> = weights.iter().zip(&self.deviation).map(|(w, d)| w / d).collect();
        let shift: f64 = raw.iter().zip(&self.mean).map(|(w, m)| w * m).sum();
        Logistic {
            bias: weights.last().copied().unwrap_or(0.0) - shift,
            weights: raw,
        }
    }
}

/// Solves Hessian · step = gradient at `weights`; the last weight is the bias.
fn newton_step(rows: &[Row], weights: &Array1<f64>, penalty: f64) -> Array1<f64> {
    let bias = weights.len() - 1;
    let mut hessian = Array2::from_diag_elem(weights.len(), penalty);
    let mut gradient = weights * penalty;
    gradient[bias] = 0.0;
    hessian[[bias, bias]] = 1e-6;
    for row in rows {
        let p = logistic(row.x.iter().zip(weights).map(|(x, w)| x * w).sum());
        let error = p - f64::from(u8::from(row.y));
        let curvature = p * (1.0 - p);
        let x = ArrayView1::from(&row.x);
        gradient.scaled_add(error, &x);
        for (mut slopes, x_i) in hessian.rows_mut().into_iter().zip(&row.x) {
            slopes.scaled_add(curvature * x_i, &x);
        }
    }
    solve(hessian, gradient)
}

/// Solves a positive definite system by elimination: some dozens of unknowns need no library for linear algebra.
fn solve(mut a: Array2<f64>, mut b: Array1<f64>) -> Array1<f64> {
    for i in 0..b.len() {
        for k in i + 1..b.len() {
            let factor = a[[k, i]] / a[[i, i]];
            let (upper, mut lower) = a.view_mut().split_at(Axis(0), k);
            lower.row_mut(0).scaled_add(-factor, &upper.row(i));
            b[k] -= factor * b[i];
        }
    }
    for i in (0..b.len()).rev() {
        let known: f64 = (i + 1..b.len()).map(|j| a[[i, j]] * b[j]).sum();
        b[i] = (b[i] - known) / a[[i, i]];
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let row = |i: usize| Row {
            x: vec![i as f64, (i * 7 % 11) as f64],
            y: i % 20 > 10 || i > 30,
        };
        (0..40).map(row).collect()
    }

    #[test]
    fn the_gradient_vanishes_at_the_fit() {
        let rows = rows();
        let model = Logistic::fit(&rows, 0.0);
        for i in 0..2 {
            let slope: f64 = rows
                .iter()
                .map(|r| (logistic(model.score(&r.x)) - f64::from(u8::from(r.y))) * r.x[i])
                .sum();
            assert!(slope.abs() < 1e-6, "{slope}");
        }
    }

    #[test]
    fn a_penalty_draws_the_weights_to_nothing_and_the_bias_to_the_base_rate() {
        let rows = rows();
        let model = Logistic::fit(&rows, 1e9);
        let positive = rows.iter().filter(|r| r.y).count() as f64 / rows.len() as f64;
        assert!(model.weights.iter().all(|w| w.abs() < 1e-6));
        assert!((logistic(model.score(&rows[0].x)) - positive).abs() < 1e-6);
    }

    #[test]
    fn units_change_nothing_under_a_penalty() {
        let rows = rows();
        let in_other_units = |x: &[f64]| vec![x[0] * 1000.0 - 7.0, x[1] * 0.01 + 3.0];
        let others: Vec<Row> = rows
            .iter()
            .map(|row| Row {
                x: in_other_units(&row.x),
                ..row.clone()
            })
            .collect();
        let (model, other) = (Logistic::fit(&rows, 2.0), Logistic::fit(&others, 2.0));
        for row in &rows {
            let (score, same) = (model.score(&row.x), other.score(&in_other_units(&row.x)));
            assert!((score - same).abs() < 1e-9, "{score} {same}");
        }
    }

    #[test]
    fn no_rows_give_a_model_that_says_nothing() {
        assert_eq!(Logistic::fit(&[], 1.0).score(&[]), 0.0);
    }
}
