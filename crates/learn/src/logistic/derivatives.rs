//! Slope and curvature of the logistic loss along one number.

use crate::math::logistic;

/// First and second derivative of a penalised logistic loss in a shift that is added to all log-odds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Derivatives {
    /// The first: where it is 0 the loss is least.
    pub slope: f64,
    /// The second, never below 0.
    pub curvature: f64,
}

impl Derivatives {
    /// Those of a normal prior about 0: `precision`/2 · `shift`².
    pub fn of_prior(precision: f64, shift: f64) -> Self {
        Derivatives {
            slope: precision * shift,
            curvature: precision,
        }
    }

    /// Adds `weight` examples of these log-odds, whose truth is 0 or 1.
    pub fn add(&mut self, log_odds: f64, truth: f64, weight: f64) {
        let p = logistic(log_odds);
        self.slope += weight * (p - truth);
        self.curvature += weight * p * (1.0 - p);
    }

    /// How far Newton's method moves the shift.
    pub fn newton_step(self) -> f64 {
        -self.slope / self.curvature.max(FLATTEST)
    }
}

/// A guard: where every example is certain the loss is flat, and a step would have no end.
const FLATTEST: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_loss() {
        let loss = |shift: f64| {
            let examples = [(0.5, 1.0, 2.0), (-1.0, 0.0, 1.0), (2.0, 0.0, 3.0)];
            let cost = |(odds, truth, weight): (f64, f64, f64)| {
                let p = logistic(odds + shift);
                -weight * (truth * p.ln() + (1.0 - truth) * (1.0 - p).ln())
            };
            let mut derivatives = Derivatives::of_prior(4.0, shift);
            for (odds, truth, weight) in examples {
                derivatives.add(odds + shift, truth, weight);
            }
            (
                2.0 * shift * shift + examples.map(cost).iter().sum::<f64>(),
                derivatives,
            )
        };
        let (width, at) = (1e-4, 0.3);
        let (below, here, above) = (loss(at - width), loss(at), loss(at + width));
        let slope = (above.0 - below.0) / (2.0 * width);
        let curvature = (above.0 - 2.0 * here.0 + below.0) / (width * width);
        assert!((here.1.slope - slope).abs() < 1e-6, "{slope} {:?}", here.1);
        assert!(
            (here.1.curvature - curvature).abs() < 1e-5,
            "{curvature} {:?}",
            here.1
        );
    }
}
