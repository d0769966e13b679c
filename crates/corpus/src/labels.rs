//! `labels.tsv`: the labels of a folder of `.txt` files, as a table an editor corrects in a spreadsheet, and gives back as
//! the spreadsheet saves it: with tabs, as `labels.csv` or as `labels.xlsx`.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use crate::cells::{defused, restored};
use crate::formats::archive::{self, Archive};
use crate::formats::header::{delimiter_of, list_separators};
use crate::formats::rows::Rows;
use crate::formats::{sheet, split_list};
use crate::input::Input;
use crate::registry::without_ending;
use crate::{Article, Error, Graded, Place, ReadOptions, decode};

/// The columns that are written.
const HEADER: [&str; 6] = ["file", "date", "lang", "title", "labels", "mentions"];
/// The columns that are read: `graded` is a column that few need.
pub const LABEL_COLUMNS: [&str; 7] = ["file", "date", "lang", "title", "labels", "mentions", "graded"];

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
    /// Which topics were looked at; `None` is all of them.
    pub graded: Option<Graded>,
}

impl LabelRow {
    /// The cells in the order of [`LABEL_COLUMNS`].
    fn cells(&self) -> [String; LABEL_COLUMNS.len()] {
        [
            self.file_cell(),
            self.date.clone(),
            self.lang.clone(),
            self.title.clone(),
            self.labels.join(";"),
            self.mentions.join(";"),
            self.graded.as_ref().map(Graded::cell).unwrap_or_default(),
        ]
    }

    /// The file, with its ending where a spreadsheet would make another number of it: `007` would come back as `7`.
    fn file_cell(&self) -> String {
        let number = self.file.starts_with(|c: char| c.is_ascii_digit()) && self.file.parse::<f64>().is_ok();
        let plain = self.file.parse::<u32>().is_ok_and(|n| n.to_string() == self.file);
        match number && !plain {
            true => format!("{}.txt", self.file),
            false => self.file.clone(),
        }
    }

    /// Fills in what the row knows of an article; an empty cell leaves what the article says of itself.
    fn fill(&self, article: &mut Article) {
        let known = |cell: &String| Some(cell.clone()).filter(|c| !c.is_empty());
        article.date = known(&self.date).or_else(|| article.date.take());
        article.lang = known(&self.lang).or_else(|| article.lang.take());
        article.title = known(&self.title).or_else(|| article.title.take());
        article.labels = Some(self.labels.clone());
        article.mentions.clone_from(&self.mentions);
        article.graded.clone_from(&self.graded);
    }
}

/// The rows of a label file by article. Columns that are not known (a genre, a note) are passed over.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    file: String,
    /// Each with the line it stands on.
    rows: BTreeMap<String, (LabelRow, u64)>,
}

/// Where the columns of a label file stand.
struct Columns {
    at: [Option<usize>; LABEL_COLUMNS.len()],
    list_separators: &'static [char],
}

impl Labels {
    /// Reads a label file. Its encoding and what parts its cells are told by its content: spreadsheets write both as
    /// they like.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        let mut options = ReadOptions::default();
        let input = Input::open(path, &name, &options, &Arc::default())?;
        if archive::is_container(&input.head) {
            return Labels::of_workbook(input, &name);
        }
        if let Some(encoding) = decode::spreadsheet(&input.head).filter(|_| !input.decoded) {
            options.encoding = encoding;
        }
        let bytes = match options.encoding {
            utf8 if utf8.is_utf8() => input.bytes,
            other => decode::decoded(input.bytes, other),
        };
        let delimiter = delimiter_of(&input.head);
        let mut rows = Rows::new(bytes, &name, delimiter, options.max_article);
        let columns = Columns {
            at: columns(&rows.header()?, &name)?,
            list_separators: list_separators(delimiter),
        };
        let mut labels = Labels::of(&name);
        for row in rows {
            let row = row?;
            let cells = row.cells(&name)?;
            let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
            labels.add(cell, &columns, row.line)?;
        }
        Ok(labels)
    }

    /// The rows of the first sheet of a workbook.
    fn of_workbook(input: Input, file: &str) -> Result<Self, Error> {
        let mut rows = sheet::sheet_rows(&mut Archive::open(input)?)?.into_iter();
        let columns = Columns {
            at: columns(&rows.next().unwrap_or_default().names(), file)?,
            list_separators: sheet::LIST_SEPARATORS,
        };
        let mut labels = Labels::of(file);
        for row in rows {
            labels.add(|column| row.cell(column), &columns, row.line)?;
        }
        Ok(labels)
    }

    /// A file of which no row is read yet.
    fn of(file: &str) -> Self {
        Labels {
            file: file.to_owned(),
            ..Labels::default()
        }
    }

    /// The row of an article by its path beside the label file, without its ending.
    pub fn get(&self, article: &str) -> Option<&LabelRow> {
        self.rows.get(article).map(|(row, _)| row)
    }

    /// Fills in what the row of `name` knows of an article, and where it says so.
    pub(crate) fn fill(&self, name: &str, article: &mut Article) {
        if let Some((row, line)) = self.rows.get(name) {
            row.fill(article);
            article.labelled_at = Some(Box::new(Place::line(&self.file, *line)));
        }
    }

    /// Every row with the article it is for, sorted by article.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &LabelRow)> {
        let rows = self.rows.iter();
        rows.map(|(article, (row, _))| (article.as_str(), row))
    }

    fn add<'a>(
        &mut self,
        cell: impl Fn(usize) -> &'a str,
        columns: &Columns,
        line: u64,
    ) -> Result<(), Error> {
        let cell = |column: usize| restored(columns.at[column].map_or("", &cell));
        let text = |column| cell(column).trim().to_owned();
        let list = |column| split_list(cell(column), columns.list_separators);
        let read = LabelRow {
            file: text(0),
            date: text(1),
            lang: text(2),
            title: text(3),
            labels: list(4),
            mentions: list(5),
            graded: Graded::of_cell(cell(6), columns.list_separators),
        };
        let article = without_ending(&read.file).to_owned();
        match self.rows.insert(article.clone(), (read, line)) {
            Some(_) => Err(Error::DuplicateRow {
                place: Place::line(&self.file, line).of(&article),
            }),
            None => Ok(()),
        }
    }
}

/// Where each column of [`LABEL_COLUMNS`] stands; `file` and `labels` must be there.
fn columns(header: &[String], file: &str) -> Result<[Option<usize>; LABEL_COLUMNS.len()], Error> {
    let found = LABEL_COLUMNS.map(|name| header.iter().position(|h| h.eq_ignore_ascii_case(name)));
    for needed in [0, 4] {
        if found[needed].is_none() {
            return Err(Error::BadLabels {
                place: Place::line(file, 1),
                column: LABEL_COLUMNS[needed],
            });
        }
    }
    Ok(found)
}

/// Writes a label file that [`Labels::read`] reads and a spreadsheet opens; with a column `graded` where a row has
/// something to say in it.
pub fn write_labels<'a>(rows: impl IntoIterator<Item = &'a LabelRow>, out: impl Write) -> io::Result<()> {
    write_noted_labels(rows.into_iter().map(|row| (row, [])), [], out)
}

/// The same with further columns, for whoever corrects the labels: they are passed over when the file is read.
pub fn write_noted_labels<'a, const N: usize>(
    rows: impl IntoIterator<Item = (&'a LabelRow, [&'a str; N])>,
    notes: [&str; N],
    out: impl Write,
) -> io::Result<()> {
    let rows: Vec<_> = rows.into_iter().collect();
    let graded = rows.iter().any(|(row, _)| row.graded.is_some());
    let columns = if graded { &LABEL_COLUMNS[..] } else { &HEADER[..] };
    let mut table = csv::WriterBuilder::new().delimiter(b'\t').from_writer(out);
    table.write_record(columns.iter().chain(&notes))?;
    for (row, noted) in rows {
        let cells = row.cells();
        let cells = cells.iter().take(columns.len()).map(String::as_str);
        table.write_record(cells.chain(noted).map(|cell| defused(cell).into_owned()))?;
    }
    table.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Labels, Error> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        Labels::read(file.path())
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

    #[test]
    fn a_spreadsheet_may_save_it_in_its_own_ways() {
        let windows = b"file;title;labels;graded\r\na;Bl\xe5b\xe6r;v\xe6r|klima;27\r\n".to_vec();
        let unicode = "\u{feff}file\ttitle\tlabels\tgraded\r\na\tBlåbær\tvær;klima\t27\r\n";
        let unicode: Vec<u8> = unicode.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [windows, unicode] {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            file.write_all(&bytes).unwrap();
            let labels = Labels::read(file.path()).unwrap();
            let row = labels.get("a").unwrap();
            assert_eq!(row.title, "Blåbær");
            assert_eq!(row.labels, ["vær", "klima"]);
            assert_eq!(row.graded, Some(Graded::Count(27)));
        }
    }

    #[test]
    fn what_was_looked_at_is_written_where_it_is_known() {
        let row = LabelRow {
            file: "a".into(),
            graded: Some(Graded::Topics(vec!["vær".into(), "klima".into()])),
            ..LabelRow::default()
        };
        let mut out = Vec::new();
        write_labels([&row], &mut out).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert!(written.starts_with("file\tdate\tlang\ttitle\tlabels\tmentions\tgraded\n"));
        assert_eq!(read(&written).unwrap().get("a"), Some(&row));
    }

    #[test]
    fn a_title_like_a_formula_is_harmless_in_a_spreadsheet_and_comes_back() {
        let row = LabelRow {
            file: "+47".into(),
            title: "=HYPERLINK(\"x\")".into(),
            ..LabelRow::default()
        };
        let mut out = Vec::new();
        write_labels([&row], &mut out).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert!(
            written.contains("\n'+47\t") && written.contains("'=HYPERLINK"),
            "{written}"
        );
        assert_eq!(read(&written).unwrap().get("+47"), Some(&row));
    }
}
