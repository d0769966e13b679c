//! Which topics become more, and which fewer: rates before and after, with intervals that allow for how many were
//! looked at.

use serde::Serialize;

/// How the share of a topic has changed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// Articles of the topic, and all articles, before.
    pub before: (u64, u64),
    /// The same after.
    pub after: (u64, u64),
    /// The share after, divided by the share before.
    pub ratio: f64,
    /// From where the ratio lies in 95 of 100 cases, all topics together …
    pub low: f64,
    /// … to where.
    pub high: f64,
}

impl Trend {
    /// Whether the change is more than chance.
    pub fn is_told(&self) -> bool {
        self.low > 1.0 || self.high < 1.0
    }
}

/// The trends of topics, each with its articles before and after, of so many in all. The intervals are those of the
/// logarithm of a ratio of shares (Katz et al. 1978), a half added to each count so that none is empty (Walter 1975), and
/// Bonferroni's correction for the number of topics.
///
/// ```
/// let found = notis_discover::trends(&[(10, 40), (20, 22)], 200, 200);
/// assert!(found[0].is_told() && found[0].ratio > 3.0);
/// assert!(!found[1].is_told());
/// ```
pub fn trends(topics: &[(u64, u64)], all_before: u64, all_after: u64) -> Vec<Trend> {
    let width = normal_quantile(1.0 - 0.05 / (2.0 * topics.len().max(1) as f64));
    let trend = |&(before, after): &(u64, u64)| {
        let (a, b) = (after as f64 + 0.5, before as f64 + 0.5);
        let (all_a, all_b) = (all_after as f64 + 0.5, all_before as f64 + 0.5);
        let log = libm::log(a / all_a) - libm::log(b / all_b);
        let error = (1.0 / a - 1.0 / all_a + 1.0 / b - 1.0 / all_b).max(0.0).sqrt();
        Trend {
            before: (before, all_before),
            after: (after, all_after),
            ratio: libm::exp(log),
            low: libm::exp(log - width * error),
            high: libm::exp(log + width * error),
        }
    };
    topics.iter().map(trend).collect()
}

/// The quantile of the normal distribution for a probability from 0.5 to 1, within 0.0005 (Abramowitz & Stegun 26.2.23).
fn normal_quantile(probability: f64) -> f64 {
    let t = (-2.0 * libm::log(1.0 - probability)).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    t - above / below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (probability, quantile) in [(0.975, 1.959_96), (0.995, 2.575_83), (0.999, 3.090_23)] {
            assert!((normal_quantile(probability) - quantile).abs() < 5e-4);
        }
    }

    #[test]
    fn more_topics_make_wider_intervals() {
        let one = trends(&[(10, 30)], 500, 500)[0];
        let many = trends(&[(10, 30); 50], 500, 500)[0];
        assert!(one.is_told() && !many.is_told());
        assert!(many.low < one.low && one.high < many.high);
    }

    #[test]
    fn nothing_before_or_after_is_no_trouble() {
        let found = trends(&[(0, 0), (0, 60)], 100, 100);
        assert!(!found[0].is_told() && found[1].is_told());
        assert!(found.iter().all(|t| t.ratio.is_finite() && t.low > 0.0));
    }
}
