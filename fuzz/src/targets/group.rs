//! Groups hold every article, their digests keep the budget, and what they say stands in their articles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use arbitrary::Arbitrary;
use notis::output::GroupDigest;
use notis::{Article, By, Desk};

use crate::news::{Length, News};
use crate::{laws, model};

static DESK: LazyLock<Desk> = LazyLock::new(|| model::desk("notis", false));

/// Articles, and how they are put together.
#[derive(Arbitrary, Debug)]
pub struct Asked<'a> {
    news: Vec<News<'a>>,
    by: u8,
    length: Length,
}

/// More than that make an execution slow, and no new path.
const MOST: usize = 24;

/// The law of groups.
pub fn holds(asked: Asked<'_>) {
    let numbered = |(number, news): (usize, &News<'_>)| Article {
        id: number.to_string(),
        ..news.article()
    };
    let articles: Vec<Article> = asked.news.iter().take(MOST).enumerate().map(numbered).collect();
    let by = [By::Topic, By::Date, By::Week, By::Month, By::Story][usize::from(asked.by) % 5];
    let budget = asked.length.budget();
    let item = |article| DESK.read(article).and_then(|reading| reading.group_item(budget));
    let items: Vec<_> = articles
        .iter()
        .map(item)
        .collect::<Result<_, _>>()
        .expect("there is room for something");
    let digests = notis::digest_groups(&items, by, budget).expect("there is room for something");
    let told: BTreeSet<&str> = digests
        .iter()
        .flat_map(|group| &group.articles)
        .map(String::as_str)
        .collect();
    assert_eq!(told.len(), articles.len(), "every article is in a group");
    let texts = articles
        .iter()
        .map(|article| (article.id.as_str(), article.text.as_str()))
        .collect();
    digests.iter().for_each(|digest| in_place(digest, &texts));
    assert!(
        digests
            .iter()
            .all(|digest| laws::is_kept(budget, &digest.text, digest.sentences.len()))
    );
}

fn in_place(digest: &GroupDigest, texts: &BTreeMap<&str, &str>) {
    for sentence in &digest.sentences {
        let text = texts[sentence.id.as_str()];
        let (start, end) = (sentence.span.start, sentence.span.end);
        let slice = text.get(start..end).expect("a sentence is a slice");
        assert!(
            !sentence.edits.is_empty() || sentence.text == laws::collapsed(slice),
            "{digest:?}"
        );
        laws::edited(&sentence.edits, (start, end), text);
    }
}
