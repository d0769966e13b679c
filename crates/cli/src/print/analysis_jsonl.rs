//! `analyze --format jsonl`.

use anyhow::Result;
use notis_text::{Analysis, Mention, Span};
use serde::Serialize;

use super::json;

/// A line of the output. Its names and meanings are a contract.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    lang: &'static str,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token<'a>>,
    names: Vec<Name<'a>>,
}

#[derive(Serialize)]
struct Block {
    kind: &'static str,
    #[serde(flatten)]
    span: Span,
}

#[derive(Serialize)]
struct Sentence {
    #[serde(flatten)]
    span: Span,
    block: usize,
}

#[derive(Serialize)]
struct Token<'a> {
    #[serde(flatten)]
    span: Span,
    stem: &'a str,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
    #[serde(flatten)]
    span: Span,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
}

/// An article's line.
pub(crate) fn line(id: &str, analysis: &Analysis<'_>) -> Result<Vec<u8>> {
    let found = notis_text::names(analysis);
    json::line(&Line {
        id,
        lang: analysis.language.code(),
        blocks: analysis
            .blocks
            .iter()
            .map(|b| Block {
                kind: b.kind.as_str(),
                span: b.span,
            })
            .collect(),
        sentences: analysis
            .sentences
            .iter()
            .map(|s| Sentence {
                span: s.span,
                block: s.block,
            })
            .collect(),
        tokens: tokens(analysis),
        names: places(&found),
    })
}

/// Every place of every name, those in a title beside the text first, then in the order of the text.
fn places<'a>(found: &'a [notis_text::Name]) -> Vec<Name<'a>> {
    let of_name = |name: &'a notis_text::Name| name.mentions.iter().map(|m| place(&name.name, m));
    let mut places: Vec<_> = found.iter().flat_map(of_name).collect();
    places.sort_by_key(|place| (place.field.is_none(), place.span));
    places
}

fn place<'a>(name: &'a str, mention: &Mention) -> Name<'a> {
    Name {
        name,
        span: mention.span,
        field: mention.in_title.then_some("title"),
    }
}

fn tokens<'a>(analysis: &'a Analysis<'_>) -> Vec<Token<'a>> {
    let stemmed = analysis.tokens.iter().enumerate().map(|(index, token)| Token {
        span: token.span,
        stem: analysis.stem(index),
    });
    stemmed.collect()
}
