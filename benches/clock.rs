//! The time that a benchmark takes.

use std::sync::OnceLock;
use std::time::Instant;

/// Seconds this thread has computed, where the system tells (Linux), so that other programs do not count; else the clock.
/// They are told in steps of some milliseconds.
pub(crate) fn seconds() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = spent
        .split(' ')
        .next()
        .and_then(|first| first.parse::<f64>().ok());
    nanoseconds.map_or_else(
        || START.get_or_init(Instant::now).elapsed().as_secs_f64(),
        |spent| spent / 1e9,
    )
}
