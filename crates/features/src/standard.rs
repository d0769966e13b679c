//! An encoder's numbers, each brought to mean 0 and spread 1 over the training articles.
//!
//! The vectors of sentence encoders lie in a narrow cone: what all texts have in common outweighs what tells them apart,
//! and a few numbers vary more than all others (Ethayarajh 2019; Timkey & van Schijndel 2021). Standardised, they stand
//! beside weighted terms as equals.

/// The mean and the spread of each number of an encoder's vector; empty where there is no encoder.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Standard {
    means: Vec<f32>,
    spreads: Vec<f32>,
}

impl Standard {
    /// The standard of vectors of `width` numbers; those of articles without one, all zeros, do not count.
    pub(crate) fn of<'a>(vectors: impl Iterator<Item = &'a [f32]>, width: usize) -> Self {
        let (mut sums, mut squares) = (vec![0.0_f64; width], vec![0.0_f64; width]);
        let mut count = 0.0_f64;
        for vector in vectors.filter(|vector| is_there(vector)) {
            count += 1.0;
            for (at, &number) in vector.iter().enumerate() {
                sums[at] += f64::from(number);
                squares[at] += f64::from(number) * f64::from(number);
            }
        }
        let count = count.max(1.0);
        let spread = |(sum, square): (&f64, &f64)| {
            let variance = square / count - (sum / count) * (sum / count);
            (variance.max(0.0).sqrt() as f32).max(LEAST_SPREAD)
        };
        Standard {
            means: sums.iter().map(|sum| (sum / count) as f32).collect(),
            spreads: sums.iter().zip(&squares).map(spread).collect(),
        }
    }

    /// The standard that was frozen as `numbers`: all means, then all spreads.
    pub(crate) fn thaw(numbers: &[f32]) -> Self {
        let (means, spreads) = numbers.split_at(numbers.len() / 2);
        Standard {
            means: means.to_vec(),
            spreads: spreads.iter().map(|spread| spread.max(LEAST_SPREAD)).collect(),
        }
    }

    /// What a model file stores of it.
    pub(crate) fn freeze(&self) -> Vec<f32> {
        [self.means.as_slice(), &self.spreads].concat()
    }

    /// How many numbers its vectors have.
    pub(crate) fn width(&self) -> usize {
        self.means.len()
    }

    /// Standardises a vector in place; one that is not there stays so.
    pub(crate) fn apply(&self, vector: &mut [f32]) {
        if !is_there(vector) {
            return;
        }
        for ((number, mean), spread) in vector.iter_mut().zip(&self.means).zip(&self.spreads) {
            *number = (*number - mean) / spread;
        }
    }
}

/// A number that hardly varies tells nothing; it is not blown up.
const LEAST_SPREAD: f32 = 1e-4;

fn is_there(vector: &[f32]) -> bool {
    vector.iter().any(|&number| number != 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_training_vectors_get_mean_0_and_spread_1() {
        let mut vectors = [[1.0, 8.0], [3.0, 8.0], [0.0, 0.0]];
        let standard = Standard::of(vectors.iter().map(<[f32; 2]>::as_slice), 2);
        assert_eq!(Standard::thaw(&standard.freeze()), standard);
        vectors.iter_mut().for_each(|vector| standard.apply(vector));
        assert_eq!(vectors, [[-1.0, 0.0], [1.0, 0.0], [0.0, 0.0]]);
    }
}
