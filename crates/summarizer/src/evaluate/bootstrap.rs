//! How much of a difference is chance.

use crate::rouge::Scores;
use notis_learn::random::SplitMix;

/// A 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval {
    /// 2.5 % of the resampled means lie below.
    pub low: f64,
    /// 2.5 % of the resampled means lie above.
    pub high: f64,
}

const RESAMPLES: usize = 2000;

/// The paired bootstrap intervals of the mean difference, for each of the three measures. Efron & Tibshirani (1993), "An
/// introduction to the bootstrap". The draws are the same every time.
pub(super) fn intervals(differences: &[Scores]) -> [Interval; 3] {
    if differences.is_empty() {
        return [Interval::default(); 3];
    }
    let mut dice = SplitMix(7);
    let n = differences.len();
    let mut means: [Vec<f64>; 3] = Default::default();
    for _ in 0..RESAMPLES {
        let draw: Vec<Scores> = (0..n).map(|_| differences[dice.below(n)]).collect();
        let mean = crate::rouge::mean(&draw).as_array();
        means.iter_mut().zip(mean).for_each(|(all, one)| all.push(one));
    }
    means.map(|mut all| {
        all.sort_by(f64::total_cmp);
        Interval {
            low: all[RESAMPLES / 40 - 1],
            high: all[RESAMPLES - RESAMPLES / 40 - 1],
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(r1: f64) -> Scores {
        Scores {
            r1,
            ..Scores::default()
        }
    }

    #[test]
    fn equal_differences_leave_no_doubt() {
        let interval = intervals(&[difference(0.25); 12])[0];
        assert!((interval.low - 0.25).abs() < 1e-12 && (interval.high - 0.25).abs() < 1e-12);
    }

    #[test]
    fn the_interval_holds_the_mean_and_narrows_with_more_articles() {
        let few: Vec<Scores> = (0..10).map(|i| difference(f64::from(i % 5))).collect();
        let many: Vec<Scores> = (0..1000).map(|i| difference(f64::from(i % 5))).collect();
        let (few, many) = (intervals(&few)[0], intervals(&many)[0]);
        assert!(few.low < 2.0 && 2.0 < few.high && many.low < 2.0 && 2.0 < many.high);
        assert!(many.high - many.low < (few.high - few.low) / 5.0);
    }
}
