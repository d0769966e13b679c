//! The learners: Naive Bayes, support vector machines and logistic regression over sparse rows.
//!
//! Each is a [`Learner`] of the list [`LearnerKind::ALL`]. With its number it makes [`LearnerParams`], linfa's parameters,
//! which [`Fit`](linfa::traits::Fit) [`Records`] with [`Targets`] to a [`LinearModel`] that
//! [`Predict`](linfa::traits::Predict)s: all of them end in one weight per term and topic, so they share scoring, evidence
//! and the model file. With exclusive targets a class is told from all others; otherwise every topic is learned
//! one-vs-rest.
//!
//! ```
//! use linfa::prelude::*;
//! use notis_learn::learners::{LearnerKind, Records, Targets};
//! use notis_learn::{RowView, SparseRows};
//!
//! let mut rows = SparseRows::new(2);
//! rows.push(RowView { indices: &[0], values: &[1.0] });
//! rows.push(RowView { indices: &[1], values: &[1.0] });
//! let targets = Targets::exclusive(2, &[0, 1]);
//! let model = LearnerKind::SVM.with(1.0).fit(&DatasetBase::new(Records(&rows), &targets)).unwrap();
//! assert!(model.score(rows.row(0), 0) > model.score(rows.row(0), 1));
//! ```

mod bayes_bridge;
mod complement;
mod descent;
mod kind;
mod learner;
mod linear;
mod logistic;
mod loss;
mod multinomial;
mod parameters;
mod records;
mod sums;
mod svm;
mod targets;

pub use descent::{Descent, LANES};
pub use kind::LearnerKind;
pub use learner::Learner;
pub use linear::LinearModel;
pub use multinomial::{MultinomialCounts, fit_naive_bayes, naive_bayes_counts};
pub use parameters::{LearnerParams, LearnerValidParams};
pub use records::Records;
pub use targets::Targets;
