//! Linear classifiers over rows of numbers, wherever these come from.

use linfa::DatasetBase;
use linfa::traits::Fit;
use notis_learn::learners::{Records, Targets};

use crate::error::Cause;
use crate::{Error, Learner, SparseRows};

/// One weight per class and column, and one bias per class.
///
/// ```
/// use notis::{Learner, Linear, RowView, SparseRows};
///
/// let mut rows = SparseRows::new(2);
/// for column in [0, 1, 0, 1] {
///     rows.push(RowView { indices: &[column], values: &[1.0] });
/// }
/// let linear = Linear::fit(&rows, &[0, 1, 0, 1], 2, Learner::SVM, None)?;
/// assert!(linear.weights[0] < 0.0 && linear.weights[1] > 0.0, "column 1 speaks for class 1");
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// The weights, class by class; of two classes those of the second against the first alone.
    pub weights: Vec<f32>,
    /// The biases, as many as there are classes, or one for two.
    pub biases: Vec<f32>,
}

impl Linear {
    /// Fits rows to the class of each. `value` is the learner's one number (the cost of an error, or what counts are raised
    /// by); without it, what does well without asking.
    ///
    /// # Errors
    /// Where a class or the number is out of range, or there are not as many classes as rows.
    pub fn fit(
        rows: &SparseRows,
        classes: &[u16],
        count: usize,
        learner: Learner,
        value: Option<f64>,
    ) -> Result<Self, Error> {
        if let Some(class) = classes.iter().find(|&&class| usize::from(class) >= count) {
            return Err(Error::Options(format!("there is no class {class} among {count}")));
        }
        let parameters = value.map_or(learner.0.usual(), |value| learner.0.with(value));
        let targets = targets(classes, count);
        let dataset = DatasetBase::new(Records(rows), &targets);
        let model = parameters
            .fit(&dataset)
            .map_err(|error| Error::Training(Cause::of(error)))?;
        let class = |class: usize| (0..model.columns()).map(move |column| (class, column));
        let cells = (0..model.topics()).flat_map(class);
        Ok(Linear {
            weights: cells.map(|(class, column)| model.column(column)[class]).collect(),
            biases: model.biases().to_vec(),
        })
    }
}

/// One class against all others; two classes need only the second against the first.
fn targets(classes: &[u16], count: usize) -> Targets {
    if count == 2 {
        let second: Vec<Vec<u16>> = classes.iter().map(|&class| vec![0; usize::from(class)]).collect();
        Targets::multiple(1, &second)
    } else {
        Targets::exclusive(count, classes)
    }
}
