//! One article, written in ways that a reader cannot tell apart: the same keywords and digests; only spans move.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use notis_summarizer::{
    Budget, Digest, Document, Edits, Query, Summarizer, bullets, by_name, headline, keywords, methods,
};
use notis_text::laws::{same_to_readers, seen};

/// What rules that edit and judge sentences look at: a dateline, parentheses, a source at the end, names told in full, quotes,
/// clauses, numbers, a table of goals.
const EDITED: &str = "Brua over Storelva er stengd\n\nVIK, 3. mars (NTB) – Brua over Storelva er stengd etter at flaumen tok eit \
    fundament natt til måndag, skriv NTB. Ordførar Kari Måseide (Ap) seier at «dette er det verste som har hendt oss», og ho vil \
    ha ny bru før jul. Men Måseide veit ikkje kven som skal betale 1 200 000 kroner.\n\n– Vi får sjå, seier ho. – Det blir dyrt, \
    men me må ha ei bru – og det snart, for skulen ligg på andre sida, og elevane må no gå ein omveg på fire kilometer. Ho meiner \
    at staten må hjelpe. Det gjer ikkje Ola Østby: Staten har alt gitt nok, meiner han.\n\n2. juledag spela Brann 3–1 mot Odd \
    (1–0). Der var 300 tilskodarar, ifølgje Bergens Tidende.";

/// The texts that a law is held against: our samples, and what is known to be hard.
fn texts() -> Vec<String> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/samples");
    let paths = std::fs::read_dir(samples)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let mut texts: Vec<String> = texts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(texts.len() > 10);
    texts.push(EDITED.to_owned());
    texts
}

/// The keywords of a text as it was read, without places.
fn told(text: &str) -> Vec<String> {
    let article = notis_text::analyze(text, None);
    let found = keywords(&Document::new(&article, &Query::default()), 12);
    found.into_iter().map(|keyword| keyword.text).collect()
}

/// What `make` tells of the article in its normal form, with spans into the text as it was read.
fn as_read(text: &str, make: impl FnOnce(&Document<'_>) -> Digest) -> Digest {
    let article = notis_text::analyze(text, None);
    let normal = article.in_normal_form();
    make(&Document::new(&normal, &Query::default())).led_back(normal.original)
}

/// A sentence, where it stands, and the kind, the place and the words of each edit.
type Shown = (String, String, Vec<(&'static str, String, String)>);

/// A digest of `text` as a reader sees it: its sentences, where each stands, and what was changed in it.
fn shown(digest: &Digest, text: &str) -> Vec<Shown> {
    let sentence = |sentence: &notis_summarizer::DigestSentence| {
        let edits = sentence.edits.iter();
        let edits = edits.map(|e| (e.kind.as_str(), seen(e.span.of(text)), seen(&e.replacement)));
        (
            seen(&sentence.text),
            seen(sentence.span.of(text)),
            edits.collect(),
        )
    };
    digest.sentences.iter().map(sentence).collect()
}

/// Asserts that `make` tells the same of `text` however it is written, within `ways`.
fn is_the_same(text: &str, ways: &[&str], make: impl Fn(&Document<'_>) -> Digest) {
    let first = as_read(text, &make);
    let want = (seen(&first.text), shown(&first, text));
    for (what, other) in same_to_readers(text) {
        if ways.is_empty() || ways.contains(&what) {
            let found = as_read(&other, &make);
            assert_eq!((seen(&found.text), shown(&found, &other)), want, "{what}: {text}");
        }
    }
}

#[test]
fn blanks_and_marks_change_no_keyword() {
    let mut texts = texts();
    texts.push("Kari hun ferja".to_owned());
    texts.push("Ifølge politiet er ingen skadd. /AnnonseNY BRU: ".to_owned());
    for text in texts {
        let want = told(&text);
        for (what, other) in same_to_readers(&text) {
            assert_eq!(told(&other), want, "{what}: {text}");
        }
    }
}

#[test]
fn blanks_and_marks_change_no_digest_of_any_method() {
    for text in texts() {
        for method in methods::NAMES {
            let method = by_name(method, Edits::Marked).unwrap();
            for budget in [
                Budget::Sentences(3),
                Budget::Words(35),
                Budget::Words(4),
                Budget::Auto,
            ] {
                is_the_same(&text, &[], |document| method.summarize(document, budget).unwrap());
            }
        }
    }
}

#[test]
fn blanks_and_marks_change_no_point_and_no_headline() {
    let method = methods::Notis::default();
    for text in texts() {
        is_the_same(&text, &[], |document| bullets(document, &method, 4).unwrap());
        is_the_same(&text, &[], |document| headline(document, &method).unwrap());
    }
}

/// Characters are counted as they stand: a letter in parts is two.
#[test]
fn blanks_change_no_digest_within_a_number_of_characters() {
    let blanks = ["double spaces", "tabs", "no-break spaces", "thin spaces"];
    let method = methods::Notis::default();
    for text in texts() {
        for most in [5, 60, 160] {
            let budget = Budget::Chars(most);
            is_the_same(&text, &blanks, |document| {
                method.summarize(document, budget).unwrap()
            });
            for (what, other) in same_to_readers(&text) {
                let digest = as_read(&other, |document| method.summarize(document, budget).unwrap());
                assert!(digest.text.chars().count() <= most, "{what}: {digest:?}");
            }
        }
    }
}

#[test]
fn what_is_printed_is_a_slice_of_the_text_as_it_was_read() {
    let method = methods::Notis::new(Edits::None);
    for text in texts() {
        for (what, other) in same_to_readers(&text) {
            let digest = as_read(&other, |document| {
                method.summarize(document, Budget::Sentences(4)).unwrap()
            });
            for sentence in &digest.sentences {
                let words: Vec<&str> = sentence.span.of(&other).split_whitespace().collect();
                assert_eq!(sentence.text, words.join(" "), "{what}");
            }
        }
    }
}
