//! The tables of the answers.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, StringArray};
use arrow_schema::{DataType, Field, Fields};

use super::columns::{
    Digests, Topics, Unit, list, list_field, probabilities, probabilities_field, text_list, text_list_field,
    texts,
};
use super::sealed::Columns;
use crate::output::{Classification, Digest, GroupDigest, Origin};

/// What is known of an article, behind everything else.
const ORIGIN: [&str; 4] = ["title", "date", "source", "url"];

fn text_field(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

/// A column of texts, some of which are missing.
fn known_field(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

fn origin_fields() -> impl Iterator<Item = Field> {
    ORIGIN.into_iter().map(known_field)
}

fn origin<'a>(rows: impl Iterator<Item = &'a Origin> + Clone) -> impl Iterator<Item = ArrayRef> {
    let of = |known: fn(&Origin) -> Option<&str>| -> ArrayRef {
        Arc::new(StringArray::from_iter(rows.clone().map(known)))
    };
    [
        of(|origin| origin.title.as_deref()),
        of(|origin| origin.date.as_deref()),
        of(|origin| origin.source.as_deref()),
        of(|origin| origin.url.as_deref()),
    ]
    .into_iter()
}

impl Columns for Classification {
    fn fields() -> Vec<Field> {
        let own = std::iter::once(text_field("id")).chain(Topics::fields());
        own.chain([probabilities_field("scores")])
            .chain(origin_fields())
            .collect()
    }

    fn columns(rows: &[Self]) -> Vec<ArrayRef> {
        let topics: Vec<_> = rows.iter().map(|row| Some(Topics::of(row))).collect();
        let scores = rows
            .iter()
            .map(|row| row.scores.as_ref().map(|scores| scores.0.as_slice()));
        let own = std::iter::once(texts(rows.iter().map(|row| &row.id))).chain(Topics::columns(&topics));
        own.chain([probabilities(scores)])
            .chain(origin(rows.iter().map(|row| &row.origin)))
            .collect()
    }
}

impl Columns for Digest {
    fn fields() -> Vec<Field> {
        let own = ["id", "method"]
            .map(text_field)
            .into_iter()
            .chain(Digests::fields(Unit::Bytes));
        own.chain([probabilities_field("topics"), text_field("lang")])
            .chain(["keywords", "names"].map(text_list_field))
            .chain([list_field("name_kinds", kind_parts())])
            .chain(origin_fields())
            .collect()
    }

    fn columns(rows: &[Self]) -> Vec<ArrayRef> {
        let digests: Vec<_> = rows
            .iter()
            .map(|row| Some(Digests::new(row, |byte| byte)))
            .collect();
        let tags = |row: &Digest| {
            row.tags
                .iter()
                .map(|tag| (tag.topic.clone(), tag.probability))
                .collect()
        };
        let topics: Vec<Vec<_>> = rows.iter().map(tags).collect();
        let own = [
            texts(rows.iter().map(|row| &row.id)),
            texts(rows.iter().map(|row| row.method)),
        ];
        own.into_iter()
            .chain(Digests::columns(&digests, Unit::Bytes))
            .chain([
                probabilities(topics.iter().map(|topics| Some(topics.as_slice()))),
                texts(rows.iter().map(|row| row.lang.code())),
                text_list(rows.iter().map(|row| row.keywords.as_slice())),
                text_list(rows.iter().map(|row| row.names.as_slice())),
                kinds(rows),
            ])
            .chain(origin(rows.iter().map(|row| &row.origin)))
            .collect()
    }
}

/// What is known of a name: its kind, and what it goes by in Wikidata.
fn kind_parts() -> Fields {
    Fields::from(vec![text_field("kind"), known_field("wikidata")])
}

/// What is known of each name, in their order; missing where it was not asked for.
fn kinds(rows: &[Digest]) -> ArrayRef {
    let all = || rows.iter().flat_map(Digest::names_with_ids);
    let parts: Vec<ArrayRef> = vec![
        texts(all().map(|(_, kind, _)| kind.as_str())),
        Arc::new(StringArray::from_iter(all().map(|(_, _, id)| id))),
    ];
    let lengths = rows.iter().map(|row| row.name_kinds.as_ref().map(Vec::len));
    list(kind_parts(), lengths, parts)
}

/// A name of a group, with how many articles name it.
fn name_parts() -> Fields {
    let articles = Field::new("articles", DataType::Int64, false);
    Fields::from(vec![
        text_field("name"),
        text_field("kind"),
        known_field("wikidata"),
        articles,
    ])
}

/// The names of each group; missing where kinds were not asked for.
fn names(rows: &[GroupDigest]) -> ArrayRef {
    let all = || rows.iter().flat_map(|row| row.names.iter().flatten());
    let parts: Vec<ArrayRef> = vec![
        texts(all().map(|name| &name.name)),
        texts(all().map(|name| name.kind.as_str())),
        Arc::new(StringArray::from_iter(all().map(|name| name.wikidata.as_deref()))),
        Arc::new(Int64Array::from_iter_values(
            all().map(|name| name.articles as i64),
        )),
    ];
    let lengths = rows.iter().map(|row| row.names.as_ref().map(Vec::len));
    list(name_parts(), lengths, parts)
}

/// A sentence of a group: the article it is from, its text, and where it stands there.
fn group_parts() -> Fields {
    let [start, end] = Unit::Bytes.ends();
    Fields::from(vec![text_field("id"), text_field("text"), start, end])
}

impl Columns for GroupDigest {
    fn fields() -> Vec<Field> {
        vec![
            text_field("group"),
            text_list_field("articles"),
            text_list_field("sources"),
            text_field("digest"),
            list_field("sentences", group_parts()),
            list_field("names", name_parts()),
        ]
    }

    fn columns(rows: &[Self]) -> Vec<ArrayRef> {
        let all = || rows.iter().flat_map(|row| &row.sentences);
        let ends = |of: fn(&notis_text::Span) -> usize| -> ArrayRef {
            Arc::new(Int64Array::from_iter_values(all().map(|s| of(&s.span) as i64)))
        };
        let sentences = vec![
            texts(all().map(|s| &s.id)),
            texts(all().map(|s| &s.text)),
            ends(|span| span.start),
            ends(|span| span.end),
        ];
        vec![
            texts(rows.iter().map(|row| &row.group)),
            text_list(rows.iter().map(|row| row.articles.as_slice())),
            text_list(rows.iter().map(|row| row.sources.as_slice())),
            texts(rows.iter().map(|row| &row.text)),
            list(
                group_parts(),
                rows.iter().map(|row| Some(row.sentences.len())),
                sentences,
            ),
            names(rows),
        ]
    }
}
