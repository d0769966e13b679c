//! The neural crate from the outside, on tiny models and, where it is there, on the real encoder. One binary: linking
//! libtorch's wrappers takes longer than the tests.

// Helpers of the tests may fail as the tests do.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod common;
mod e5;
mod encoder;
mod generator;
mod hostile;
