//! `labels.tsv`: the labels of a folder of `.txt` files, as a table an editor corrects in a spreadsheet.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use csv::ByteRecord;

use crate::formats::{split_list, table};
use crate::{Article, Encoding, Error, Format, Place, decode};

const HEADER: [&str; 6] = ["file", "date", "lang", "title", "labels", "mentions"];

/// A row of a label file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelRow {
    /// The article's file beside `labels.tsv`, with or without its ending.
    pub file: String,
    /// `YYYY-MM` or `YYYY-MM-DD`; empty where it is not known.
    pub date: String,
    /// `nb` or `nn`; empty where it is not known.
    pub lang: String,
    /// The title; empty where there is none.
    pub title: String,
    /// The topics it is about; empty is about none.
    pub labels: Vec<String>,
    /// The topics it only names.
    pub mentions: Vec<String>,
}

impl LabelRow {
    /// Fills in what the row knows of an article; an empty cell leaves what the article says of itself.
    pub(crate) fn fill(&self, article: &mut Article) {
        let known = |cell: &String| Some(cell.clone()).filter(|c| !c.is_empty());
        article.date = known(&self.date).or_else(|| article.date.take());
        article.lang = known(&self.lang).or_else(|| article.lang.take());
        article.title = known(&self.title).or_else(|| article.title.take());
        article.labels = Some(self.labels.clone());
        article.mentions.clone_from(&self.mentions);
    }
}

/// The rows of a label file by article. Columns that are not known (a genre, a note) are passed over.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    rows: BTreeMap<String, LabelRow>,
}

impl Labels {
    /// Reads a label file.
    pub fn read(path: &Path, encoding: Encoding) -> Result<Self, Error> {
        let file = path.display().to_string();
        let bytes = decode::open(path, encoding, &Arc::default());
        let bytes = bytes.map_err(|e| Error::io(Place::file(&file), e))?;
        let (_, mut reader) = table::open(bytes, Format::Tsv, &file)?;
        let columns = columns(&table::header(&mut reader, &file)?, &file)?;
        let mut labels = Labels::default();
        for row in reader.into_byte_records() {
            labels.add(&row.map_err(|e| table::explain(e, &file))?, &columns, &file)?;
        }
        Ok(labels)
    }

    /// The row of an article by its path beside the label file, without its ending.
    pub fn get(&self, article: &str) -> Option<&LabelRow> {
        self.rows.get(article)
    }

    /// Every row with the article it is for, sorted by article.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &LabelRow)> {
        self.rows.iter().map(|(article, row)| (article.as_str(), row))
    }

    fn add(&mut self, row: &ByteRecord, columns: &[Option<usize>; 6], file: &str) -> Result<(), Error> {
        let place = Place::line(file, row.position().map_or(0, csv::Position::line));
        let cell = |column: usize| {
            let bytes = columns[column].and_then(|i| row.get(i)).unwrap_or_default();
            std::str::from_utf8(bytes).map_err(|e| Error::NotUtf8 {
                place: place.clone(),
                byte: e.valid_up_to(),
            })
        };
        let text = |column| Ok::<_, Error>(cell(column)?.trim().to_owned());
        let read = LabelRow {
            file: text(0)?,
            date: text(1)?,
            lang: text(2)?,
            title: text(3)?,
            labels: split_list(cell(4)?, ';'),
            mentions: split_list(cell(5)?, ';'),
        };
        let article = without_ending(&read.file).to_owned();
        match self.rows.insert(article.clone(), read) {
            Some(_) => Err(Error::DuplicateRow {
                place: place.of(&article),
            }),
            None => Ok(()),
        }
    }
}

/// Where each column of [`HEADER`] stands; `file` and `labels` must be there.
fn columns(header: &[String], file: &str) -> Result<[Option<usize>; 6], Error> {
    let found = HEADER.map(|name| header.iter().position(|h| h.eq_ignore_ascii_case(name)));
    for needed in [0, 4] {
        if found[needed].is_none() {
            return Err(Error::BadLabels {
                place: Place::line(file, 1),
                column: HEADER[needed],
            });
        }
    }
    Ok(found)
}

/// A file name without `.txt` or `.txt.gz`.
pub(crate) fn without_ending(file: &str) -> &str {
    let plain = crate::options::strip_gz(file);
    match plain.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("txt") => stem,
        _ => file,
    }
}

/// Writes a label file that [`Labels::read`] reads and a spreadsheet opens.
pub fn write_labels<'a>(rows: impl IntoIterator<Item = &'a LabelRow>, out: impl Write) -> io::Result<()> {
    let mut table = csv::WriterBuilder::new().delimiter(b'\t').from_writer(out);
    table.write_record(HEADER)?;
    for row in rows {
        table.write_record([
            &row.file,
            &row.date,
            &row.lang,
            &row.title,
            &row.labels.join(";"),
            &row.mentions.join(";"),
        ])?;
    }
    table.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Labels, Error> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        Labels::read(file.path(), Encoding::default())
    }

    #[test]
    fn further_columns_are_passed_over() {
        let labels = read("file\tgenre\tlabels\nfly/a.txt\tnotis\tvær;samferdsel\nb\t\t\n").unwrap();
        assert_eq!(labels.get("fly/a").unwrap().labels, ["vær", "samferdsel"]);
        assert!(labels.get("b").unwrap().labels.is_empty());
        assert!(labels.get("c").is_none());
    }

    #[test]
    fn a_row_twice_or_a_missing_column_is_an_error() {
        let twice = read("file\tlabels\na.txt\t\na\tvær\n").unwrap_err();
        assert!(twice.to_string().contains("line 3 (article a)"), "{twice}");
        assert!(read("fil\tlabels\na\tvær\n").is_err());
        assert!(read("").is_err());
    }

    #[test]
    fn what_is_written_is_read_again() {
        let row = LabelRow {
            file: "a.txt".into(),
            title: "Sa «\tnei» og \"ja\"".into(),
            labels: vec!["vær".into(), "klima".into()],
            ..LabelRow::default()
        };
        let mut out = Vec::new();
        write_labels([&row], &mut out).unwrap();
        let labels = read(std::str::from_utf8(&out).unwrap()).unwrap();
        assert_eq!(labels.get("a"), Some(&row));
    }
}
