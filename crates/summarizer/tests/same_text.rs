//! One article, written in ways that a reader cannot tell apart: the same keywords.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use notis_summarizer::{Document, Query, keywords};
use notis_text::laws::same_to_readers;

/// The keywords of a text, without places.
fn told(text: &str) -> Vec<String> {
    let article = notis_text::analyze(text, None);
    let found = keywords(&Document::new(&article, &Query::default()), 12);
    found.into_iter().map(|keyword| keyword.text).collect()
}

fn are_the_same_in_every_way(text: &str) {
    let want = told(text);
    for (what, other) in same_to_readers(text) {
        assert_eq!(told(&other), want, "{what}: {text}");
    }
}

#[test]
fn blanks_and_marks_change_no_keyword() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/samples");
    let paths = std::fs::read_dir(samples)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let texts: Vec<String> = texts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(texts.len() > 10);
    texts.iter().for_each(|text| are_the_same_in_every_way(text));
    are_the_same_in_every_way("Kari hun ferja");
    are_the_same_in_every_way("Ifølge politiet er ingen skadd. /AnnonseNY BRU: ");
}
