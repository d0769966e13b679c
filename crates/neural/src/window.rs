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

/// At most `most` of the windows of an article, three or more: the first two, which tell the news, and others evenly from
/// the rest.
pub(crate) fn spread(windows: Vec<Range<usize>>, most: usize) -> Vec<Range<usize>> {
    if windows.len() <= most {
        return windows;
    }
    let (first, last) = (2, windows.len() - 1);
    let evenly = (0..most - first).map(|n| first + (n * (last - first)) / (most - first - 1).max(1));
    let kept = (0..first).chain(evenly);
    kept.map(|at| windows[at].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_windows_the_first_two_and_the_last_are_kept() {
        let all: Vec<Range<usize>> = (0..9).map(|at| at..at + 1).collect();
        assert_eq!(spread(all.clone(), 4), [0..1, 1..2, 2..3, 8..9]);
        assert_eq!(spread(all.clone(), 5), [0..1, 1..2, 2..3, 5..6, 8..9]);
        assert_eq!(spread(all.clone(), 9), all);
    }

    #[test]
    fn windows_are_full_and_leave_nothing_out() {
        assert_eq!(windows(&[3, 3, 3], 6), [0..2, 2..3]);
        assert_eq!(windows(&[9, 1, 1], 6), [0..1, 1..3]);
        assert_eq!(windows(&[1, 9], 6), [0..1, 1..2]);
        assert!(windows(&[], 6).is_empty());
    }
}
