//! The `notis` command from the outside: every verb, every input form, every error, as a user meets them.

// A test that cannot unwrap has failed, and skipped tests say so.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

mod abstractive;
mod analyze;
mod annotations;
mod classify;
mod columnar;
mod compatibility;
mod counts;
mod digest;
mod discover;
mod errors;
mod evaluate;
mod everywhere;
mod faults;
mod hostile;
mod hostile_text;
mod inputs;
mod large_topics;
mod live;
mod models;
mod names;
mod reports;
mod seeds;
// A model server that behaves as it is told, as the crate that speaks to one has it for its own tests.
#[allow(dead_code)]
#[path = "../../crates/chat/tests/server/stand_in.rs"]
mod stand_in;
mod store;
mod support;
mod train;
mod writers;
