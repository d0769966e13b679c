//! Any bytes as statistics give statistics or an error; what opens adds up, is written again as it was, and teaches.

use std::sync::LazyLock;

use notis::{Article, Statistics, Trainer};
use notis_topics::container::Container;

use crate::damage::{Damage, damaged};
use crate::news::News;

static WHOLE: LazyLock<Container> = LazyLock::new(|| {
    let texts = [
        ("ferje", "Ferja ligg ved kai."),
        ("voss", "På Voss snødde det."),
        ("ferje", "Ferga sto i tre timer."),
    ];
    let article = |(label, text): (&str, &str)| {
        Ok(Article {
            text: text.to_owned(),
            labels: Some(vec![label.to_owned()]),
            ..Article::default()
        })
    };
    let counted = Statistics::count(texts.map(article), None, &|_| ()).expect("every label is one");
    Container::from_bytes(&counted.to_bytes()).expect("it was written just now")
});

/// The law of statistics.
pub fn holds(input: (Vec<Damage>, Vec<News<'_>>, &[u8])) {
    let (damages, news, bytes) = input;
    let _ = Statistics::from_bytes(bytes);
    if let Ok(statistics) = Statistics::from_bytes(&damaged(&WHOLE, &damages)) {
        let again =
            Statistics::from_bytes(&statistics.to_bytes()).expect("what was read can be written and read");
        assert_eq!(again, statistics);
        let _ = Statistics::sum([Ok(statistics.clone()), Ok(again)]);
        let _ = Trainer::new().train_from(&statistics);
    }
    in_any_order(&news);
}

/// Parts add up to the whole, in any order.
fn in_any_order(news: &[News<'_>]) {
    let articles: Vec<Article> = news.iter().take(12).map(News::article).collect();
    let count = |articles: &[Article]| Statistics::count(articles.iter().cloned().map(Ok), None, &|_| ());
    let (front, back) = articles.split_at(articles.len() / 2);
    let whole = count(&articles).expect("every label is one");
    let sum = Statistics::sum([count(back), count(front)]).expect("they are counted alike");
    assert_eq!(sum.to_bytes(), whole.to_bytes());
}
