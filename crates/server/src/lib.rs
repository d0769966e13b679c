//! notis as a server: one process with the models in memory that answers over HTTP.
//!
//! The project's own API stands under `/api/v1`: requests are read, bounded and let in here, and worked on by
//! [`notis::Desk`]s. This crate knows no model arithmetic and no terminal: what an answer says is made by the library
//! `notis`, where the log goes is chosen by the caller.
//!
//! ```no_run
//! let mut options = notis_server::Options::new("127.0.0.1:7420".parse()?);
//! options.models.push(("notis".to_owned(), notis::Model::shipped()?));
//! notis_server::serve(options, |address| eprintln!("http://{address}/"))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod annif;
mod api;
mod caretaker;
mod desk;
mod desks;
mod error;
mod extract;
mod feedback;
mod fingerprint;
mod guard;
mod jobs;
mod linger;
mod listen;
mod log;
mod metrics;
mod observe;
mod options;
mod pace;
mod problem;
mod router;
mod state;
pub mod store;
mod stories;
mod superdesk;
mod work;

pub use api::openapi;
pub use error::Error;
pub use listen::{Server, routes, serve};
pub use log::log_to;
pub use options::{Limits, Options, Token};
pub use tracing::Level;
