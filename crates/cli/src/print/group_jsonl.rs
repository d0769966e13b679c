//! `digest --by … --format jsonl`.

use anyhow::Result;
use notis_summarizer::group::{GroupDigest, GroupSentence};
use notis_text::Span;
use serde::Serialize;

use super::digest_jsonl::{Change, changes};
use super::json;

/// A line of the output. Its names and meanings are a contract.
#[derive(Serialize)]
struct Line<'a> {
    group: &'a str,
    articles: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sources: &'a [String],
    text: &'a str,
    sentences: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    id: &'a str,
    text: &'a str,
    #[serde(flatten)]
    span: Span,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edits: Vec<Change<'a>>,
}

/// A group's line.
pub(crate) fn line(digest: &GroupDigest) -> Result<Vec<u8>> {
    json::line(&Line {
        group: &digest.group,
        articles: &digest.articles,
        sources: &digest.sources,
        text: &digest.text,
        sentences: digest.sentences.iter().map(sentence).collect(),
    })
}

fn sentence(sentence: &GroupSentence) -> Sentence<'_> {
    Sentence {
        id: &sentence.id,
        text: &sentence.text,
        span: sentence.span,
        edits: changes(&sentence.edits),
    }
}
