//! Logistic regression on few dense features, and the fits that start from log-odds already known.
//!
//! [`Logistic`] is for salience and for joining scores. Where another model has spoken first, its log-odds are offsets:
//! [`intercept`] fits one number beside them, [`OffsetRegression`] weights of sparse rows. All of them take Newton steps on
//! the same loss; [`Derivatives`] are those along one number.

mod centred;
mod dense;
mod derivatives;
mod intercept;
mod offsets;

pub use centred::CentredRows;
pub use dense::{Logistic, Row};
pub use derivatives::Derivatives;
pub use intercept::intercept;
pub use offsets::{OffsetExample, OffsetRegression};
