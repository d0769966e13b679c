//! Learning that knows no language: sparse rows in, one weight per column and class out.
//!
//! [`learners`] fit linear models; [`calibration`] turns their decision values into probabilities, [`thresholds`] these
//! into decisions, [`folds`] part rows for choosing among them, and [`metrics`] tell how good they are. What the columns
//! mean is the business of those who make the rows.

pub mod calibration;
mod error;
pub mod folds;
pub mod learners;
pub mod logistic;
pub mod math;
pub mod metrics;
pub mod random;
mod rows;
pub mod thresholds;

pub use error::LearnError;
pub use rows::{RowView, SparseRow, SparseRows};
