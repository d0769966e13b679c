//! The one bridge to linfa-bayes: class sums in, the fitted logarithms out.
//!
//! linfa's estimators take dense rows; a corpus of articles over a hundred thousand terms would not fit. But Multinomial
//! Naive Bayes needs only the summed counts of each class, so linfa-bayes is given one row a class – the sums – and fits
//! the very same weights. Its priors would count these rows and not the articles; they are one division, made by the
//! caller.
//!
//! linfa-bayes 0.7.1 keeps what it fitted in private fields, and `predict` tells labels alone: serde is the only public
//! door to the weights. They pass it as bytes of the postcard format, which hold numbers as they are. For two classes of
//! 230,000 columns the whole fit takes 37 ms (`cargo run --release -p notis-learn --example naive_bayes`, two cores under
//! load, 2026-11-28), where the way through JSON took 117 ms and the sums alone take 7.

use std::collections::BTreeMap;

use linfa::traits::FitWith;
use linfa::{DatasetBase, ParamGuard};
use linfa_bayes::{MultinomialNb, MultinomialNbParams};
use ndarray::{Array1, Array2};
use serde::Deserialize;

use crate::LearnError;

/// linfa-bayes's own form of the fitted model, field by field, the classes in order.
#[derive(Deserialize)]
struct Fitted {
    class_info: BTreeMap<usize, FittedClass>,
}

#[derive(Deserialize)]
struct FittedClass {
    _class_count: usize,
    _prior: f64,
    _feature_count: Array1<f64>,
    feature_log_prob: Array1<f64>,
}

/// The logarithm of each column's smoothed share in each class of `sums`, whose rows are classes.
///
/// # Errors
/// Where linfa-bayes refuses `alpha`.
pub(super) fn log_shares(sums: Array2<f64>, alpha: f64) -> Result<Vec<Array1<f64>>, LearnError> {
    let parameters = MultinomialNbParams::new().alpha(alpha).check()?;
    let classes = Array1::from_iter(0..sums.nrows());
    let model = parameters.fit_with(None, &DatasetBase::new(sums, classes))?;
    Ok(model.as_ref().map_or_else(Vec::new, thaw))
}

/// Reads the logarithms, class by class, out of linfa's struct.
fn thaw(model: &MultinomialNb<f64, usize>) -> Vec<Array1<f64>> {
    let frozen = postcard::to_allocvec(model)
        .unwrap_or_else(|error| unreachable!("numbers and a map of known length serialise: {error}"));
    let fitted: Fitted = postcard::from_bytes(&frozen)
        .unwrap_or_else(|error| unreachable!("linfa-bayes is pinned, its fields are these: {error}"));
    let classes = fitted.class_info.into_values();
    classes.map(|class| class.feature_log_prob).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use linfa::traits::Fit;
    use ndarray::{Axis, array};

    /// Weights from class sums are linfa-bayes's own from the dense rows.
    #[test]
    fn sums_fit_as_the_rows_do() {
        let rows = array![
            [2.0, 0.0, 1.0],
            [1.0, 1.0, 0.0],
            [0.0, 3.0, 1.0],
            [0.0, 2.0, 2.0],
            [1.0, 2.0, 0.5]
        ];
        let parameters = MultinomialNbParams::new().alpha(0.3);
        let dense = parameters
            .fit(&DatasetBase::new(rows.clone(), array![0_usize, 0, 1, 1, 1]))
            .unwrap();
        let mut sums = Array2::zeros((2, 3));
        for (row, class) in rows.rows().into_iter().zip([0, 0, 1, 1, 1]) {
            sums.index_axis_mut(Axis(0), class).scaled_add(1.0, &row);
        }
        assert_eq!(log_shares(sums, 0.3).unwrap(), thaw(&dense));
    }
}
