//! The `notis` command from the outside: every verb, every input form, every error, as a user meets them.

// A test that cannot unwrap has failed, and skipped tests say so.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

mod analyze;
mod annotations;
mod classify;
mod counts;
mod digest;
mod discover;
mod errors;
mod evaluate;
mod everywhere;
mod hostile;
mod inputs;
mod live;
mod models;
mod reports;
mod seeds;
mod support;
mod train;
mod writers;
