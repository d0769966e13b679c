//! `.csv` and `.tsv`: a table with a header.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};

use csv::{ByteRecord, ReaderBuilder};

use super::split_list;
use crate::decode::{Bytes, failure};
use crate::{Article, Error, Field, Format, Place, ReadOptions};

/// The articles of a table, a row at a time.
pub(crate) struct Rows {
    reader: csv::Reader<Box<dyn Read + Send>>,
    columns: Columns,
    file: String,
    name: String,
    row: ByteRecord,
    failed: bool,
}

impl Rows {
    /// Reads the header. `file` stands in errors, `name` in the ids of rows without one.
    pub(crate) fn new(
        bytes: Bytes,
        format: Format,
        file: &str,
        name: &str,
        options: &ReadOptions,
    ) -> Result<Self, Error> {
        let (delimiter, mut reader) = open(bytes, format, file)?;
        let header = header(&mut reader, file)?;
        Ok(Rows {
            reader,
            columns: Columns::new(&header, delimiter, file, options)?,
            file: file.to_owned(),
            name: name.to_owned(),
            row: ByteRecord::new(),
            failed: false,
        })
    }

    fn article(&self) -> Result<Article, Error> {
        let line = self.row.position().map_or(0, csv::Position::line);
        let place = Place::line(&self.file, line);
        let row = std::str::from_utf8(self.row.as_slice()).map_err(|e| Error::NotUtf8 {
            place: place.clone(),
            byte: e.valid_up_to(),
        });
        row?;
        self.columns
            .article(&self.row, || format!("{}:{line}", self.name))
            .map_err(|reason| Error::BrokenTable { place, reason })
    }
}

impl Iterator for Rows {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        match self.reader.read_byte_record(&mut self.row) {
            Ok(true) => Some(self.article()),
            Ok(false) => None,
            Err(error) => {
                self.failed = matches!(error.kind(), csv::ErrorKind::Io(_));
                Some(Err(explain(error, &self.file)))
            }
        }
    }
}

/// A CSV reader on `bytes`, and the delimiter it goes by.
pub(crate) fn open(
    mut bytes: Bytes,
    format: Format,
    file: &str,
) -> Result<(u8, csv::Reader<Box<dyn Read + Send>>), Error> {
    let mut first = Vec::new();
    let read = bytes.read_until(b'\n', &mut first);
    read.map_err(|e| failure(Place::line(file, 1), e))?;
    let delimiter = match format {
        Format::Tsv => b'\t',
        _ => delimiter_of(&first),
    };
    let whole: Box<dyn Read + Send> = Box::new(std::io::Cursor::new(first).chain(bytes));
    Ok((
        delimiter,
        ReaderBuilder::new().delimiter(delimiter).from_reader(whole),
    ))
}

/// The names in the header.
pub(crate) fn header(
    reader: &mut csv::Reader<Box<dyn Read + Send>>,
    file: &str,
) -> Result<Vec<String>, Error> {
    let header = reader.byte_headers().map_err(|e| explain(e, file))?;
    if header.iter().all(<[u8]>::is_empty) {
        return Err(Error::EmptyFile {
            place: Place::file(file),
        });
    }
    let names = header.iter().map(std::str::from_utf8);
    let names: Result<Vec<_>, _> = names.map(|name| name.map(|n| n.trim().to_owned())).collect();
    names.map_err(|e| Error::NotUtf8 {
        place: Place::line(file, 1),
        byte: e.valid_up_to(),
    })
}

/// Whichever of `,`, `;` and tab the header holds most of, outside quotes.
fn delimiter_of(header: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for &byte in header {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && *delimiter == byte);
        }
    }
    let [comma, rest @ ..] = counts;
    let most = rest
        .into_iter()
        .fold(comma, |best, next| if next.1 > best.1 { next } else { best });
    most.0
}

/// What a failed row means to the user.
pub(crate) fn explain(error: csv::Error, file: &str) -> Error {
    let line = error.position().map(csv::Position::line);
    let place = Place {
        line,
        ..Place::file(file)
    };
    match error.into_kind() {
        csv::ErrorKind::Io(source) => failure(place, source),
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => Error::BrokenTable {
            place,
            reason: format!("the header has {expected_len} cells and this row {len}"),
        },
        other => Error::BrokenTable {
            place,
            reason: format!("{other:?}"),
        },
    }
}

/// Which column holds which field.
struct Columns {
    of_field: Vec<(Field, usize)>,
    list_separator: char,
}

impl Columns {
    fn new(header: &[String], delimiter: u8, file: &str, options: &ReadOptions) -> Result<Self, Error> {
        let find = |field: Field| {
            let name = options.name_of(field);
            header.iter().position(|h| h.eq_ignore_ascii_case(name))
        };
        let required = Field::ALL.into_iter();
        let mut required = required.filter(|f| *f == Field::Text || options.name_of(*f) != f.as_str());
        if let Some(missing) = required.find(|f| find(*f).is_none()) {
            return Err(Error::NoColumn {
                place: Place::line(file, 1),
                column: options.name_of(missing).into(),
                field: missing.as_str(),
                columns: header.into(),
            });
        }
        let of_field = Field::ALL.into_iter().filter_map(|f| Some((f, find(f)?)));
        Ok(Columns {
            of_field: of_field.collect(),
            list_separator: if delimiter == b';' { '|' } else { ';' },
        })
    }

    /// The article of a row that is known to be UTF-8.
    fn article(&self, row: &ByteRecord, id: impl FnOnce() -> String) -> Result<Article, String> {
        let mut article = Article::default();
        for &(field, index) in &self.of_field {
            let cell = row.get(index).unwrap_or_default();
            let cell = std::str::from_utf8(cell).map_err(|e| e.to_string())?;
            self.fill(&mut article, field, cell)?;
        }
        if article.id.is_empty() {
            article.id = id();
        }
        Ok(article)
    }

    fn fill(&self, article: &mut Article, field: Field, cell: &str) -> Result<(), String> {
        let some = || Some(cell.trim().to_owned()).filter(|c| !c.is_empty());
        let list = || split_list(cell, self.list_separator);
        match field {
            Field::Id => article.id = cell.trim().to_owned(),
            Field::Text => article.text = cell.to_owned(),
            Field::Title => article.title = some(),
            Field::Date => article.date = some(),
            Field::Lang => article.lang = some(),
            Field::Source => article.source = some(),
            Field::Labels => article.labels = Some(list()),
            Field::Mentions => article.mentions = list(),
            Field::Grades => article.grades = grades(&list())?,
            Field::SummariesNb => article.summaries_nb = list(),
            Field::SummariesNn => article.summaries_nn = list(),
        }
        Ok(())
    }
}

/// Grades written `syria=2`.
fn grades(items: &[String]) -> Result<BTreeMap<String, u8>, String> {
    let grade = |item: &String| {
        let (topic, grade) = item.split_once('=')?;
        Some((topic.trim().to_owned(), grade.trim().parse().ok()?))
    };
    let wrong = |item| format!("«{item}» is not a grade; write topic=2, topic=1 or topic=0");
    let pairs = items.iter().map(|item| grade(item).ok_or_else(|| wrong(item)));
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn try_read(text: &str, options: &ReadOptions) -> Result<Vec<Result<Article, Error>>, Error> {
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        Ok(Rows::new(bytes, Format::Csv, "saker.csv", "saker.csv", options)?.collect())
    }

    fn read(text: &str) -> Vec<Result<Article, Error>> {
        try_read(text, &ReadOptions::default()).unwrap()
    }

    #[test]
    fn the_delimiter_is_told_by_the_header() {
        assert_eq!(delimiter_of(b"id,text,labels\n"), b',');
        assert_eq!(delimiter_of(b"id;\"a,b,c\";text\n"), b';');
        assert_eq!(delimiter_of(b"text\n"), b',');
    }

    #[test]
    fn lists_go_by_semicolon_or_by_bar_where_semicolon_parts_the_cells() {
        let comma = read("id,text,labels\n1,\"Snø, og sol\",vær; samferdsel;vær\n");
        let semicolon = read("id;text;labels\n1;Snø, og sol;vær|samferdsel\n");
        for rows in [comma, semicolon] {
            let article = rows[0].as_ref().unwrap();
            assert_eq!(article.text, "Snø, og sol");
            assert_eq!(article.labels, Some(vec!["vær".into(), "samferdsel".into()]));
        }
    }

    #[test]
    fn an_empty_cell_of_labels_is_about_none_and_no_column_unlabelled() {
        assert_eq!(
            read("text,labels\nSol,\n")[0].as_ref().unwrap().labels,
            Some(vec![])
        );
        assert_eq!(read("text\nSol\n")[0].as_ref().unwrap().labels, None);
    }

    #[test]
    fn a_row_without_id_goes_by_the_line_it_starts_on() {
        let rows = read("text,title\n\"To\nlinjer\",a\nEi linje,b\n");
        let ids: Vec<_> = rows.into_iter().map(|a| a.unwrap().id).collect();
        assert_eq!(ids, ["saker.csv:2", "saker.csv:4"]);
    }

    #[test]
    fn a_table_without_text_says_which_columns_it_has() {
        let error = try_read("nr;Brødtekst\n1;Sol\n", &ReadOptions::default())
            .err()
            .unwrap();
        assert!(error.to_string().contains("«nr», «Brødtekst»"), "{error}");
        assert!(error.to_string().contains("--column text=NAME"), "{error}");
        let options = ReadOptions {
            columns: vec!["text=Brødtekst".parse().unwrap()],
            ..ReadOptions::default()
        };
        let rows = try_read("nr;Brødtekst\n1;Sol\n", &options).unwrap();
        assert_eq!(rows[0].as_ref().unwrap().text, "Sol");
    }

    #[test]
    fn a_row_that_does_not_fit_is_named_and_the_next_one_is_read() {
        let rows = read("id,text\n1,Sol,for,mye\n2,Regn\n");
        assert!(
            rows[0]
                .as_ref()
                .unwrap_err()
                .to_string()
                .contains("line 2: broken table")
        );
        assert_eq!(rows[1].as_ref().unwrap().text, "Regn");
    }

    #[test]
    fn grades_are_pairs() {
        let rows = read("text,grades\nSol,syria=2;is=0\nRegn,syria\n");
        assert_eq!(rows[0].as_ref().unwrap().grades["syria"], 2);
        assert!(rows[1].is_err());
    }
}
