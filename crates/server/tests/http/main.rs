//! The server over HTTP, on a port of its own, bounded in time.

mod answers;
mod hostile;
mod support;
