//! From decision values to probabilities, learned on scores of articles that the scoring model had not seen.
//!
//! With few examples a sigmoid (Platt 1999, fitted as Lin, Lin & Weng 2007 do), with many a monotone step curve
//! (isotonic regression by pooling adjacent violators, Zadrozny & Elkan 2002). Exclusive topics share one temperature
//! (Guo et al. 2017), which leaves the order of topics as the scores have it.

use serde::{Deserialize, Serialize};

use crate::math::logistic;

/// The fewest positives and negatives that isotonic regression is trusted with (Niculescu-Mizil & Caruana 2005 find it
/// better than a sigmoid from about a thousand examples on; on folds of the starter corpus 500 were too few).
const ISOTONIC_LEAST: usize = 1000;
/// Probabilities stay this far from 0 and 1: no amount of examples proves certainty.
const MARGIN: f64 = 1e-4;

/// A monotone map from a topic's decision value to its probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calibration {
    /// 1 / (1 + e^−(slope × score + shift)).
    Sigmoid {
        /// Above 0.
        slope: f64,
        /// Log-odds at score 0.
        shift: f64,
    },
    /// Straight lines between (score, probability) points, both ascending.
    Isotonic {
        /// The points.
        points: Vec<(f32, f32)>,
    },
}

impl Default for Calibration {
    /// The score taken as log-odds.
    fn default() -> Self {
        Calibration::Sigmoid {
            slope: 1.0,
            shift: 0.0,
        }
    }
}

impl Calibration {
    /// Fits to scores and whether each article was about the topic.
    pub fn fit(scores: &[f32], about: &[bool]) -> Self {
        Calibration::curve(scores, about).unwrap_or_else(|| sigmoid(scores, about))
    }

    /// A monotone curve, where there are examples enough for one.
    pub fn curve(scores: &[f32], about: &[bool]) -> Option<Self> {
        let positives = about.iter().filter(|&&about| about).count();
        let enough = positives.min(about.len() - positives) >= ISOTONIC_LEAST;
        enough.then(|| isotonic(scores, about))
    }

    /// The log-odds at a score, finite.
    pub fn log_odds(&self, score: f64) -> f64 {
        let p = f64::from(self.probability(score as f32)).clamp(MARGIN, 1.0 - MARGIN);
        libm::log(p / (1.0 - p))
    }

    /// The probability at a score, in 0..1.
    pub fn probability(&self, score: f32) -> f32 {
        match self {
            Calibration::Sigmoid { slope, shift } => {
                logistic(slope * f64::from(score) + shift).clamp(MARGIN, 1.0 - MARGIN) as f32
            }
            Calibration::Isotonic { points } => interpolate(points, score),
        }
    }
}

fn interpolate(points: &[(f32, f32)], score: f32) -> f32 {
    let after = points.partition_point(|&(at, _)| at <= score);
    match (
        after.checked_sub(1).map(|before| points[before]),
        points.get(after),
    ) {
        (Some((_, p)), None) | (None, Some(&(_, p))) => p,
        (Some((x0, p0)), Some(&(x1, p1))) => p0 + (p1 - p0) * (score - x0) / (x1 - x0),
        (None, None) => 0.5,
    }
}

/// Newton's method with backtracking on the two parameters of the sigmoid. Targets are drawn in a little (Platt 1999),
/// so that cleanly parted scores do not run off to certainty.
fn sigmoid(scores: &[f32], about: &[bool]) -> Calibration {
    let positives = about.iter().filter(|&&about| about).count() as f64;
    let negatives = about.len() as f64 - positives;
    let (high, low) = ((positives + 1.0) / (positives + 2.0), 1.0 / (negatives + 2.0));
    let examples: Vec<(f64, f64)> = scores
        .iter()
        .zip(about)
        .map(|(&score, &about)| (f64::from(score), if about { high } else { low }))
        .collect();
    let (mut slope, mut shift) = (0.0, libm::log((positives + 1.0) / (negatives + 1.0)));
    let mut loss = cross_entropy(&examples, slope, shift);
    for _ in 0..100 {
        let (along_slope, along_shift) = newton_step(&examples, slope, shift);
        let mut size = 1.0;
        let better = loop {
            let (a, b) = (slope + size * along_slope, shift + size * along_shift);
            let new = cross_entropy(&examples, a, b);
            if new < loss || size < 1e-10 {
                break (new < loss).then_some((a, b, new));
            }
            size *= 0.5;
        };
        let Some((a, b, new)) = better else { break };
        let gain = loss - new;
        (slope, shift, loss) = (a, b, new);
        if gain < 1e-9 * loss.abs() {
            break;
        }
    }
    Calibration::Sigmoid {
        slope: slope.max(0.0),
        shift,
    }
}

fn cross_entropy(examples: &[(f64, f64)], slope: f64, shift: f64) -> f64 {
    examples
        .iter()
        .map(|&(score, target)| {
            let odds = slope * score + shift;
            softplus(odds) - target * odds
        })
        .sum()
}

/// ln(1 + e^x), without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + libm::log1p(libm::exp(-x.abs()))
}

fn newton_step(examples: &[(f64, f64)], slope: f64, shift: f64) -> (f64, f64) {
    let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-12, 0.0, 1e-12);
    for &(score, target) in examples {
        let p = logistic(slope * score + shift);
        let curve = p * (1.0 - p);
        g0 += (p - target) * score;
        g1 += p - target;
        h00 += curve * score * score;
        h01 += curve * score;
        h11 += curve;
    }
    let determinant = h00 * h11 - h01 * h01;
    if determinant.abs() < 1e-300 {
        return (0.0, 0.0);
    }
    (
        -(h11 * g0 - h01 * g1) / determinant,
        -(h00 * g1 - h01 * g0) / determinant,
    )
}

/// Pools neighbours in order of score until the share of positives never falls; each pool is one point.
fn isotonic(scores: &[f32], about: &[bool]) -> Calibration {
    let mut examples: Vec<(f32, bool)> = scores.iter().copied().zip(about.iter().copied()).collect();
    // Of one score the positives come first, so that they are pooled with its negatives.
    examples.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut pools: Vec<Pool> = Vec::new();
    for (score, about) in examples {
        let mut pool = Pool {
            scores: f64::from(score),
            positives: f64::from(u8::from(about)),
            count: 1.0,
        };
        while let Some(last) = pools.pop_if(|last| last.share() >= pool.share()) {
            pool.merge(&last);
        }
        pools.push(pool);
    }
    let points = pools
        .iter()
        .map(|pool| (pool.mean_score(), pool.smoothed_share()));
    Calibration::Isotonic {
        points: ascending(points),
    }
}

struct Pool {
    scores: f64,
    positives: f64,
    count: f64,
}

impl Pool {
    fn merge(&mut self, other: &Pool) {
        self.scores += other.scores;
        self.positives += other.positives;
        self.count += other.count;
    }

    fn share(&self) -> f64 {
        self.positives / self.count
    }

    fn mean_score(&self) -> f32 {
        (self.scores / self.count) as f32
    }

    /// A pool of few examples is not believed to be pure.
    fn smoothed_share(&self) -> f32 {
        ((self.positives + 0.5) / (self.count + 1.0)).clamp(MARGIN, 1.0 - MARGIN) as f32
    }
}

/// Smoothing may reorder neighbouring pools: makes both coordinates ascend again.
fn ascending(points: impl Iterator<Item = (f32, f32)>) -> Vec<(f32, f32)> {
    let mut out: Vec<(f32, f32)> = Vec::new();
    for (score, probability) in points {
        match out.last_mut() {
            Some(last) if last.0 >= score => last.1 = last.1.max(probability),
            Some(&mut (_, before)) => out.push((score, probability.max(before))),
            None => out.push((score, probability)),
        }
    }
    out
}

/// The temperature that fits exclusive scores best: probabilities are softmax(score × temperature).
pub fn fit_temperature(rows: &[&[f32]], labels: &[u16]) -> f32 {
    let loss = |log_temperature: f64| -> f64 {
        let temperature = libm::exp(log_temperature) as f32;
        rows.iter()
            .zip(labels)
            .map(|(scores, &label)| {
                -libm::log(f64::from(softmax(scores, temperature)[usize::from(label)]).max(1e-12))
            })
            .sum()
    };
    let (mut low, mut high) = (-6.0, 6.0);
    for _ in 0..40 {
        let (left, right) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        if loss(left) < loss(right) {
            high = right;
        } else {
            low = left;
        }
    }
    libm::exp(0.5 * (low + high)) as f32
}

/// softmax(scores × temperature).
pub fn softmax(scores: &[f32], temperature: f32) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut out: Vec<f32> = scores
        .iter()
        .map(|&score| libm::expf((score - top) * temperature))
        .collect();
    let sum: f32 = out.iter().sum();
    out.iter_mut().for_each(|p| *p /= sum);
    out
}

#[cfg(test)]
mod tests;
