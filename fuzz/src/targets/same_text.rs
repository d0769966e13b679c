//! One text in ways that a reader cannot tell apart: other white space, letters in parts, marks without width, other line
//! breaks. What is found is the same; only places move.

use std::sync::LazyLock;

use notis::{Article, Budget, Desk};
use notis_text::laws::{same_to_readers, seen};

use crate::model;
use crate::news::Text;

static DESK: LazyLock<Desk> = LazyLock::new(|| model::desk("notis", false));

/// What is found in a text, without its places. A digest within a number of characters may be another: they are counted as they
/// stand.
#[derive(Debug, PartialEq)]
struct Found {
    lang: &'static str,
    kinds: Vec<String>,
    sentences: Vec<String>,
    scores: Vec<(String, f32)>,
    topics: Vec<String>,
    keywords: Vec<String>,
    names: Vec<String>,
    digests: [String; 2],
}

fn found(text: String) -> Found {
    let article = Article {
        id: "a".to_owned(),
        text,
        ..Article::default()
    };
    let reading = DESK.read(&article).expect("without a neural model nothing fails");
    let [digest, opening] = [Budget::Words(40), Budget::Sentences(3)]
        .map(|budget| reading.digest(budget).expect("there is room for something"));
    Found {
        lang: reading.language().code(),
        kinds: reading
            .blocks()
            .iter()
            .map(|block| format!("{:?}", block.kind))
            .collect(),
        sentences: reading
            .sentences()
            .iter()
            .map(|s| seen(s.span.of(&article.text)))
            .collect(),
        scores: reading
            .scores()
            .into_iter()
            .map(|(topic, p)| (topic.to_owned(), p))
            .collect(),
        topics: digest.topics.clone(),
        keywords: digest.keywords.iter().map(|word| seen(word)).collect(),
        names: digest.names.iter().map(|name| seen(name)).collect(),
        digests: [seen(&digest.text), seen(&opening.text)],
    }
}

/// The law of a text in several ways.
pub fn holds(text: Text<'_>) {
    let text = text.plain();
    let want = found(text.clone());
    for (what, other) in same_to_readers(&text) {
        let mut found = found(other);
        // Between two blanks a mark without width is a word to who counts words by blanks, and a digest as much shorter.
        if what == "marks without width" {
            found.digests.clone_from(&want.digests);
        }
        assert_eq!(found, want, "{what}: {text:?}");
    }
}
