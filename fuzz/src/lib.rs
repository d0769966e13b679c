//! What the fuzz targets run: small models, articles made on purpose, and laws.
//!
//! The targets themselves are functions, so that `cargo test` holds them against every input of `corpus/` without a fuzzer.

pub mod damage;
pub mod laws;
pub mod model;
pub mod news;
pub mod pack;
pub mod targets;
