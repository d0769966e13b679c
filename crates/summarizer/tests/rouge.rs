//! ROUGE is that of the program that digests are judged by: the numbers in `rouge.json` were written by
//! `scripts/rouge_numbers.py`.

use notis_summarizer::rouge::{Reference, Scores};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    candidate: String,
    references: Vec<String>,
    mean: [f64; 3],
    best: [f64; 3],
}

fn assert_near(found: Scores, expected: [f64; 3], of: &str) {
    for (found, expected) in found.as_array().into_iter().zip(expected) {
        assert!((found - expected).abs() < 1e-9, "{found} for {expected}: {of}");
    }
}

#[test]
fn mean_and_best_are_equal_to_those_of_another_program() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("rouge.json")).expect("the cases are whole");
    assert!(cases.len() >= 9);
    for case in cases {
        let reference = Reference::new(&case.references);
        assert_near(reference.mean(&case.candidate), case.mean, &case.candidate);
        assert_near(reference.best(&case.candidate), case.best, &case.candidate);
    }
}
