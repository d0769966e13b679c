//! The server over HTTP, on a port of its own, bounded in time.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

mod answers;
mod described;
mod hostile;
mod support;
