//! Articles a second that one thread classifies, analysis included: articles of 400 words, with a word model trained
//! on them and with the shipped model, with and without evidence.
//!
//! The articles are put together from those of the starter corpus, so that they hold as many different words as news do;
//! after the first round every word has been met before, as nearly all of a day's news have. Each figure is the best of
//! several rounds, in time that the thread computed; answers are asserted, so that a faster run that finds less fails.
//!
//! ```text
//! cargo bench -p notis --bench classify
//! cargo bench -p notis --bench classify -- FILE       # the articles of a file of your own
//! ```

mod clock;

use std::hint::black_box;
use std::io::Write;
use std::path::PathBuf;

use clock::seconds;
use notis_corpus::{Article, ReadOptions};
use notis_features::ViewSet;
use notis_topics::{Classified, ClassifyOptions, Model, TrainOptions};

const SHIPPED: &[u8] = include_bytes!("../models/topics.notis");
const ROUNDS: usize = 7;
const WORDS: usize = 400;

/// The articles of the starter corpus, put together and cut so that each has [`WORDS`] words; the label is the first of the
/// first.
fn long_articles() -> Vec<Article> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/corpus"));
    let mut made: Vec<Article> = Vec::new();
    let mut words = WORDS;
    for article in read(folder) {
        if words >= WORDS {
            words = 0;
            let first = article.labels.iter().flatten().next().cloned();
            made.push(Article {
                id: article.id,
                labels: Some(vec![first.unwrap_or_else(|| "annet".to_owned())]),
                ..Article::default()
            });
        }
        words += article.text.split_whitespace().count();
        let text = made.last_mut().map(|last| &mut last.text);
        text.into_iter()
            .for_each(|text| text.extend([&article.text, "\n\n"]));
    }
    made.iter_mut().for_each(|article| cut(&mut article.text));
    made
}

/// Cuts a text after its first [`WORDS`] words.
fn cut(text: &mut String) {
    let (mut words, mut end) = (0, 0);
    for piece in text.split_inclusive(char::is_whitespace) {
        words += usize::from(!piece.trim().is_empty());
        if words > WORDS {
            break;
        }
        end += piece.len();
    }
    text.truncate(end);
}

fn classify(model: &Model, article: &Article, explain: bool) -> Classified {
    let options = ClassifyOptions {
        explain,
        ..ClassifyOptions::default()
    };
    let analysis = notis_text::analyze(black_box(&article.text), article.title.as_deref());
    model.classify(&analysis, &options)
}

/// Prints the articles a second of one way of classifying.
fn measure(name: &str, articles: &[Article], work: impl Fn(&Article)) {
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = seconds();
        articles.iter().for_each(&work);
        best = best.min(seconds() - start);
    }
    let each = best / articles.len() as f64;
    let _ = writeln!(
        std::io::stdout().lock(),
        "  {name:<28} {:>8.0} articles/s   {:>6.1} µs each",
        1.0 / each,
        each * 1e6
    );
}

fn report(name: &str, model: &Model, articles: &[Article]) {
    measure(name, articles, |article| {
        black_box(classify(model, article, false));
    });
    measure(&format!("{name}, explained"), articles, |article| {
        black_box(classify(model, article, true));
    });
}

/// A model of single words and pairs.
fn word_model(articles: &[Article]) -> Model {
    let options = TrainOptions {
        exclusive: true,
        calibrate: false,
        learner: Some(notis_learn::learners::LearnerKind::SVM),
        features: Some(ViewSet::default()),
        ..TrainOptions::default()
    };
    let articles = articles.iter().cloned().map(Ok::<_, notis_corpus::Error>);
    match Model::train(articles, None, None, &options, &|_| ()) {
        Ok((model, _)) => model,
        Err(error) => panic!("the word model: {error}"),
    }
}

/// The share of the articles that are given the topic they are labelled with.
fn share_found(model: &Model, articles: &[Article]) -> f64 {
    let is_found = |article: &&Article| {
        let tagged = classify(model, article, false);
        let mut topics = tagged
            .decision
            .tags()
            .iter()
            .map(|tag| &model.topics()[tag.topic].id);
        topics.any(|topic| article.labels.iter().flatten().any(|label| label == topic))
    };
    articles.iter().filter(is_found).count() as f64 / articles.len() as f64
}

fn read(file: PathBuf) -> Vec<Article> {
    let articles = notis_corpus::open(&[file], &ReadOptions::default());
    let articles = articles.and_then(Iterator::collect);
    articles.unwrap_or_else(|error| panic!("{error}"))
}

fn main() {
    let file = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let made = long_articles();
    let (words, shipped) = (word_model(&made), Model::from_bytes(SHIPPED));
    let shipped = shipped.unwrap_or_else(|error| panic!("the shipped model: {error}"));
    assert!(
        share_found(&words, &made) > 0.99,
        "the word model was taught these articles"
    );
    assert!(
        share_found(&shipped, &made) > 0.3,
        "longer articles are about less of what they name"
    );
    let articles = file.map_or(made, |file| read(PathBuf::from(file)));
    measure("analysis alone", &articles, |article| {
        black_box(notis_text::analyze(&article.text, article.title.as_deref()));
    });
    report("word model", &words, &articles);
    report("shipped model", &shipped, &articles);
}
