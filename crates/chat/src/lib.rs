//! `--method abstractive --endpoint URL`: digests in the words of a language model that runs beside notis and speaks the
//! chat API that nearly every server of such models offers (`POST …/v1/chat/completions`).
//!
//! The article is data, never instructions: it is fenced off, its own fences are taken from it, and what comes back is
//! checked against it sentence by sentence ([`notis_summarizer::Source`]). What it does not support is marked, or an
//! extractive digest takes its place. Nothing leaves the machine unless that is allowed in so many words.
//!
//! ```no_run
//! use notis_chat::{Chat, Options};
//!
//! let chat = Chat::new(&Options::new("http://127.0.0.1:8080/v1", "norsk-7b"), None)?;
//! # Ok::<(), notis_chat::Error>(())
//! ```

mod client;
mod context;
mod endpoint;
mod error;
mod options;
mod prompt;
mod reply;
mod summarizer;

pub use error::Error;
pub use options::Options;
pub use prompt::Prompts;
pub use summarizer::Chat;
