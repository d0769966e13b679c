//! `.csv` and `.tsv`: a table with a header, as programs and spreadsheets write it.

use super::header::{delimiter_of, is_header, list_separators};
use super::rows::{Row, Rows};
use super::table::Columns;
use super::{Reader, Records};
use crate::input::Input;
use crate::{Article, Error, Format, Place, ReadOptions, decode};

/// Reads tables with `,` or `;` between the cells.
pub(crate) struct Csv;

/// Reads tables with tabs between the cells.
pub(crate) struct Tsv;

impl Reader for Csv {
    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        is_header(head)
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        let delimiter = delimiter_of(&input.head);
        Ok(Box::new(Articles::new(input, delimiter, options)?))
    }
}

impl Reader for Tsv {
    fn endings(&self) -> &'static [&'static str] {
        &["tsv", "tab"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        Ok(Box::new(Articles::new(input, b'\t', options)?))
    }
}

/// The names in the first row of an input of this format; `None` where they cannot be read, and where it is no table.
pub(crate) fn header(input: Input, format: Format, options: &ReadOptions) -> Option<Vec<String>> {
    let delimiter = match format {
        Format::Csv => delimiter_of(&input.head),
        Format::Tsv => b'\t',
        _ => return None,
    };
    rows(input, delimiter, options).header().ok()
}

/// The rows of a table, decoded as spreadsheets write them.
fn rows(input: Input, delimiter: u8, options: &ReadOptions) -> Rows {
    let bytes = match decode::spreadsheet(&input.head).filter(|_| !input.decoded) {
        Some(encoding) => decode::decoded(input.bytes, encoding),
        None => input.bytes,
    };
    Rows::new(bytes, &input.file, delimiter, options.max_article)
}

/// The articles of a table, a row at a time.
struct Articles {
    rows: Rows,
    columns: Columns,
    file: String,
    name: String,
}

impl Articles {
    fn new(input: Input, delimiter: u8, options: &ReadOptions) -> Result<Self, Error> {
        let (file, name) = (input.file.clone(), input.name.clone());
        let mut rows = rows(input, delimiter, options);
        let header = rows.header()?;
        let place = Place::line(&file, 1);
        Ok(Articles {
            rows,
            columns: Columns::new(&header, list_separators(delimiter), place, options)?,
            file,
            name,
        })
    }

    fn article(&self, row: &Row) -> Result<Article, Error> {
        let cells = row.cells(&self.file)?;
        let cell = |index: usize| cells.get(index).copied().unwrap_or_default();
        let place = || Place::line(&self.file, row.line);
        let article = self
            .columns
            .article(cell, || format!("{}:{}", self.name, row.line));
        let broken = |reason| Error::BrokenTable {
            place: place(),
            reason,
        };
        Ok(article.map_err(broken)?.labelled_at(place))
    }
}

impl Iterator for Articles {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.rows.next()?;
        Some(row.and_then(|row| self.article(&row)))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn try_read(text: &str, options: &ReadOptions) -> Result<Vec<Result<Article, Error>>, Error> {
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        let input = Input::of_bytes(bytes, "saker.csv".into(), "saker.csv", options)?;
        Ok(Csv.open(input, options)?.collect())
    }

    fn read(text: &str) -> Vec<Result<Article, Error>> {
        try_read(text, &ReadOptions::default()).unwrap()
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
        assert!(
            error.to_string().contains("which one holds the field text"),
            "{error}"
        );
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

    #[test]
    fn a_quote_that_is_never_closed_is_an_error_and_swallows_nothing() {
        let rows = read("id,text\n1,Sol\n2,\"Regn\n3,Snø\n4,Vind\n");
        let error = rows[1].as_ref().unwrap_err().to_string();
        assert!(error.contains("line 3: a quote is opened"), "{error}");
        let ids: Vec<_> = rows.into_iter().flatten().map(|a| a.id).collect();
        assert_eq!(ids, ["1", "3", "4"]);
    }

    #[test]
    fn a_stray_quote_that_joins_rows_costs_only_its_own() {
        let rows = read("id,text\n1,\"Sol\n2,Regn\n3,\"Snø\"\n4,Vind\n");
        assert!(rows[0].is_err());
        let ids: Vec<_> = rows.into_iter().flatten().map(|a| a.id).collect();
        assert_eq!(ids, ["2", "3", "4"]);
    }

    #[test]
    fn lines_are_counted_on_after_a_bad_row() {
        let rows = read("id,text\n1,\"Sol\n,Regn\n\n3,a,b\n");
        let said: Vec<_> = rows
            .iter()
            .flat_map(Result::as_ref)
            .map(|a| a.id.clone())
            .collect();
        assert_eq!(said, ["saker.csv:3"]);
        let last = rows.last().unwrap().as_ref().unwrap_err().to_string();
        assert!(last.contains("line 4") || last.contains("line 5"), "{last}");
    }

    #[test]
    fn a_row_or_a_header_that_is_too_long_is_named_and_the_next_row_is_read() {
        let options = ReadOptions {
            max_article: crate::Size::new(2000),
            ..ReadOptions::default()
        };
        let text = format!("id,text\n1,{}\n2,Regn\n", "a".repeat(5000));
        let rows = try_read(&text, &options).unwrap();
        let error = rows[0].as_ref().unwrap_err().to_string();
        assert!(error.contains("line 2: article of more than 2 kB"), "{error}");
        assert_eq!(rows[1].as_ref().unwrap().text, "Regn");
        let wide = format!("text{}\nSol\n", ",a".repeat(1 << 20));
        let error = try_read(&wide, &ReadOptions::default())
            .err()
            .unwrap()
            .to_string();
        assert!(error.contains("header of more than"), "{error}");
    }

    #[test]
    fn a_spreadsheet_in_windows_1252_is_read_as_it_is() {
        let bytes = Box::new(Cursor::new(b"id;text\n1;Bl\xe5b\xe6r\n".to_vec()));
        let options = ReadOptions::default();
        let input = Input::of_bytes(bytes, "a.csv".into(), "a.csv", &options).unwrap();
        let article = Csv.open(input, &options).unwrap().next().unwrap().unwrap();
        assert_eq!(article.text, "Blåbær");
    }

    #[test]
    fn what_was_looked_at_is_a_list_or_a_number_and_empty_is_everything() {
        let rows = read("text,graded\nSol,fotball;bolig\nRegn,27\nSnø,\n");
        let graded: Vec<_> = rows.into_iter().map(|a| a.unwrap().graded).collect();
        let topics = crate::Graded::Topics(vec!["fotball".into(), "bolig".into()]);
        assert_eq!(graded, [Some(topics), Some(crate::Graded::Count(27)), None]);
    }
}
