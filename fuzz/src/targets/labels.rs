//! Any bytes as labels.tsv give labels or an error, and rows that are written are read as they were.

use std::collections::BTreeSet;

use arbitrary::Arbitrary;
use notis_corpus::{Graded, LabelRow, Labels, write_labels};

/// A file, or rows to be written.
#[derive(Arbitrary, Debug)]
pub enum Asked<'a> {
    File(&'a [u8]),
    Rows(Vec<Row<'a>>),
}

/// A row as somebody may write one.
#[derive(Arbitrary, Debug)]
pub struct Row<'a> {
    file: &'a str,
    title: &'a str,
    labels: Vec<&'a str>,
    graded: Option<u8>,
}

/// The law of labels.
pub fn holds(asked: Asked<'_>) {
    match asked {
        Asked::File(bytes) => drop(read(bytes)),
        Asked::Rows(rows) => are_read_as_written(&rows),
    }
}

fn read(bytes: &[u8]) -> Result<Labels, notis_corpus::Error> {
    let file = tempfile::Builder::new()
        .suffix(".tsv")
        .tempfile()
        .expect("a file");
    std::fs::write(file.path(), bytes).expect("there is room");
    Labels::read(file.path())
}

fn are_read_as_written(rows: &[Row<'_>]) {
    let rows: Vec<LabelRow> = (0..).zip(rows).map(row).collect();
    let mut written = Vec::new();
    write_labels(&rows, &mut written).expect("memory takes it");
    let labels = read(&written).expect("what was written is read");
    for row in &rows {
        assert_eq!(labels.get(&row.file), Some(row));
    }
}

/// A row that a table can hold: its names are visible, trimmed, and one apart from the other, each label once.
fn row((number, row): (usize, &Row<'_>)) -> LabelRow {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| !c.is_control() && !c.is_whitespace())
            .collect::<String>()
    };
    let label = |label: &&str| letters(label).replace([';', '|'], "");
    let mut seen = BTreeSet::new();
    LabelRow {
        file: format!("{number}/{}", letters(row.file).replace(['.', '\''], "")),
        title: letters(row.title).trim_start_matches('\'').to_owned(),
        labels: row
            .labels
            .iter()
            .map(label)
            .filter(|label| !label.is_empty() && seen.insert(label.clone()))
            .collect(),
        graded: row.graded.map(|count| Graded::Count(usize::from(count))),
        ..LabelRow::default()
    }
}
