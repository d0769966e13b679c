//! The generators against what transformers writes with the same weights.

use crate::common::{copy, reference};
use notis_neural::{Abstractive, Generator};
use notis_summarizer::{Budget, Document, Edits, Query, Summarizer, by_name};

/// The settings of a run in `scripts/make_tiny_models.py`.
fn settings(run: &str) -> String {
    let beams = if run == "greedy" { 1 } else { 3 };
    format!("beams = {beams}\nmax_length = 24\nno_repeat_ngram = 3\nlength_penalty = 1.0\n")
}

fn check(family: &str) {
    let reference = reference();
    for (run, wanted) in &reference.generated[family] {
        let folder = copy(family);
        std::fs::write(folder.path().join("notis.toml"), settings(run)).unwrap();
        let generator = Generator::load(folder.path(), 1).unwrap();
        let (ids, text) = generator.generate(&reference.article).unwrap();
        assert_eq!(
            (&ids, text.as_str()),
            (&wanted.ids, wanted.text.trim()),
            "{family}, {run}"
        );
    }
}

#[test]
fn t5_writes_what_transformers_writes() {
    check("t5");
}

#[test]
fn mt5_writes_what_transformers_writes() {
    check("mt5");
}

#[test]
fn bart_writes_what_transformers_writes() {
    check("bart");
}

#[test]
fn pegasus_writes_what_transformers_writes() {
    check("pegasus");
}

const ARTICLE: &str = "Elva gikk over sine bredder i natt, og veien mellom Voss og Vik er stengd. Tolv personar måtte \
    forlate husa sine. Ingen er skadde, seier ordføraren, som ventar meir regn utover kvelden.";

#[test]
fn a_long_article_is_cut_at_a_sentence_and_the_digest_says_so() {
    let folder = copy("t5");
    std::fs::write(
        folder.path().join("notis.toml"),
        "window = 64\nbeams = 1\nmax_length = 8",
    )
    .unwrap();
    let article = notis_text::analyze(ARTICLE, None);
    let digest = |long: &str| {
        std::fs::write(
            folder.path().join("notis.toml"),
            format!("window = 64\nbeams = 1\nmax_length = 8\nlong = '{long}'"),
        )
        .unwrap();
        let abstractive = Abstractive::load(folder.path(), 1, None).unwrap();
        abstractive
            .summarize(&Document::new(&article, &Query::default()), Budget::Auto)
            .unwrap()
    };
    let unread = digest("cut").unread.unwrap();
    assert!(
        article.sentences.iter().any(|s| s.span.start == unread.start),
        "at a sentence boundary"
    );
    assert_eq!(unread.end, ARTICLE.len());
    assert_eq!(digest("parts").unread, None);
}

#[test]
fn a_sentence_longer_than_the_window_is_no_trouble() {
    for family in ["t5", "bart", "pegasus"] {
        let folder = copy(family);
        std::fs::write(
            folder.path().join("notis.toml"),
            "window = 32\nbeams = 1\nmax_length = 8",
        )
        .unwrap();
        let generator = Generator::load(folder.path(), 1).unwrap();
        let (words, word) = ("elva steig ".repeat(200), "å".repeat(2000));
        assert_eq!(generator.digest(&[&words, &word]).unwrap().read, 1);
        generator.digest(&[&word]).unwrap();
        assert_eq!(generator.digest(&[]).unwrap().text, "");
    }
}

#[test]
fn a_doubtful_digest_gives_way_to_an_extractive_one_under_strict() {
    let article = notis_text::analyze(ARTICLE, None);
    let digest = |instead| {
        let folder = copy("t5");
        std::fs::write(folder.path().join("notis.toml"), settings("greedy")).unwrap();
        let abstractive = Abstractive::load(folder.path(), 1, instead).unwrap();
        abstractive
            .summarize(&Document::new(&article, &Query::default()), Budget::Auto)
            .unwrap()
    };
    let free = digest(None);
    assert_eq!(free.method, "abstractive");
    let doubtful = free.sentences.is_empty() || free.sentences.iter().any(|s| !s.unsupported.is_empty());
    let strict = digest(Some(by_name("notis", Edits::Marked).unwrap()));
    assert_eq!(strict.method == "notis", doubtful);
}
