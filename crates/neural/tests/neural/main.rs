//! The neural crate from the outside, on tiny models and, where it is there, on the real encoder. One binary: linking
//! libtorch's wrappers takes longer than the tests.

mod common;
mod e5;
mod encoder;
mod generator;
mod hostile;
