//! The `notis` command from the outside: every verb, every input form, every error, as a user meets them.

mod analyze;
mod classify;
mod digest;
mod errors;
mod evaluate;
mod everywhere;
mod inputs;
mod models;
mod seeds;
mod support;
mod train;
