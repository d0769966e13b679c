//! The same articles, written in other ways: in two files, behind a byte-order mark, with other line breaks, packed, as an
//! array, in another order. What is read and answered is the same.

use std::sync::LazyLock;

use notis::{Article, Desk, ReadOptions};
use serde_json::{Value, json};

use crate::model;
use crate::news::News;
use crate::pack::gzip;

static DESK: LazyLock<Desk> = LazyLock::new(|| model::desk("notis", false));

/// More make an execution slow, and no new path.
const MOST: usize = 8;

/// The law of articles written in several ways.
pub fn holds(input: (Vec<News<'_>>, u8)) {
    let (news, cut) = input;
    let records: Vec<Value> = (0..).zip(news.iter().take(MOST)).map(record).collect();
    let lines: Vec<String> = records.iter().map(|record| format!("{record}\n")).collect();
    let (whole, cut) = (lines.concat(), usize::from(cut) % (lines.len() + 1));
    let want = answers(&read(whole.clone().into_bytes()));
    let parts = [lines[..cut].concat(), lines[cut..].concat()]
        .map(|part| read(part.into_bytes()))
        .concat();
    assert_eq!(answers(&parts), want, "in two files");
    for (how, bytes) in [
        ("behind a mark", format!("\u{feff}{whole}").into_bytes()),
        ("with other line breaks", whole.replace('\n', "\r\n").into_bytes()),
        (
            "without the last line break",
            whole.trim_end().as_bytes().to_vec(),
        ),
        ("packed", gzip(whole.as_bytes())),
        ("as an array", Value::from(records).to_string().into_bytes()),
    ] {
        assert_eq!(answers(&read(bytes)), want, "{how}");
    }
    let mut reversed = read(
        lines
            .iter()
            .rev()
            .map(String::as_str)
            .collect::<String>()
            .into_bytes(),
    );
    reversed.reverse();
    assert_eq!(answers(&reversed), want, "in another order");
}

fn record((number, news): (usize, &News<'_>)) -> Value {
    let article = news.article();
    json!({"id": number, "text": format!("{} ", article.text), "title": article.title, "labels": article.labels})
}

fn read(bytes: Vec<u8>) -> Vec<Article> {
    let articles = notis_corpus::open_bytes("saker", bytes, &ReadOptions::default());
    articles.into_iter().flatten().flatten().collect()
}

/// What is said of each, on all threads.
fn answers(articles: &[Article]) -> Vec<String> {
    let readings = DESK
        .read_all(articles)
        .expect("without a neural model nothing fails");
    readings
        .iter()
        .map(|reading| format!("{:?}", reading.classification(true, true)))
        .collect()
}
