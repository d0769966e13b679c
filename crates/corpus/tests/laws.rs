//! Laws of reading: whatever the bytes, an article or an error; what is written is read again.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;

use notis_corpus::{Article, Format, LabelRow, Labels, ReadOptions, write_labels};
use proptest::prelude::*;

fn read(bytes: &[u8], format: Format) -> Vec<Result<Article, notis_corpus::Error>> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("fil");
    fs::write(&path, bytes).unwrap();
    let options = ReadOptions {
        format: Some(format),
        ..ReadOptions::default()
    };
    notis_corpus::open(&[path], &options).unwrap().collect()
}

fn format() -> impl Strategy<Value = Format> {
    prop::sample::select(Format::ALL.to_vec())
}

/// Bytes that look a little like each format.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let json = r#"(\{"(id|text|labels)":("[æa"\\]{0,4}"?|[0-9]|\[\]|null),?"text":"[å ]{0,4}"\}?\n?){0,6}"#;
    let table = r#"(id|text|"te|,|;|\t|\n|\r|"|å){0,30}"#;
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        json.prop_map(String::into_bytes),
        table.prop_map(String::into_bytes),
    ]
}

proptest! {
    #[test]
    fn any_bytes_give_articles_or_errors(bytes in bytes(), format in format()) {
        let items = read(&bytes, format);
        prop_assert!(!items.is_empty(), "an input without an article is an error");
        for article in items.into_iter().flatten() {
            prop_assert!(!article.id.is_empty());
        }
    }

    #[test]
    fn the_text_of_a_file_is_kept_to_the_byte(text in "[ \\PC\n\r]{1,80}") {
        prop_assume!(!text.trim().is_empty() && !text.starts_with('\u{feff}'));
        let article = read(text.as_bytes(), Format::Txt).remove(0).unwrap();
        prop_assert_eq!(article.text, text);
    }

    #[test]
    fn the_text_of_a_json_field_is_kept_to_the_byte(text in any::<String>(), id in 1..9_u32) {
        let line = format!("{{\"id\":{id},\"text\":{}}}\n", serde_json::to_string(&text).unwrap());
        let article = read(line.as_bytes(), Format::Jsonl).remove(0).unwrap();
        prop_assert_eq!(article.text, text);
        prop_assert_eq!(article.id, id.to_string());
    }

    #[test]
    fn a_written_label_file_is_read_again(cells in prop::collection::vec("[a-zæøå«\"\t;,\n ]{0,8}", 4), n in 0..4_usize) {
        let labels: Vec<String> = ["vær", "nord-korea", "is"].iter().take(n).map(|l| (*l).to_owned()).collect();
        let row = LabelRow {
            file: "mappe/sak".into(),
            date: "2024-05".into(),
            lang: "nn".into(),
            title: cells.join("").trim().to_owned(),
            labels,
            mentions: vec!["eu".into()],
            graded: None,
        };
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("labels.tsv");
        write_labels([&row], fs::File::create(&path).unwrap()).unwrap();
        let read = Labels::read(&path).unwrap();
        prop_assert_eq!(read.get("mappe/sak"), Some(&row));
    }
}
