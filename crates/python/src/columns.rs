//! Answers as Arrow columns.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Float32Array, Int64Array, ListArray, StringArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, Field, Fields};
use notis::{Article, Digest, Reading};

use crate::spans::Characters;

/// The topics of a row: `topics: list<struct<topic, probability>>`, `lang`, and the `reason` where it has no topic.
pub(crate) struct Topics {
    topics: Vec<(String, f32)>,
    lang: &'static str,
    reason: Option<&'static str>,
}

impl Topics {
    fn parts() -> Fields {
        Fields::from(vec![
            Field::new("topic", DataType::Utf8, false),
            Field::new("probability", DataType::Float32, false),
        ])
    }

    pub(crate) fn fields() -> Vec<Field> {
        vec![
            list_field("topics", Self::parts()),
            Field::new("lang", DataType::Utf8, true),
            Field::new("reason", DataType::Utf8, true),
        ]
    }

    pub(crate) fn row(reading: &Reading<'_>) -> Self {
        let tags = reading.tags().into_iter();
        Topics {
            topics: tags.map(|tag| (tag.topic, tag.probability)).collect(),
            lang: reading.language().code(),
            reason: reading.decision().reason().map(|reason| reason.as_str()),
        }
    }

    pub(crate) fn of(rows: &[Option<Topics>]) -> Vec<ArrayRef> {
        let all = || rows.iter().flatten().flat_map(|row| &row.topics);
        let topics = StringArray::from_iter_values(all().map(|(topic, _)| topic).collect::<Vec<_>>());
        let probabilities =
            Float32Array::from(all().map(|&(_, probability)| probability).collect::<Vec<_>>());
        let lengths = rows.iter().map(|row| row.as_ref().map(|row| row.topics.len()));
        let langs = rows.iter().map(|row| row.as_ref().map(|row| row.lang));
        let reasons = rows.iter().map(|row| row.as_ref().and_then(|row| row.reason));
        vec![
            list(
                Self::parts(),
                lengths,
                vec![Arc::new(topics), Arc::new(probabilities)],
            ),
            Arc::new(StringArray::from_iter(langs)),
            Arc::new(StringArray::from_iter(reasons)),
        ]
    }
}

/// The digest of a row: `digest`, and its `sentences: list<struct<text, start, end>>` by characters.
pub(crate) struct Digests {
    text: String,
    sentences: Vec<(String, [i64; 2])>,
}

impl Digests {
    fn parts() -> Fields {
        Fields::from(vec![
            Field::new("text", DataType::Utf8, false),
            Field::new("start", DataType::Int64, false),
            Field::new("end", DataType::Int64, false),
        ])
    }

    pub(crate) fn fields() -> Vec<Field> {
        vec![
            Field::new("digest", DataType::Utf8, true),
            list_field("sentences", Self::parts()),
        ]
    }

    pub(crate) fn row(digest: Digest, article: &Article) -> Self {
        let characters = Characters::of(&article.text);
        let ends = |start, end| [start, end].map(|byte| characters.at(byte) as i64);
        let sentences = digest.sentences.into_iter();
        Digests {
            text: digest.text,
            sentences: sentences.map(|s| (s.text, ends(s.start, s.end))).collect(),
        }
    }

    pub(crate) fn of(rows: &[Option<Digests>]) -> Vec<ArrayRef> {
        let all = || rows.iter().flatten().flat_map(|row| &row.sentences);
        let texts = StringArray::from_iter_values(all().map(|(text, _)| text).collect::<Vec<_>>());
        let ends = |which: usize| Int64Array::from(all().map(|&(_, ends)| ends[which]).collect::<Vec<_>>());
        let lengths = rows.iter().map(|row| row.as_ref().map(|row| row.sentences.len()));
        let digests = rows.iter().map(|row| row.as_ref().map(|row| row.text.as_str()));
        vec![
            Arc::new(StringArray::from_iter(digests)),
            list(
                Self::parts(),
                lengths,
                vec![Arc::new(texts), Arc::new(ends(0)), Arc::new(ends(1))],
            ),
        ]
    }
}

fn item(parts: Fields) -> Field {
    Field::new("item", DataType::Struct(parts), false)
}

fn list_field(name: &str, parts: Fields) -> Field {
    Field::new(name, DataType::List(Arc::new(item(parts))), true)
}

/// Lists of structs of these lengths, missing where there is none, whose fields stand one after another in `columns`.
fn list(parts: Fields, lengths: impl Iterator<Item = Option<usize>>, columns: Vec<ArrayRef>) -> ArrayRef {
    let lengths: Vec<Option<usize>> = lengths.collect();
    let there = NullBuffer::from_iter(lengths.iter().map(Option::is_some));
    let offsets = OffsetBuffer::from_lengths(lengths.iter().map(|length| length.unwrap_or_default()));
    let items = StructArray::new(parts.clone(), columns, None);
    debug_assert_eq!(offsets.last().map(|&end| end as usize), Some(items.len()));
    Arc::new(ListArray::new(
        Arc::new(item(parts)),
        offsets,
        Arc::new(items),
        Some(there),
    ))
}
