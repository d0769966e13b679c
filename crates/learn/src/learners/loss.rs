//! The two losses that dual coordinate descent minimises, each as the step it takes on one dual variable.

/// The dual variable of one example in one topic, in the form its loss keeps it.
pub(super) trait Loss: Copy + Send + Sync {
    /// Where the dual variable starts.
    fn start(self, cost: f64) -> f64;

    /// The new value of a dual variable and how far it was from where it should be. `margin` is y·(w·x), `norm` x·x.
    fn step(self, alpha: f64, margin: f64, norm: f64, cost: f64) -> (f64, f64);
}

/// Squared hinge loss, max(0, 1 − margin)²: the L2-loss support vector machine (Hsieh et al. 2008).
#[derive(Clone, Copy, Debug)]
pub(super) struct SquaredHinge;

impl Loss for SquaredHinge {
    fn start(self, _: f64) -> f64 {
        0.0
    }

    fn step(self, alpha: f64, margin: f64, norm: f64, cost: f64) -> (f64, f64) {
        let ridge = 0.5 / cost;
        let gradient = margin - 1.0 + alpha * ridge;
        let violation = if alpha == 0.0 { gradient.min(0.0) } else { gradient };
        ((alpha - gradient / (norm + ridge)).max(0.0), violation.abs())
    }
}

/// Logistic loss, ln(1 + e^−margin) (Yu, Huang & Lin 2011).
#[derive(Clone, Copy, Debug)]
pub(super) struct Logistic;

/// Newton steps on one dual variable; two or three nearly always do.
const NEWTON_STEPS: usize = 100;

impl Loss for Logistic {
    fn start(self, cost: f64) -> f64 {
        (0.001 * cost).min(1e-8)
    }

    /// Minimises the dual over one variable. Near a bound the Newton step is taken on the smaller of α and C − α,
    /// which keeps the logarithms exact.
    fn step(self, alpha: f64, margin: f64, norm: f64, cost: f64) -> (f64, f64) {
        let sign = if 0.5 * norm * (cost - 2.0 * alpha) + margin < 0.0 {
            -1.0
        } else {
            1.0
        };
        let old = if sign > 0.0 { alpha } else { cost - alpha };
        let mut z = if cost - old < 0.5 * cost { 0.1 * old } else { old };
        let gradient = |z: f64| norm * (z - old) + sign * margin + libm::log(z / (cost - z));
        let violation = gradient(z).abs();
        for _ in 0..NEWTON_STEPS {
            let slope = gradient(z);
            if slope.abs() < 1e-9 {
                break;
            }
            let next = z - slope / (norm + cost / (cost - z) / z);
            z = if next <= 0.0 {
                z * 0.1
            } else {
                next.min(cost * (1.0 - 1e-12))
            };
        }
        (if sign > 0.0 { z } else { cost - z }, violation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// A step ends where a second one has nothing left to do.
        #[test]
        fn a_step_ends_at_the_minimum(alpha in 0.001..0.999_f64, margin in -5.0..5.0_f64, norm in 0.1..4.0_f64) {
            let (new, _) = SquaredHinge.step(alpha, margin, norm, 1.0);
            let (again, _) = SquaredHinge.step(new, margin + norm * (new - alpha), norm, 1.0);
            prop_assert!((new - again).abs() < 1e-9);
            let (new, _) = Logistic.step(alpha, margin, norm, 1.0);
            let (again, _) = Logistic.step(new, margin + norm * (new - alpha), norm, 1.0);
            prop_assert!((new - again).abs() < 1e-6, "{new} {again}");
            prop_assert!(new > 0.0 && new < 1.0);
        }
    }
}
