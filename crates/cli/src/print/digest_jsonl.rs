//! `digest --format jsonl`.

use anyhow::Result;
use notis_summarizer::{Digest, DigestSentence, Edit};
use notis_text::Span;
use serde::Serialize;

use super::json;

/// A line of the output. Its names and meanings are a contract.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    method: &'a str,
    text: &'a str,
    sentences: Vec<Sentence<'a>>,
    topics: &'a [String],
    keywords: Vec<&'a str>,
    names: Vec<&'a str>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    text: &'a str,
    #[serde(flatten)]
    span: Span,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    kind: &'static str,
    #[serde(flatten)]
    span: Span,
    replacement: &'a str,
}

/// A digest's line.
pub(crate) fn line(id: &str, digest: &Digest, topics: &[String]) -> Result<Vec<u8>> {
    json::line(&Line {
        id,
        method: digest.method,
        text: &digest.text,
        sentences: digest.sentences.iter().map(sentence).collect(),
        topics,
        keywords: Vec::new(),
        names: Vec::new(),
    })
}

fn sentence(sentence: &DigestSentence) -> Sentence<'_> {
    Sentence {
        text: &sentence.text,
        span: sentence.span,
        edits: sentence.edits.iter().map(change).collect(),
    }
}

fn change(edit: &Edit) -> Change<'_> {
    Change {
        kind: edit.kind.as_str(),
        span: edit.span,
        replacement: &edit.replacement,
    }
}
