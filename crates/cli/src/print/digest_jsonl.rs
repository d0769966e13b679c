//! `digest --format jsonl`.

use anyhow::Result;
use notis_summarizer::{DigestSentence, Edit, Keyword};
use notis_text::{Mention, Name, Span};
use serde::Serialize;

use super::{Digested, json};

/// A line of the output. Its names and meanings are a contract. `keyword_spans` and `name_spans` tell for
/// each keyword and each name where it stands.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    method: &'a str,
    text: &'a str,
    sentences: Vec<Sentence<'a>>,
    topics: &'a [String],
    keywords: Vec<&'a str>,
    keyword_spans: Vec<&'a [Span]>,
    names: Vec<&'a str>,
    name_spans: Vec<Vec<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<Span>,
}

/// A place of a name: in the text, or in a title beside it.
#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edits: Vec<Change<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    unsupported: &'a [String],
}

/// A change made to a sentence.
#[derive(Serialize)]
pub(super) struct Change<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    replacement: &'a str,
}

/// A digest's line.
pub(crate) fn line(digested: &Digested<'_>) -> Result<Vec<u8>> {
    let digest = digested.digest;
    json::line(&Line {
        id: &digested.article.id,
        method: digest.method,
        text: &digest.text,
        sentences: digest.sentences.iter().map(sentence).collect(),
        topics: digested.topics,
        keywords: digest.keywords.iter().map(|k| k.text.as_str()).collect(),
        keyword_spans: digest.keywords.iter().map(spans).collect(),
        names: digested.names.iter().map(|name| name.name.as_str()).collect(),
        name_spans: digested.names.iter().map(places).collect(),
        unread: digest.unread,
    })
}

fn places(name: &Name) -> Vec<Place> {
    let place = |mention: &Mention| Place {
        start: mention.span.start,
        end: mention.span.end,
        field: mention.in_title.then_some("title"),
    };
    name.mentions.iter().map(place).collect()
}

fn spans(keyword: &Keyword) -> &[Span] {
    &keyword.spans
}

fn sentence(sentence: &DigestSentence) -> Sentence<'_> {
    Sentence {
        text: &sentence.text,
        start: sentence.span.start,
        end: sentence.span.end,
        edits: changes(&sentence.edits),
        unsupported: &sentence.unsupported,
    }
}

/// Changes as they are printed.
pub(super) fn changes(edits: &[Edit]) -> Vec<Change<'_>> {
    edits.iter().map(change).collect()
}

fn change(edit: &Edit) -> Change<'_> {
    Change {
        kind: edit.kind.as_str(),
        start: edit.span.start,
        end: edit.span.end,
        replacement: &edit.replacement,
    }
}
