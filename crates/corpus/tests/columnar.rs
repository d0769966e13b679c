//! Parquet and Arrow: what a column may hold, what a bad row says, and what damaged files and bombs come to.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(feature = "columnar")]

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arrow_array::builder::{ListBuilder, MapBuilder, StringBuilder, StringDictionaryBuilder, UInt8Builder};
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, Date32Array, Float64Array, LargeStringArray, RecordBatch, StringArray,
    TimestampMillisecondArray,
};
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use notis_corpus::{Article, Error, Graded, ReadOptions, open, open_bytes};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

fn parquet(rows: &RecordBatch) -> Vec<u8> {
    let packed = Compression::ZSTD(ZstdLevel::default());
    let properties = WriterProperties::builder().set_compression(packed).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), rows.schema(), Some(properties)).unwrap();
    writer.write(rows).unwrap();
    writer.into_inner().unwrap()
}

fn arrow_file(rows: &RecordBatch) -> Vec<u8> {
    let mut writer = FileWriter::try_new(Vec::new(), &rows.schema()).unwrap();
    writer.write(rows).unwrap();
    writer.into_inner().unwrap()
}

fn packed_stream(rows: &RecordBatch) -> Vec<u8> {
    let packed = IpcWriteOptions::default().try_with_compression(Some(CompressionType::ZSTD));
    let mut writer = StreamWriter::try_new_with_options(Vec::new(), &rows.schema(), packed.unwrap()).unwrap();
    writer.write(rows).unwrap();
    writer.into_inner().unwrap()
}

/// The rows as every kind of file.
fn files(rows: &RecordBatch) -> [(&'static str, Vec<u8>); 3] {
    [
        ("saker.parquet", parquet(rows)),
        ("saker.arrow", arrow_file(rows)),
        ("saker.arrows", packed_stream(rows)),
    ]
}

fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)))
        .unwrap()
}

fn texts(values: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn lists(rows: &[Option<&[&str]>]) -> ArrayRef {
    let mut builder = ListBuilder::new(StringBuilder::new());
    for row in rows {
        row.iter()
            .copied()
            .flatten()
            .for_each(|item| builder.values().append_value(item));
        builder.append(row.is_some());
    }
    Arc::new(builder.finish())
}

/// Three rows; the second has no text, the third hardly anything.
fn saker() -> RecordBatch {
    let mut sections = StringDictionaryBuilder::<Int8Type>::new();
    sections.append_value("Nyheter");
    sections.append_value("Sport");
    sections.append_null();
    let mut grades = MapBuilder::new(None, StringBuilder::new(), UInt8Builder::new());
    grades.keys().append_value("syria");
    grades.values().append_value(2);
    for _ in 0..3 {
        grades.append(true).unwrap();
    }
    let oslo = TimestampMillisecondArray::from(vec![Some(1_709_465_400_000), None, None]);
    table(vec![
        (
            "id",
            Arc::new(Float64Array::from(vec![Some(7.0), Some(8.0), None])),
        ),
        (
            "text",
            Arc::new(LargeStringArray::from(vec![
                Some("Ferja står."),
                None,
                Some("Snø."),
            ])),
        ),
        ("title", texts(&[Some(" Ferja "), Some("Bort"), Some(" ")])),
        ("date", Arc::new(oslo.with_timezone("Europe/Oslo"))),
        ("section", Arc::new(sections.finish())),
        (
            "labels",
            lists(&[Some(&["vær", "klima", "vær"]), None, Some(&[])]),
        ),
        ("graded", texts(&[Some("27"), None, None])),
        ("grades", Arc::new(grades.finish())),
        (
            "uleselig",
            Arc::new(Float64Array::from(vec![None, Some(0.5), None])),
        ),
    ])
}

fn read(name: &str, bytes: Vec<u8>) -> Vec<Result<Article, Error>> {
    open_bytes(name, bytes, &ReadOptions::default())
        .unwrap()
        .collect()
}

#[test]
fn a_row_is_an_article_whatever_its_columns_are_kept_as() {
    for (name, bytes) in files(&saker()) {
        let articles = read(name, bytes);
        let first = articles[0].as_ref().unwrap();
        assert_eq!(
            (first.id.as_str(), first.text.as_str()),
            ("7", "Ferja står."),
            "{name}"
        );
        assert_eq!(first.title.as_deref(), Some("Ferja"));
        assert_eq!(first.date.as_deref(), Some("2024-03-03T12:30:00+01:00"));
        assert_eq!(first.section.as_deref(), Some("Nyheter"));
        assert_eq!(first.labels, Some(vec!["vær".into(), "klima".into()]));
        assert_eq!(first.graded, Some(Graded::Count(27)));
        assert_eq!(first.grades["syria"], 2);
        let third = articles[2].as_ref().unwrap();
        assert_eq!(third.id, format!("{name}:3"));
        assert_eq!((&third.title, &third.date, &third.section), (&None, &None, &None));
        assert_eq!(third.labels, Some(Vec::new()));
        let second = articles[1].as_ref().unwrap_err().to_string();
        assert!(
            second.starts_with(&format!("{name}, row 2 (article 8): ")),
            "{second}"
        );
        assert!(second.contains("the text is missing"), "{second}");
    }
}

#[test]
fn a_file_on_the_disk_is_read_as_one_in_memory() {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files(&saker()) {
        let path = dir.path().join(name);
        fs::write(&path, &bytes).unwrap();
        let articles = open(&[path], &ReadOptions::default()).unwrap();
        let meter = articles.meter();
        assert_eq!(articles.flatten().count(), 2, "{name}");
        assert!(meter.read() > 0);
    }
}

#[test]
fn days_are_days_and_other_names_are_mapped() {
    let rows = table(vec![
        ("Brødtekst", texts(&[Some("Snø."), Some("Regn.")])),
        ("Dag", Arc::new(Date32Array::from(vec![19_785, 19_786]))),
        ("emne", texts(&[Some("[\"vær\", \"klima\"]"), Some("vær; snø")])),
    ]);
    let options = ReadOptions {
        columns: vec!["text=Brødtekst".parse().unwrap(), "date=Dag".parse().unwrap()],
        label_field: Some("emne".into()),
        ..ReadOptions::default()
    };
    for (name, bytes) in files(&rows) {
        let articles = open_bytes(name, bytes, &options).unwrap();
        let articles: Vec<Article> = articles.map(Result::unwrap).collect();
        assert_eq!(articles[0].date.as_deref(), Some("2024-03-03"), "{name}");
        assert_eq!(articles[0].labels, Some(vec!["vær".into(), "klima".into()]));
        assert_eq!(articles[1].labels, Some(vec!["vær".into(), "snø".into()]));
    }
}

#[test]
fn a_column_of_the_wrong_kind_or_none_is_told_with_its_name() {
    let numbers: ArrayRef = Arc::new(Float64Array::from(vec![1.0]));
    for (column, words) in [
        (
            "text",
            "the column «text» holds Float64, which is no text; say which one holds the field text",
        ),
        ("brød", "no column «text»; it has «brød»"),
    ] {
        for (name, bytes) in files(&table(vec![(column, numbers.clone())])) {
            let error = open_bytes(name, bytes, &ReadOptions::default()).err().unwrap();
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}

#[test]
fn an_article_longer_than_the_limit_is_passed_over() {
    let long = "å".repeat(600);
    let options = ReadOptions {
        max_article: "1kB".parse().unwrap(),
        ..ReadOptions::default()
    };
    for (name, bytes) in files(&table(vec![("text", texts(&[Some(&long), Some("Snø.")]))])) {
        let articles: Vec<_> = open_bytes(name, bytes, &options).unwrap().collect();
        assert!(matches!(articles[0], Err(Error::TooLong { .. })), "{name}");
        assert_eq!(articles[1].as_ref().unwrap().text, "Snø.");
    }
}

#[test]
fn a_table_without_rows_is_an_empty_file() {
    for (name, bytes) in files(&table(vec![("text", texts(&[]))])) {
        assert!(
            matches!(read(name, bytes)[..], [Err(Error::EmptyFile { .. })]),
            "{name}"
        );
    }
}

/// What comes of bytes, errors of all kinds included; a panic would end the test.
fn outcome(name: &str, bytes: Vec<u8>) -> (usize, usize) {
    match open_bytes(name, bytes, &ReadOptions::default()) {
        Ok(articles) => articles.fold((0, 0), |(good, bad), article| match article {
            Ok(_) => (good + 1, bad),
            Err(_) => (good, bad + 1),
        }),
        Err(_) => (0, 1),
    }
}

#[test]
fn a_file_cut_anywhere_is_damaged_and_never_fewer_articles_without_a_word() {
    for (name, bytes) in files(&saker()) {
        let is_stream = name.ends_with("arrows");
        for length in 1..bytes.len() {
            let (good, bad) = outcome(name, bytes[..length].to_vec());
            let ended = is_stream || name.ends_with("arrow");
            assert!(
                bad > 0 && good < 2 || ended && good == 2,
                "{name} cut at {length}: {good} and {bad}"
            );
        }
    }
}

#[test]
fn a_byte_changed_anywhere_ends_no_program() {
    let began = Instant::now();
    for (name, bytes) in files(&saker()) {
        for at in 0..bytes.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut changed = bytes.clone();
                changed[at] ^= flip;
                let (good, _) = outcome(name, changed);
                assert!(good <= 3, "{name} at {at}");
            }
        }
    }
    assert!(
        began.elapsed() < Duration::from_secs(120),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn what_swells_beyond_reason_is_refused_before_it_is_unpacked() {
    let long = "a".repeat(80 << 20);
    for (name, bytes) in files(&table(vec![("text", texts(&[Some(&long)]))])) {
        if bytes.len() as u64 > long.len() as u64 {
            continue;
        }
        assert!(bytes.len() < 1 << 20, "{name} has {} bytes", bytes.len());
        let articles = read(name, bytes);
        let error = articles[0].as_ref().unwrap_err();
        assert!(error.to_string().contains("times its size"), "{name}: {error}");
        assert_eq!(articles.len(), 1);
    }
}

#[test]
fn one_text_in_ever_so_many_rows_is_no_archive() {
    let mut again = StringDictionaryBuilder::<Int32Type>::new();
    let long = "Snø. ".repeat(100_000);
    (0..2000).for_each(|_| again.append_value(&long));
    let rows = table(vec![("text", Arc::new(again.finish()))]);
    for (name, bytes) in [
        ("saker.parquet", parquet(&rows)),
        ("saker.arrows", packed_stream(&rows)),
    ] {
        let articles = read(name, bytes);
        let error = articles.last().unwrap().as_ref().unwrap_err();
        assert!(
            error.loses_rest() && error.to_string().contains("times its size"),
            "{error}"
        );
        assert!(articles.len() < 200, "{name}: {}", articles.len());
    }
}

#[test]
fn ten_thousand_columns_are_read_in_a_moment() {
    let names: Vec<String> = (0..10_000).map(|n| format!("kolonne {n}")).collect();
    let mut columns: Vec<(&str, ArrayRef)> = names
        .iter()
        .map(|name| (name.as_str(), texts(&[Some("x")])))
        .collect();
    columns.push(("text", texts(&[Some("Snø.")])));
    for (name, bytes) in files(&table(columns)) {
        let began = Instant::now();
        assert_eq!(read(name, bytes)[0].as_ref().unwrap().text, "Snø.");
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "{name}: {:?}",
            began.elapsed()
        );
    }
}
