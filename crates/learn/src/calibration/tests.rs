use super::*;
use proptest::prelude::*;

fn drawn(count: usize, slope: f64, shift: f64) -> (Vec<f32>, Vec<bool>) {
    let mut random = crate::random::SplitMix(7);
    let mut unit = move || random.next_bits() as f64 / u64::MAX as f64;
    let scores: Vec<f32> = (0..count).map(|_| (unit() * 6.0 - 3.0) as f32).collect();
    let about = scores
        .iter()
        .map(|&s| unit() < logistic(slope * f64::from(s) + shift))
        .collect();
    (scores, about)
}

#[test]
fn a_sigmoid_is_found_again() {
    let (scores, about) = drawn(900, 2.0, -1.0);
    let Calibration::Sigmoid { slope, shift } = Calibration::fit(&scores, &about) else {
        panic!("few examples take a sigmoid")
    };
    assert!(
        (slope - 2.0).abs() < 0.4 && (shift + 1.0).abs() < 0.3,
        "{slope} {shift}"
    );
}

#[test]
fn many_examples_take_a_monotone_curve_near_the_truth() {
    let (scores, about) = drawn(20_000, 2.0, 0.5);
    let fitted = Calibration::fit(&scores, &about);
    assert!(matches!(fitted, Calibration::Isotonic { .. }));
    for score in [-2.0, -0.5, 0.0, 1.0] {
        let truth = logistic(2.0 * f64::from(score) + 0.5) as f32;
        assert!((fitted.probability(score) - truth).abs() < 0.06);
    }
}

#[test]
fn equal_scores_share_a_probability() {
    let scores: Vec<f32> = (0..4000).map(|i| (i % 2) as f32).collect();
    let about: Vec<bool> = (0..4000).map(|i| i % 8 == 0 || i % 8 > 4).collect();
    let fitted = Calibration::curve(&scores, &about).unwrap();
    let (low, high) = (fitted.probability(0.0), fitted.probability(1.0));
    assert!(
        (low - 0.5).abs() < 0.01 && (high - 0.5).abs() < 0.01,
        "{low} {high}"
    );
}

/// Lin, Lin & Weng (2007): with two scores the curve goes through the mean of the targets at each.
#[test]
fn a_sigmoid_over_two_scores_meets_the_targets_at_both() {
    let scores: Vec<f32> = (0..40).map(|i| if i < 20 { -1.0 } else { 2.0 }).collect();
    let about: Vec<bool> = (0..40).map(|i| !(5..26).contains(&i)).collect();
    let (high, low) = (20.0 / 21.0, 1.0 / 23.0);
    let fitted = sigmoid(&scores, &about);
    let target = |positives: f64| (positives * high + (20.0 - positives) * low) / 20.0;
    assert!((f64::from(fitted.probability(-1.0)) - target(5.0)).abs() < 1e-4);
    assert!((f64::from(fitted.probability(2.0)) - target(14.0)).abs() < 1e-4);
}

#[test]
fn a_curve_wants_a_thousand_of_either_kind() {
    for (positives, negatives, enough) in [(1000, 1000, true), (999, 3000, false), (3000, 999, false)] {
        let about: Vec<bool> = (0..positives + negatives).map(|i| i < positives).collect();
        let scores: Vec<f32> = (0..about.len()).map(|i| i as f32).collect();
        assert_eq!(
            Calibration::curve(&scores, &about).is_some(),
            enough,
            "{positives} {negatives}"
        );
    }
}

#[test]
fn between_points_probabilities_lie_on_a_line_and_beyond_them_they_stay() {
    let curve = Calibration::Isotonic {
        points: vec![(-1.0, 0.2), (1.0, 0.4), (2.0, 0.9)],
    };
    for (score, p) in [
        (-9.0, 0.2),
        (-1.0, 0.2),
        (0.5, 0.35),
        (1.0, 0.4),
        (1.2, 0.5),
        (2.0, 0.9),
        (9.0, 0.9),
    ] {
        assert!((curve.probability(score) - p).abs() < 1e-6, "{score}");
    }
    let nothing = Calibration::Isotonic { points: Vec::new() };
    assert_eq!(nothing.probability(3.0), 0.5);
}

#[test]
fn log_odds_are_those_of_the_probability_and_finite() {
    let taken = Calibration::default();
    for score in [-3.0, 0.0, 1.5] {
        assert!((taken.log_odds(score) - score).abs() < 1e-5, "{score}");
    }
    assert!((taken.log_odds(1e6) + taken.log_odds(-1e6)).abs() < 1e-2);
    assert!((taken.log_odds(1e6) - 9.21).abs() < 0.01, "ln(0.9999 / 0.0001)");
}

#[test]
fn a_pool_of_few_is_not_believed_to_be_pure() {
    let fitted = isotonic(&[0.0, 1.0, 1.0, 3.0, 5.0], &[false, false, true, true, true]);
    let Calibration::Isotonic { points } = fitted else {
        panic!("it is a curve")
    };
    assert_eq!(points, [(0.0, 0.25), (1.0, 0.5), (4.0, 2.5 / 3.0)]);
}

#[test]
fn both_coordinates_ascend_whatever_smoothing_did() {
    let points = [(0.0, 0.3), (1.0, 0.2), (1.0, 0.6), (0.5, 0.1), (2.0, 0.7)];
    assert_eq!(
        ascending(points.into_iter()),
        [(0.0, 0.3), (1.0, 0.6), (2.0, 0.7)]
    );
}

#[test]
fn a_temperature_tells_how_often_the_first_is_right() {
    let row: &[f32] = &[1.0, 0.0];
    let labels: Vec<u16> = (0..100).map(|i| u16::from(i % 5 == 0)).collect();
    let temperature = fit_temperature(&vec![row; 100], &labels);
    assert!((temperature - 4.0_f32.ln()).abs() < 1e-3, "{temperature}");
    assert!((softmax(row, temperature)[0] - 0.8).abs() < 1e-3);
}

#[test]
fn a_temperature_keeps_the_order() {
    let rows: Vec<Vec<f32>> = vec![vec![1.0, 0.0, -1.0], vec![0.2, 0.9, 0.0], vec![0.5, 0.0, 0.4]];
    let views: Vec<&[f32]> = rows.iter().map(Vec::as_slice).collect();
    let temperature = fit_temperature(&views, &[0, 1, 2]);
    assert!(temperature > 0.0);
    let p = softmax(&rows[0], temperature);
    assert!(p[0] > p[1] && p[1] > p[2]);
    assert!((p.iter().sum::<f32>() - 1.0).abs() < 1e-6);
}

proptest! {
    #[test]
    fn probabilities_rise_with_the_score(
        examples in prop::collection::vec((-5.0..5.0_f32, any::<bool>()), 2..60),
        a in -6.0..6.0_f32,
        b in -6.0..6.0_f32,
    ) {
        let (scores, about): (Vec<f32>, Vec<bool>) = examples.into_iter().unzip();
        for fitted in [sigmoid(&scores, &about), isotonic(&scores, &about)] {
            let (low, high) = (fitted.probability(a.min(b)), fitted.probability(a.max(b)));
            prop_assert!(low <= high + 1e-6 && low > 0.0 && high < 1.0, "{fitted:?}");
        }
    }
}
