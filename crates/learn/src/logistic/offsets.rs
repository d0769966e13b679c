//! Logistic regression with offsets on sparse rows, in its dual.

use super::centred::Combination;
use super::{CentredRows, Derivatives};
use crate::math::logistic;

/// A guard: rounds over all examples. They end earlier where nothing moves any more.
const ROUNDS: usize = 200;
/// A round that moves no multiple further than this is the last: on rows of length 1 it moves no probability by more than a
/// quarter of it.
const STILL: f64 = 1e-6;

/// An example of which another model has spoken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OffsetExample {
    /// Its row among the [`CentredRows`].
    pub row: usize,
    /// 1 where it is positive, else 0.
    pub truth: f64,
    /// The log-odds that are known.
    pub log_odds: f64,
}

/// What is to be added to known log-odds: `bias` + Σ `multiples` · row.
#[derive(Clone, Debug, PartialEq)]
pub struct OffsetRegression {
    /// How often each row stands in the weights, for all rows; 0 for those of no example.
    pub multiples: Vec<f64>,
    /// What is added whatever the row is.
    pub bias: f64,
}

impl OffsetRegression {
    /// Minimises the logistic loss of `examples` plus `penalty`/2 · |weights|² and what else is known of the bias, whose
    /// slope and curvature at a bias `known` tells.
    ///
    /// By the representer theorem (Kimeldorf & Wahba 1971) the weights are a sum of the examples' own rows. Their
    /// multiples are found one after the other (Keerthi et al. 2005), each by a Newton step within its bounds: at the
    /// minimum a multiple is (truth − probability) / penalty. The same examples in the same order give the same bits.
    ///
    /// # Panics
    /// Where an example's row is not there.
    pub fn fit(
        examples: &[OffsetExample],
        rows: &CentredRows<'_>,
        penalty: f64,
        known: impl Fn(f64) -> Derivatives,
    ) -> Self {
        let mut descent = Descent::new(rows, penalty);
        for _ in 0..ROUNDS {
            let mut moved: f64 = 0.0;
            for example in examples {
                moved = moved.max(descent.step(example).abs());
            }
            moved = moved.max(descent.shift(examples, &known).abs());
            if moved < STILL {
                break;
            }
        }
        descent.fit
    }
}

/// A fit under way.
struct Descent<'a> {
    rows: &'a CentredRows<'a>,
    penalty: f64,
    fit: OffsetRegression,
    weights: Combination<'a>,
}

impl<'a> Descent<'a> {
    fn new(rows: &'a CentredRows<'a>, penalty: f64) -> Self {
        Descent {
            penalty,
            fit: OffsetRegression {
                multiples: vec![0.0; rows.len()],
                bias: 0.0,
            },
            weights: Combination::zero(rows),
            rows,
        }
    }

    /// The log-odds of an example as they are fitted so far.
    fn log_odds(&self, example: &OffsetExample) -> f64 {
        example.log_odds + (self.weights.dot(example.row) + self.fit.bias)
    }

    /// A Newton step on the multiple of one example; gives how far it moved.
    fn step(&mut self, example: &OffsetExample) -> f64 {
        let (truth, penalty) = (example.truth, self.penalty);
        let p = logistic(self.log_odds(example));
        let multiple = self.fit.multiples[example.row];
        let slope = penalty * multiple + p - truth;
        let curvature = penalty + p * (1.0 - p) * self.rows.squared_length(example.row);
        let (least, most) = ((truth - 1.0) / penalty, truth / penalty);
        let next = (multiple - slope / curvature).clamp(least, most);
        let moved = next - multiple;
        self.fit.multiples[example.row] = next;
        self.weights.add(example.row, moved);
        moved
    }

    /// A Newton step on the bias; gives how far it moved.
    fn shift(&mut self, examples: &[OffsetExample], known: &impl Fn(f64) -> Derivatives) -> f64 {
        let mut at = known(self.fit.bias);
        for example in examples {
            at.add(self.log_odds(example), example.truth, 1.0);
        }
        let moved = at.newton_step();
        self.fit.bias += moved;
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RowView;

    const PENALTY: f64 = 0.3;

    fn rows() -> CentredRows<'static> {
        let row = |indices, values| RowView { indices, values };
        let rows = vec![
            row(&[0, 1], &[0.6, 0.8]),
            row(&[0, 2], &[0.6, 0.8]),
            row(&[2], &[1.0]),
        ];
        CentredRows::new(
            rows,
            |row| row.iter().map(|(_, value)| f64::from(value) * 0.1).sum(),
            0.03,
        )
    }

    fn examples() -> [OffsetExample; 2] {
        let example = |row, truth, log_odds| OffsetExample { row, truth, log_odds };
        [example(0, 1.0, -1.0), example(1, 0.0, 0.5)]
    }

    fn missed(fit: &OffsetRegression, rows: &CentredRows<'_>) -> Vec<f64> {
        let mut weights = Combination::zero(rows);
        fit.multiples
            .iter()
            .enumerate()
            .for_each(|(at, &multiple)| weights.add(at, multiple));
        let error = |e: &OffsetExample| e.truth - logistic(e.log_odds + weights.dot(e.row) + fit.bias);
        examples().iter().map(error).collect()
    }

    #[test]
    fn the_minimum_is_where_each_multiple_is_its_error() {
        let (rows, known) = (rows(), |bias| Derivatives::of_prior(2.0, bias));
        let fit = OffsetRegression::fit(&examples(), &rows, PENALTY, known);
        let missed = missed(&fit, &rows);
        for (multiple, error) in fit.multiples.iter().zip(&missed) {
            assert!((multiple - error / PENALTY).abs() < 1e-4, "{multiple} {error}");
        }
        assert!(
            (2.0 * fit.bias - missed.iter().sum::<f64>()).abs() < 1e-4,
            "{fit:?}"
        );
        assert_eq!(fit.multiples[2], 0.0, "no example is of the third row");
    }

    #[test]
    fn a_penalty_draws_the_weights_to_what_was_known() {
        let (rows, known) = (rows(), |bias| Derivatives::of_prior(1e9, bias));
        let fit = OffsetRegression::fit(&examples(), &rows, 1e9, known);
        assert!(fit.bias.abs() < 1e-6 && fit.multiples.iter().all(|multiple| multiple.abs() < 1e-6));
    }

    #[test]
    fn without_examples_the_bias_is_what_else_is_known_of_it() {
        let known = |bias: f64| Derivatives::of_prior(3.0, bias - 0.7);
        let fit = OffsetRegression::fit(&[], &rows(), PENALTY, known);
        assert!((fit.bias - 0.7).abs() < 1e-9, "{fit:?}");
    }
}
