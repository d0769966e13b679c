//! The learners: Naive Bayes, support vector machines and logistic regression over sparse rows.
//!
//! Each is a set of parameters that [`Fit`](linfa::traits::Fit)s [`Records`] with [`Targets`] to a [`LinearModel`]: all
//! of them end in one weight per term and topic, so they share scoring, evidence and the model file. With exclusive
//! targets a class is told from all others; otherwise every topic is learned one-vs-rest.
//!
//! ```
//! use linfa::prelude::*;
//! use notis_learn::learners::{Learner, Records, Targets};
//! use notis_learn::{RowView, SparseRows};
//!
//! let mut rows = SparseRows::new(2);
//! rows.push(RowView { indices: &[0], values: &[1.0] });
//! rows.push(RowView { indices: &[1], values: &[1.0] });
//! let targets = Targets::exclusive(2, &[0, 1]);
//! let model = Learner::Svm { cost: 1.0 }.fit(&DatasetBase::new(Records(&rows), targets)).unwrap();
//! assert!(model.score(rows.row(0), 0) > model.score(rows.row(0), 1));
//! ```

mod complement;
mod dual;
mod linear;
mod loss;
mod multinomial;
mod parameters;
mod records;
mod sums;
mod targets;

pub use dual::DualOptions;
pub use dual::{LANES, SplitMix};
pub use linear::LinearModel;
pub use multinomial::{MultinomialCounts, fit_counts};
pub use multinomial::{fit_naive_bayes, naive_bayes_counts};
pub use parameters::{LearnError, Learner, LearnerKind};
pub use records::Records;
pub use targets::Targets;
