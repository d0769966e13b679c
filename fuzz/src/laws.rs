//! What holds of every article, digest and output.

use notis::output::{Digest, DigestSentence, Edit};
use notis::{Article, Articles, Budget, Error};

/// Reads to the end and asserts what holds of whatever a reader gives.
pub fn read(articles: impl Iterator<Item = Result<Article, notis_corpus::Error>>) {
    for article in articles {
        match article {
            Ok(article) => sound(&article),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

fn sound(article: &Article) {
    assert!(!article.id.is_empty());
    for hint in &article.hints {
        assert!(!article.text[hint.span.clone()].is_empty());
    }
}

/// The good articles and the number of bad records.
pub fn sifted(articles: Result<Articles, Error>) -> (Vec<Article>, usize) {
    let (mut good, mut bad) = (Vec::new(), 0);
    for article in articles.into_iter().flatten() {
        article.map_or_else(|_| bad += 1, |article| good.push(article));
    }
    (good, bad)
}

/// `text` with its white space collapsed.
pub fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that the sentences of a digest stand in the text, in its order, and that its budget holds.
pub fn digest(digest: &Digest, text: &str, budget: Budget) {
    for pair in digest.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{digest:?}");
    }
    digest
        .sentences
        .iter()
        .for_each(|sentence| in_place(sentence, text));
    for span in digest.keyword_spans.iter().flatten() {
        assert!(!span.of(text).is_empty());
    }
    for place in digest
        .name_spans
        .iter()
        .flatten()
        .filter(|place| place.field.is_none())
    {
        assert!(
            text.get(place.start..place.end)
                .is_some_and(|name| !name.is_empty()),
            "{digest:?}"
        );
    }
    assert!(
        is_kept(budget, &digest.text, digest.sentences.len()),
        "{budget:?}: {digest:?}"
    );
}

fn in_place(sentence: &DigestSentence, text: &str) {
    let slice = text
        .get(sentence.start..sentence.end)
        .expect("a sentence is a slice");
    if sentence.edits.is_empty() {
        assert_eq!(sentence.text, collapsed(slice));
    }
    assert_eq!(sentence.text, collapsed(&sentence.text));
    edited(&sentence.edits, (sentence.start, sentence.end), text);
}

/// Asserts that edits stand within their sentence.
pub fn edited(edits: &[Edit], (start, end): (usize, usize), text: &str) {
    for edit in edits {
        assert!(
            start <= edit.start && edit.start <= edit.end && edit.end <= end,
            "{edit:?}"
        );
        assert!(text.get(edit.start..edit.end).is_some(), "{edit:?}");
    }
}

/// Whether a digest is no longer than its budget allows.
pub fn is_kept(budget: Budget, text: &str, sentences: usize) -> bool {
    match budget {
        Budget::Sentences(most) => sentences <= most,
        Budget::Words(most) => text.split_whitespace().count() <= most,
        Budget::Chars(most) => text.chars().count() <= most,
        _ => true,
    }
}

/// Whether a character commands a terminal; line breaks are ends of lines.
pub fn acts(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
