//! What models that had not seen them said of the training articles, as counts: a statistic of a few kilobytes that
//! stands in for the corpus where a model learns from corrections.
//!
//! Of each topic it tells in how many articles, about it and not, the log-odds fell into each bin. People send the
//! articles that were tagged wrongly; of these alone a topic's base rate cannot be learned, since the hundred articles that
//! were right are missing from them.

use notis_learn::logistic::Derivatives;

/// Bins of log-odds from −8 to 8.
const BINS: usize = 64;
/// What the outermost bins hold as well is all beyond them.
const FURTHEST: f64 = 8.0;

/// The counts of one topic: in articles that are not about it, and in those that are.
type Counts = [[u32; BINS]; 2];

/// Counts of out-of-fold log-odds, topic by topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct HeldOut(Vec<Counts>);

impl HeldOut {
    /// Nothing yet of so many topics.
    pub(super) fn of(topics: usize) -> Self {
        HeldOut(vec![[[0; BINS]; 2]; topics])
    }

    /// Takes over what is known of the first topics.
    pub(super) fn take(&mut self, known: &HeldOut) {
        self.0
            .iter_mut()
            .zip(&known.0)
            .for_each(|(own, known)| *own = *known);
    }

    /// Puts the log-odds of a topic's articles in the place of what was known of it.
    pub(super) fn set(&mut self, topic: usize, odds: impl Iterator<Item = (f64, bool)>) {
        self.0[topic] = [[0; BINS]; 2];
        odds.for_each(|(z, about)| self.0[topic][usize::from(about)][bin(z)] += 1);
    }

    /// Slope and curvature of the logistic loss of a topic's articles where all their log-odds are raised by `bias`;
    /// `None` where nothing is known of the topic.
    pub(super) fn loss(&self, topic: usize, bias: f64) -> Option<Derivatives> {
        let counts = self.0.get(topic)?;
        if counts.as_flattened().iter().all(|&count| count == 0) {
            return None;
        }
        let mut at = Derivatives::default();
        for (about, counts) in counts.iter().enumerate() {
            for (bin, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                at.add(middle(bin) + bias, about as f64, f64::from(count));
            }
        }
        Some(at)
    }

    /// The counts as a model file holds them.
    pub(super) fn to_counts(&self) -> Vec<u32> {
        self.0.as_flattened().as_flattened().to_vec()
    }

    /// The counts that a model file holds; `None` where they are not whole topics.
    pub(super) fn from_counts(counts: &[u32]) -> Option<Self> {
        let (halves, []) = counts.as_chunks::<BINS>() else {
            return None;
        };
        let (topics, []) = halves.as_chunks::<2>() else {
            return None;
        };
        Some(HeldOut(topics.to_vec()))
    }

    /// How many topics it is for.
    pub(super) fn topics(&self) -> usize {
        self.0.len()
    }
}

fn bin(odds: f64) -> usize {
    let at = (odds + FURTHEST) / (2.0 * FURTHEST) * BINS as f64;
    at.clamp(0.0, BINS as f64 - 1.0) as usize
}

fn middle(bin: usize) -> f64 {
    (bin as f64 + 0.5) / BINS as f64 * 2.0 * FURTHEST - FURTHEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bin_holds_its_middle() {
        assert!((0..BINS).all(|at| bin(middle(at)) == at));
        assert_eq!((bin(-100.0), bin(100.0)), (0, BINS - 1));
    }

    #[test]
    fn raising_odds_that_are_right_costs() {
        let mut held = HeldOut::of(2);
        let pairs = (0..100).map(|i| (if i < 20 { 1.4 } else { -1.4 }, i < 16 || (20..36).contains(&i)));
        held.set(1, pairs);
        assert!(held.loss(0, 0.0).is_none() && held.loss(7, 0.0).is_none());
        let at = |bias| held.loss(1, bias).expect("it was set");
        assert!(
            at(0.0).slope.abs() < 1.0 && at(0.0).curvature > 10.0,
            "{:?}",
            at(0.0)
        );
        assert!(at(1.0).slope > 5.0);
        assert_eq!(HeldOut::from_counts(&held.to_counts()), Some(held));
        assert_eq!(HeldOut::from_counts(&[0; 65]), None);
    }
}
