//! Bokmål against nynorsk on the 1,600 sentences of SIB-200 (train + dev), which nothing was fitted on.

use notis_text::{Language, identify};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::time::Instant;

fn sentences(form: &str) -> Option<Vec<String>> {
    let mut sentences = Vec::new();
    for split in ["train", "dev"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join(format!("../../../shared/data/sib200-{form}-{split}.jsonl.gz"));
        let lines = BufReader::new(flate2::read::GzDecoder::new(File::open(path).ok()?)).lines();
        for line in lines {
            let row: serde_json::Value = serde_json::from_str(&line.ok()?).ok()?;
            sentences.push(row["text"].as_str()?.to_owned());
        }
    }
    Some(sentences)
}

fn first_words(sentence: &str, words: usize) -> String {
    sentence
        .split_whitespace()
        .take(words)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The share of `sentences` told to be `expected`.
fn right(sentences: &[String], expected: Language) -> f64 {
    let right = sentences
        .iter()
        .filter(|sentence| identify(sentence) == expected)
        .count();
    right as f64 / sentences.len() as f64
}

#[test]
#[ignore = "needs ../shared"]
fn both_forms_are_told_in_a_sentence_and_in_five_words() {
    let both = ["nb", "nn"].map(|form| sentences(form).expect("SIB-200 is in ../shared/data"));
    let [bokmal, nynorsk] = both;
    let cut = |sentences: &[String]| sentences.iter().map(|s| first_words(s, 5)).collect::<Vec<_>>();
    let start = Instant::now();
    let whole = [
        right(&bokmal, Language::Bokmal),
        right(&nynorsk, Language::Nynorsk),
    ];
    let each = start.elapsed().as_secs_f64() * 1e6 / (bokmal.len() + nynorsk.len()) as f64;
    let five = [
        right(&cut(&bokmal), Language::Bokmal),
        right(&cut(&nynorsk), Language::Nynorsk),
    ];
    println!("whole sentences nb/nn {whole:.4?}, first five words {five:.4?}, {each:.1} µs a sentence");
    assert!((whole[0] + whole[1]) / 2.0 >= 0.97, "{whole:?}");
    assert!((five[0] + five[1]) / 2.0 >= 0.90, "{five:?}");
}
