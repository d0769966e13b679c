//! One number beside log-odds that are known.

use super::Derivatives;

/// Newton steps, always as many: the last ones move nothing any more, and there is no tolerance to choose.
const STEPS: usize = 30;

/// The shift of known log-odds that makes `examples`, pairs of log-odds and truth, most probable where it is drawn to 0
/// by a normal prior of this `precision` (1 / variance, above 0): the greatest posterior of the intercept of a logistic
/// regression with offsets (McCullagh & Nelder 1989, Generalized Linear Models), by Newton's method.
///
/// ```
/// use notis_learn::logistic::intercept;
///
/// let examples = [(0.0, true), (0.0, true), (0.0, true), (0.0, false)];
/// assert!((intercept(&examples, 1e-6) - 3_f64.ln()).abs() < 1e-5);
/// assert_eq!(intercept(&[], 2.0), 0.0);
/// ```
pub fn intercept(examples: &[(f64, bool)], precision: f64) -> f64 {
    let mut shift = 0.0;
    for _ in 0..STEPS {
        let mut at = Derivatives::of_prior(precision, shift);
        for &(log_odds, truth) in examples {
            at.add(log_odds + shift, f64::from(u8::from(truth)), 1.0);
        }
        shift += at.newton_step();
    }
    shift
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::logistic;

    #[test]
    fn the_pull_of_the_prior_balances_that_of_the_examples() {
        let examples: Vec<(f64, bool)> = (0..50).map(|i| (f64::from(i % 7) - 2.0, i % 3 == 0)).collect();
        let shift = intercept(&examples, 2.0);
        let missed = |&(odds, truth): &(f64, bool)| f64::from(u8::from(truth)) - logistic(odds + shift);
        let pull: f64 = examples.iter().map(missed).sum();
        assert!(
            shift < -0.5 && (pull - 2.0 * shift).abs() < 1e-9,
            "{shift} {pull}"
        );
    }

    #[test]
    fn a_strong_prior_leaves_the_log_odds_as_they_are() {
        assert!(intercept(&[(0.0, true); 10], 1e6).abs() < 1e-5);
    }
}
