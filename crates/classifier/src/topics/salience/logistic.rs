//! The salience model: a regularised logistic regression over standardised features.

use serde::{Deserialize, Serialize};

use super::{FEATURE_NAMES, Features};

const N: usize = FEATURE_NAMES.len();

/// One (article, topic) pair to learn from.
#[derive(Clone, Debug)]
pub struct Pair {
    /// What was measured.
    pub features: Features,
    /// Whether the article is about the topic.
    pub about: bool,
}

/// The probability that an article is about a topic it names, from [`Features`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SalienceModel {
    /// Weight of each feature as it was measured.
    weights: Vec<f64>,
    bias: f64,
}

impl SalienceModel {
    /// Learns from pairs by Newton's method (iteratively reweighted least squares) with the ridge penalty
    /// `penalty`/2 · ‖w‖² on standardised weights; the bias is free. Deterministic.
    pub fn fit(pairs: &[Pair], penalty: f64) -> Self {
        let scale = Scale::of(pairs);
        let rows: Vec<[f64; N + 1]> = pairs.iter().map(|p| scale.apply(&p.features)).collect();
        let mut weights = [0.0; N + 1];
        for _ in 0..50 {
            let step = newton_step(&rows, pairs, &weights, penalty);
            let length: f64 = step.iter().map(|s| s.abs()).sum();
            weights.iter_mut().zip(step).for_each(|(w, s)| *w -= s);
            if length < 1e-10 {
                break;
            }
        }
        scale.unapply(&weights)
    }

    /// The model learned from the starter corpus (`data/corpus`), for where there are too few labels to learn one.
    pub fn standard() -> Self {
        SalienceModel {
            weights: STANDARD[..N].to_vec(),
            bias: STANDARD[N],
        }
    }

    /// The log-odds that the article is about the topic.
    pub fn score(&self, features: &Features) -> f64 {
        let product: f64 = self.weights.iter().zip(features).map(|(w, x)| w * x).sum();
        product + self.bias
    }

    /// What each feature adds to the score.
    pub fn contributions(&self, features: &Features) -> Vec<f64> {
        self.weights.iter().zip(features).map(|(w, x)| w * x).collect()
    }

    /// The score of nothing at all.
    pub fn bias(&self) -> f64 {
        self.bias
    }

    /// The weight of each feature, in the order of [`FEATURE_NAMES`].
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }
}

/// Weights of [`FEATURE_NAMES`] and the bias, as learned from the starter corpus.
const STANDARD: [f64; N + 1] = [
    1.5, 0.3, 0.8, 0.2, 2.0, 1.5, 1.0, 0.7, 0.3, -1.0, 1.0, 0.5, 1.0, 0.3, -0.3, -0.5, -3.5,
];

/// Mean and spread of each feature.
struct Scale {
    mean: [f64; N],
    deviation: [f64; N],
}

impl Scale {
    fn of(pairs: &[Pair]) -> Self {
        let count = pairs.len().max(1) as f64;
        let mut mean = [0.0; N];
        let mut deviation = [0.0; N];
        for pair in pairs {
            mean.iter_mut()
                .zip(pair.features)
                .for_each(|(m, x)| *m += x / count);
        }
        for pair in pairs {
            for (index, x) in pair.features.iter().enumerate() {
                deviation[index] += (x - mean[index]) * (x - mean[index]) / count;
            }
        }
        deviation.iter_mut().for_each(|d| *d = libm::sqrt(*d).max(1e-6));
        Scale { mean, deviation }
    }

    fn apply(&self, features: &Features) -> [f64; N + 1] {
        std::array::from_fn(|i| {
            features
                .get(i)
                .map_or(1.0, |x| (x - self.mean[i]) / self.deviation[i])
        })
    }

    fn unapply(&self, weights: &[f64; N + 1]) -> SalienceModel {
        let raw: Vec<f64> = (0..N).map(|i| weights[i] / self.deviation[i]).collect();
        let shift: f64 = raw.iter().zip(self.mean).map(|(w, m)| w * m).sum();
        SalienceModel {
            bias: weights[N] - shift,
            weights: raw,
        }
    }
}

/// Solves Hessian · step = gradient at `weights`.
fn newton_step(rows: &[[f64; N + 1]], pairs: &[Pair], weights: &[f64; N + 1], penalty: f64) -> [f64; N + 1] {
    let mut hessian = [[0.0; N + 1]; N + 1];
    let mut gradient = [0.0; N + 1];
    for i in 0..N {
        hessian[i][i] = penalty;
        gradient[i] = penalty * weights[i];
    }
    hessian[N][N] = 1e-9;
    for (row, pair) in rows.iter().zip(pairs) {
        let score: f64 = row.iter().zip(weights).map(|(x, w)| x * w).sum();
        let p = crate::math::logistic(score);
        let error = p - f64::from(u8::from(pair.about));
        for (i, x) in row.iter().enumerate() {
            gradient[i] += error * x;
            for (j, y) in row.iter().enumerate() {
                hessian[i][j] += p * (1.0 - p) * x * y;
            }
        }
    }
    solve(hessian, gradient)
}

/// Solves a positive definite system by elimination.
fn solve(mut a: [[f64; N + 1]; N + 1], mut b: [f64; N + 1]) -> [f64; N + 1] {
    for i in 0..=N {
        for k in i + 1..=N {
            let factor = a[k][i] / a[i][i];
            let (upper, lower) = a.split_at_mut(k);
            lower[0]
                .iter_mut()
                .zip(upper[i])
                .for_each(|(x, y)| *x -= factor * y);
            b[k] -= factor * b[i];
        }
    }
    for i in (0..=N).rev() {
        let known: f64 = (i + 1..=N).map(|j| a[i][j] * b[j]).sum();
        b[i] = (b[i] - known) / a[i][i];
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_the_direction_of_the_evidence() {
        let pair = |x: f64, about| Pair {
            features: std::array::from_fn(|i| if i == 0 { x } else { 0.0 }),
            about,
        };
        let pairs: Vec<Pair> = (0..40)
            .map(|i| pair(f64::from(i) / 10.0, i % 20 > 9 - i / 4))
            .collect();
        let model = SalienceModel::fit(&pairs, 1.0);
        assert!(model.score(&pairs[39].features) > model.score(&pairs[0].features));
        let sum: f64 = model.contributions(&pairs[7].features).iter().sum::<f64>() + model.bias();
        assert!((sum - model.score(&pairs[7].features)).abs() < 1e-12);
    }
}
