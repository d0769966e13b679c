//! The probability from which a topic is a tag.

/// Fewer positives than this set no threshold of their own.
const LEAST_POSITIVES: usize = 8;

/// The threshold with the best F1 for each topic; topics with few positives share the one that is best for all pairs
/// of article and topic together. `probabilities` and `about` go article by article, `topics` each.
pub fn best_thresholds(probabilities: &[f32], about: &[bool], topics: usize) -> Vec<f32> {
    let shared = best_threshold(probabilities.iter().copied().zip(about.iter().copied()));
    (0..topics)
        .map(|topic| {
            let column = || probabilities.iter().skip(topic).step_by(topics).copied();
            let truth = || about.iter().skip(topic).step_by(topics).copied();
            let positives = truth().filter(|&about| about).count();
            if positives < LEAST_POSITIVES {
                shared
            } else {
                best_threshold(column().zip(truth()))
            }
        })
        .collect()
}

/// The cut with the best F1, half-way between the probabilities it parts; 0.5 where nothing is positive.
pub fn best_threshold(examples: impl Iterator<Item = (f32, bool)>) -> f32 {
    let mut sorted: Vec<(f32, bool)> = examples.collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let positives = sorted.iter().filter(|e| e.1).count();
    let (mut best, mut threshold, mut hits) = (0.0, 0.5, 0);
    for (at, &(probability, about)) in sorted.iter().enumerate() {
        hits += usize::from(about);
        let next = sorted.get(at + 1).map_or(0.0, |next| next.0);
        if next == probability {
            continue;
        }
        let f1 = 2.0 * hits as f64 / (at + 1 + positives) as f64;
        if f1 > best {
            (best, threshold) = (f1, 0.5 * (probability + next));
        }
    }
    threshold
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_lies_between_what_it_parts() {
        let cut = best_threshold([(0.9, true), (0.7, true), (0.3, false), (0.1, false)].into_iter());
        assert!((cut - 0.5).abs() < 1e-6);
        assert_eq!(best_threshold([(0.2, false)].into_iter()), 0.5);
    }

    #[test]
    fn the_cut_has_the_best_f1_and_parts_no_equals() {
        // F1 after 1, 3, 4 and 5 examples: 0.5, 0.67, 0.86 and 0.75.
        let examples = [(0.9, true), (0.6, true), (0.6, false), (0.5, true), (0.2, false)];
        assert!((best_threshold(examples.into_iter()) - 0.35).abs() < 1e-6);
        let last = best_threshold([(0.4, false), (0.3, true)].into_iter());
        assert!((last - 0.15).abs() < 1e-6, "below all there is");
    }

    #[test]
    fn eight_positives_set_a_threshold_of_their_own() {
        for (positives, own) in [(7, false), (8, true)] {
            let about: Vec<bool> = (0..40).flat_map(|i| [i < 20, i < positives]).collect();
            let p: Vec<f32> = (0..40)
                .flat_map(|i| {
                    [
                        if i < 20 { 0.8 } else { 0.35 },
                        if i < positives { 0.3 } else { 0.2 },
                    ]
                })
                .collect();
            let found = best_thresholds(&p, &about, 2);
            assert_eq!((found[1] - 0.25).abs() < 1e-6, own, "{positives}: {found:?}");
        }
    }

    #[test]
    fn rare_topics_share_a_threshold() {
        let mut probabilities = Vec::new();
        let mut about = Vec::new();
        for i in 0..40 {
            let positive = i < 20;
            probabilities.extend([if positive { 0.8 } else { 0.1 }, if i == 0 { 0.3 } else { 0.05 }]);
            about.extend([positive, i == 0]);
        }
        let found = best_thresholds(&probabilities, &about, 2);
        assert!((found[0] - 0.45).abs() < 1e-6, "{found:?}");
        assert!(found[1] < 0.3);
    }
}
