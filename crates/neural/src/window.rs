//! Sentences packed into the windows that a model can read.

use std::ops::Range;

/// Runs of sentences, each as long as fits into `room` tokens; `costs` are the tokens of each sentence. A sentence that
/// is too long by itself gets a window of its own.
pub(crate) fn windows(costs: &[usize], room: usize) -> Vec<Range<usize>> {
    let mut windows = Vec::new();
    let (mut start, mut taken) = (0, 0);
    for (at, &cost) in costs.iter().enumerate() {
        if at > start && taken + cost > room {
            windows.push(start..at);
            (start, taken) = (at, 0);
        }
        taken += cost;
    }
    if start < costs.len() {
        windows.push(start..costs.len());
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_full_and_leave_nothing_out() {
        assert_eq!(windows(&[3, 3, 3], 6), [0..2, 2..3]);
        assert_eq!(windows(&[9, 1, 1], 6), [0..1, 1..3]);
        assert_eq!(windows(&[1, 9], 6), [0..1, 1..2]);
        assert!(windows(&[], 6).is_empty());
    }
}
