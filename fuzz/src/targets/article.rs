//! Any text is analysed and tagged; every place pointed at is in it, and evidence adds up to the log-odds.

use std::sync::LazyLock;

use notis::{Article, Desk, EvidenceOrigin, Reading, Tag};

use crate::news::News;

static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let builder = Desk::builder()
        .model(crate::model::small().clone())
        .threshold(0.0);
    builder.build().expect("the model is whole")
});

/// The law of an article.
pub fn holds(news: News<'_>) {
    let article = news.article();
    let reading = DESK.read(&article).expect("without a neural model nothing fails");
    blocks_and_sentences(&reading, &article.text);
    for name in reading.names() {
        for place in &name.places {
            assert!(part(&article, place.field, place.start, place.end).is_some_and(|name| !name.is_empty()));
        }
    }
    for keyword in reading.keywords() {
        assert!(
            keyword
                .spans
                .iter()
                .all(|span| !span.of(&article.text).is_empty())
        );
    }
    let classification = reading.classification(true, true);
    for tag in &classification.topics {
        adds_up(tag);
        in_place(tag, &article);
    }
}

fn blocks_and_sentences(reading: &Reading<'_>, text: &str) {
    notis_text::laws::check(text, &(reading.blocks().to_vec(), reading.sentences().to_vec()));
}

fn part<'a>(article: &'a Article, field: Option<&str>, start: usize, end: usize) -> Option<&'a str> {
    let source = match field {
        None => Some(article.text.as_str()),
        Some("title") => article.title.as_deref(),
        _ => None,
    };
    source?.get(start..end)
}

fn in_place(tag: &Tag, article: &Article) {
    for evidence in tag.evidence.iter().flatten() {
        if matches!(evidence.origin, EvidenceOrigin::Text | EvidenceOrigin::Title) {
            assert_eq!(
                part(article, evidence.origin.field(), evidence.start, evidence.end),
                Some(&*evidence.text)
            );
        }
    }
}

/// Probabilities of four letters behind the comma, such as 0.9999, leave the log-odds open by some hundredths.
fn adds_up(tag: &Tag) {
    assert!((0.0..=1.0).contains(&tag.probability), "{tag:?}");
    let p = f64::from(tag.probability).clamp(1e-6, 1.0 - 1e-6);
    let odds = (p / (1.0 - p)).ln();
    let sum: f64 = tag
        .evidence
        .iter()
        .flatten()
        .map(|evidence| f64::from(evidence.weight))
        .sum();
    let is_sure = odds.abs() > 6.0 && sum.abs() > 6.0 && odds.signum() == sum.signum();
    assert!(
        sum.is_finite() && (is_sure || (sum - odds).abs() < 0.02 * odds.abs().max(1.0)),
        "{sum} {odds} {tag:?}"
    );
}
