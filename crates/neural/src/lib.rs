//! Neural methods from local model folders, through rust-bert and libtorch: sentence embeddings, digests and topics by
//! them, and digests in the words of a model.
//!
//! Nothing here reaches for a network: a model is a folder, and what lacks in it is an error that says how to get it.
//! A folder may come from anywhere, so its files are checked before a library that panics sees them.
//!
//! ```no_run
//! use notis_neural::{Encoder, Role};
//!
//! let encoder = Encoder::load("models/e5".as_ref(), 1)?;
//! let vectors = encoder.embed(Role::Passage, &["Elva steig i natt.", "Flaumen auka etter midnatt."])?;
//! assert_eq!(vectors[0].len(), encoder.dimensions());
//! # Ok::<(), notis_neural::Error>(())
//! ```

#![cfg(feature = "libtorch")]

mod abstractive;
mod background;
mod bounds;
mod encoder;
mod error;
mod folder;
mod generator;
mod guard;
mod semantic;
mod threads;
mod vector;
mod weights;
mod window;
mod zero_shot;

pub use abstractive::Abstractive;
pub use encoder::{Encoder, Role};
pub use error::Error;
pub use generator::{Family, Generated, Generator, Long, Settings};
pub use notis_summarizer::Source;
pub use semantic::Embeddings;
pub use zero_shot::ZeroShot;

/// The libraries that run the models.
pub const LIBRARIES: &str = "rust-bert 0.23.0 and tch 0.17.0, on libtorch 2.4";
