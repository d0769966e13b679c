//! Articles a second that one thread digests from text to digest, analysis and keywords included: by `lexrank`, to be held
//! against LexRank of others (`compare_digests.py` does), and by `notis`; nothing is read, tagged or written.
//!
//! Each figure is the best of several rounds, in time that the thread computed; that every article gets its sentences is
//! asserted.
//!
//! ```text
//! cargo bench -p notis --bench digest
//! cargo bench -p notis --bench digest -- FILE       # the articles of a file of your own
//! ```

mod clock;

use std::hint::black_box;
use std::io::Write;
use std::path::PathBuf;

use clock::seconds;
use notis_corpus::{Article, ReadOptions};
use notis_summarizer::{Budget, Document, Edits, Query, Summarizer, by_name};

const ROUNDS: usize = 5;
/// Articles of a round, at the least: the time that a thread has computed is told in steps of some milliseconds.
const ARTICLES: usize = 4_000;
const SENTENCES: usize = 5;

fn digest(article: &Article, summarizer: &dyn Summarizer) -> usize {
    let analysis = notis_text::analyze(black_box(&article.text), article.title.as_deref());
    let document = Document::new(&analysis, &Query::default());
    let digest = summarizer.summarize(&document, Budget::Sentences(SENTENCES));
    digest.map_or(0, |digest| black_box(digest).sentences.len())
}

/// Prints the articles a second of one method.
fn measure(name: &str, articles: &[Article]) {
    let summarizer = by_name(name, Edits::Marked).unwrap_or_else(|error| panic!("{error}"));
    let passes = ARTICLES.div_ceil(articles.len().max(1));
    let round = || (0..passes).flat_map(|_| articles);
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = seconds();
        let empty = round()
            .filter(|article| digest(article, &*summarizer) == 0)
            .count();
        best = best.min(seconds() - start);
        assert_eq!(empty, 0, "a digest for every article");
    }
    let each = best / (passes * articles.len()) as f64;
    let (speed, micros) = (1.0 / each, each * 1e6);
    let _ = writeln!(
        std::io::stdout().lock(),
        "{name:<10} {speed:>8.0} articles/s   {micros:>6.1} µs each"
    );
}

fn main() {
    let file = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let corpus = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/corpus").to_owned();
    let inputs = [PathBuf::from(file.unwrap_or_else(corpus))];
    let articles = notis_corpus::open(&inputs, &ReadOptions::default()).and_then(Iterator::collect);
    let articles: Vec<Article> = articles.unwrap_or_else(|error| panic!("{error}"));
    for name in ["lexrank", "notis"] {
        measure(name, &articles);
    }
}
