//! The server over HTTP, on a port of its own, bounded in time.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

mod annif;
mod answers;
mod described;
mod desk;
mod hostile;
mod learning;
mod store;
mod superdesk;
mod support;
mod told;
