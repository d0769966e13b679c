//! Functions that give the same bits on every machine.

/// 1 / (1 + e^(−x)): log-odds to probability.
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
