//! Columns that answers have in every table, be it the command's or Python's.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Float32Array, Int64Array, ListArray, StringArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, Field, Fields};

use crate::output::{Classification, Tag};
use crate::{Digest, Language, Reading, Reason};

/// What `start` and `end` count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Bytes of UTF-8.
    Bytes,
    /// Characters, as Python counts them.
    Characters,
}

impl Unit {
    fn as_str(self) -> &'static str {
        match self {
            Unit::Bytes => "bytes",
            Unit::Characters => "characters",
        }
    }

    /// The fields `start` and `end`, which say what they count.
    pub(super) fn ends(self) -> [Field; 2] {
        let says = HashMap::from([("unit".to_owned(), self.as_str().to_owned())]);
        ["start", "end"].map(|name| Field::new(name, DataType::Int64, false).with_metadata(says.clone()))
    }
}

/// The topics of a row: `topics: list<struct<topic, probability>>`, `lang`, and the `reason` where it has no topic.
#[derive(Clone, Debug)]
pub struct Topics {
    topics: Vec<(String, f32)>,
    lang: &'static str,
    reason: Option<&'static str>,
}

impl Topics {
    /// The fields of its columns.
    pub fn fields() -> Vec<Field> {
        vec![
            probabilities_field("topics"),
            Field::new("lang", DataType::Utf8, true),
            Field::new("reason", DataType::Utf8, true),
        ]
    }

    /// What was read.
    pub fn of_reading(reading: &Reading<'_>) -> Self {
        Topics::new(reading.tags(), reading.language(), reading.decision().reason())
    }

    pub(super) fn of(given: &Classification) -> Self {
        Topics::new(given.topics.clone(), given.lang, given.decision.reason())
    }

    fn new(tags: Vec<Tag>, lang: Language, reason: Option<Reason>) -> Self {
        Topics {
            topics: tags.into_iter().map(|tag| (tag.topic, tag.probability)).collect(),
            lang: lang.code(),
            reason: reason.map(|reason| reason.as_str()),
        }
    }

    /// The columns of rows, some of which hold no text.
    pub fn columns(rows: &[Option<Topics>]) -> Vec<ArrayRef> {
        let topics = rows
            .iter()
            .map(|row| row.as_ref().map(|row| row.topics.as_slice()));
        let langs = rows.iter().map(|row| row.as_ref().map(|row| row.lang));
        let reasons = rows.iter().map(|row| row.as_ref().and_then(|row| row.reason));
        vec![
            probabilities(topics),
            Arc::new(StringArray::from_iter(langs)),
            Arc::new(StringArray::from_iter(reasons)),
        ]
    }
}

/// The digest of a row: `digest`, and its `sentences: list<struct<text, start, end>>`.
#[derive(Clone, Debug)]
pub struct Digests {
    text: String,
    sentences: Vec<(String, [i64; 2])>,
}

impl Digests {
    fn parts(unit: Unit) -> Fields {
        let [start, end] = unit.ends();
        Fields::from(vec![Field::new("text", DataType::Utf8, false), start, end])
    }

    /// The fields of its columns.
    pub fn fields(unit: Unit) -> Vec<Field> {
        vec![
            Field::new("digest", DataType::Utf8, true),
            list_field("sentences", Self::parts(unit)),
        ]
    }

    /// A digest, whose places `at` turns from bytes into what is counted.
    pub fn new(digest: &Digest, at: impl Fn(usize) -> usize) -> Self {
        let ends = |start, end| [start, end].map(|byte| at(byte) as i64);
        let sentences = digest.sentences.iter();
        Digests {
            text: digest.text.clone(),
            sentences: sentences
                .map(|s| (s.text.clone(), ends(s.start, s.end)))
                .collect(),
        }
    }

    /// The columns of rows, some of which hold no text.
    pub fn columns(rows: &[Option<Digests>], unit: Unit) -> Vec<ArrayRef> {
        let all = || rows.iter().flatten().flat_map(|row| &row.sentences);
        let ends = |which: usize| Int64Array::from_iter_values(all().map(|(_, ends)| ends[which]));
        let lengths = rows.iter().map(|row| row.as_ref().map(|row| row.sentences.len()));
        let digests = rows.iter().map(|row| row.as_ref().map(|row| row.text.as_str()));
        let parts: Vec<ArrayRef> = vec![
            texts(all().map(|(text, _)| text)),
            Arc::new(ends(0)),
            Arc::new(ends(1)),
        ];
        vec![
            Arc::new(StringArray::from_iter(digests)),
            list(Self::parts(unit), lengths, parts),
        ]
    }
}

fn probability_parts() -> Fields {
    Fields::from(vec![
        Field::new("topic", DataType::Utf8, false),
        Field::new("probability", DataType::Float32, false),
    ])
}

/// A column of topics with their probabilities.
pub(super) fn probabilities_field(name: &str) -> Field {
    list_field(name, probability_parts())
}

/// Topics with their probabilities, row by row.
pub(super) fn probabilities<'a>(rows: impl Iterator<Item = Option<&'a [(String, f32)]>> + Clone) -> ArrayRef {
    let all = || rows.clone().flatten().flatten();
    let numbers = Float32Array::from_iter_values(all().map(|&(_, probability)| probability));
    let lengths = rows.clone().map(|row| row.map(<[_]>::len));
    let parts: Vec<ArrayRef> = vec![texts(all().map(|(topic, _)| topic)), Arc::new(numbers)];
    list(probability_parts(), lengths, parts)
}

/// A column of texts, none of which is missing.
pub(super) fn texts<S: AsRef<str>>(values: impl Iterator<Item = S>) -> ArrayRef {
    // Their number must be known beforehand.
    Arc::new(StringArray::from_iter_values(values.collect::<Vec<_>>()))
}

/// The type of a list's items.
fn item(parts: Fields) -> Field {
    Field::new("item", DataType::Struct(parts), false)
}

/// A column of lists of structs.
pub(super) fn list_field(name: &str, parts: Fields) -> Field {
    Field::new(name, DataType::List(Arc::new(item(parts))), true)
}

/// Lists of structs of these lengths, missing where there is none, whose fields stand one after another in `columns`.
pub(super) fn list(
    parts: Fields,
    lengths: impl Iterator<Item = Option<usize>>,
    columns: Vec<ArrayRef>,
) -> ArrayRef {
    let items = Arc::new(StructArray::new(parts.clone(), columns, None));
    list_of(item(parts), lengths, items)
}

/// A column of lists of texts.
pub(super) fn text_list_field(name: &str) -> Field {
    Field::new(name, DataType::List(Arc::new(text_item())), false)
}

/// Lists of texts.
pub(super) fn text_list<'a>(rows: impl Iterator<Item = &'a [String]> + Clone) -> ArrayRef {
    let lengths = rows.clone().map(|row| Some(row.len()));
    list_of(text_item(), lengths, texts(rows.flatten()))
}

fn text_item() -> Field {
    Field::new("item", DataType::Utf8, false)
}

fn list_of(item: Field, lengths: impl Iterator<Item = Option<usize>>, items: ArrayRef) -> ArrayRef {
    let lengths: Vec<Option<usize>> = lengths.collect();
    let there = NullBuffer::from_iter(lengths.iter().map(Option::is_some));
    let offsets = OffsetBuffer::from_lengths(lengths.iter().map(|length| length.unwrap_or_default()));
    debug_assert_eq!(offsets.last().map(|&end| end as usize), Some(items.len()));
    Arc::new(ListArray::new(Arc::new(item), offsets, items, Some(there)))
}
