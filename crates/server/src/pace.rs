//! Refusals one after another.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Between two refusals. One by itself goes out at once.
const INTERVAL: Duration = Duration::from_millis(1);
/// The longest that a refusal is held back: what `Retry-After` asks of callers anyway.
const LONGEST: Duration = Duration::from_secs(1);

/// Turns at an even pace. Callers that ask again as soon as they are refused would otherwise be refused as quickly as the
/// machine can, and take the processor from the work on those that were not: 4,000 of them left it a third of one core, 40 µs
/// for each refusal (2026-11-28).
pub(crate) struct Pace(Mutex<Instant>);

impl Default for Pace {
    fn default() -> Self {
        Pace(Mutex::new(Instant::now()))
    }
}

impl Pace {
    /// When it is the turn of a refusal that is due now.
    pub(crate) fn turn(&self, now: Instant) -> Instant {
        let mut next = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = (*next).clamp(now, now + LONGEST);
        *next = turn + INTERVAL;
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_at_once_many_one_after_another_and_none_waits_for_long() {
        let (pace, now) = (Pace::default(), Instant::now() + INTERVAL);
        assert_eq!(pace.turn(now), now);
        assert_eq!(pace.turn(now), now + INTERVAL);
        assert_eq!(pace.turn(now), now + 2 * INTERVAL);
        assert_eq!(pace.turn(now + LONGEST), now + LONGEST);
        let last = (0..5000).map(|_| pace.turn(now)).last();
        assert_eq!(last, Some(now + LONGEST));
    }
}
