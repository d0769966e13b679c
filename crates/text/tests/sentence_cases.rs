//! Cases of sentence boundaries, written out with their boundaries marked.

use notis_text::{sentences, structure};
use std::path::Path;

/// The sentences of a text as slices.
fn split(text: &str) -> Vec<&str> {
    sentences(text, &structure(text, None))
        .iter()
        .map(|sentence| sentence.span.of(text))
        .collect()
}

/// The cases of a file that are cut otherwise than marked, with what was found.
fn wrong_cases(file: &str) -> (usize, Vec<String>) {
    let cases: Vec<&str> = file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let wrong = cases
        .iter()
        .filter_map(|case| {
            let text = case.replace('¦', " ").replace('⏎', "\n").replace('‖', "");
            let want: Vec<&str> = case.split(['¦', '⏎', '‖']).collect();
            let found = split(&text);
            (found != want).then(|| format!("{case}\n  found: {}", found.join("¦")))
        })
        .collect();
    (cases.len(), wrong)
}

#[test]
fn own_cases_are_cut_as_marked() {
    let (count, wrong) = wrong_cases(include_str!("data/sentence-cases.txt"));
    assert!(count >= 100, "{count} cases");
    assert!(
        wrong.is_empty(),
        "{} of {count} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
#[ignore = "needs ../shared"]
fn shared_cases_are_cut_as_marked() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/sentence-cases.txt");
    let file = std::fs::read_to_string(&path).unwrap();
    let (count, wrong) = wrong_cases(&file);
    assert!(
        wrong.is_empty(),
        "{} of {count} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
