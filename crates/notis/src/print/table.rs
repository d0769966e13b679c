//! Tables: rows for a Norwegian spreadsheet, and columns for a terminal.

use std::borrow::Cow;

use super::escape::visible;
use crate::Error;

/// A row with `;` between the cells. A cell that a spreadsheet would take for a formula is defused.
///
/// # Errors
/// None in practice: the row is in memory.
pub(crate) fn row(cells: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for text in cells {
        writer
            .write_field(&*defused(&visible(text.as_ref())))
            .map_err(Error::output)?;
    }
    writer.write_record(None::<&[u8]>).map_err(Error::output)?;
    writer
        .into_inner()
        .map_err(|error| Error::output(error.into_error()))
}

fn defused(text: &str) -> Cow<'_, str> {
    notis_corpus::defused(text)
}

/// A number with a decimal comma.
pub(crate) fn decimal(number: f32) -> String {
    format!("{number:.4}").replace('.', ",")
}

/// Rows in columns, two spaces between them; the first column to the left, numbers to the right.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<_>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| visible(cell)).collect())
        .collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..count).map(width).collect();
    let lines = rows.iter().map(|row| aligned(row, &widths) + "\n");
    lines.collect()
}

fn aligned(row: &[Cow<'_, str>], widths: &[usize]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        let pad = " ".repeat(width - cell.chars().count());
        line += &if line.is_empty() {
            format!("{cell}{pad}")
        } else {
            format!("  {pad}{cell}")
        };
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_delimiter_is_quoted() {
        assert_eq!(row(["a;b", "c"]).unwrap(), b"\"a;b\";c\n");
        assert_eq!(decimal(0.5), "0,5000");
    }

    #[test]
    fn a_formula_is_defused() {
        let printed = row(["=cmd|x", "+1", "@SUM(A1)", "\u{1b}[31m", "–1"]).unwrap();
        assert_eq!(
            String::from_utf8(printed).unwrap(),
            "'=cmd|x;'+1;'@SUM(A1);␛[31m;–1\n"
        );
    }

    #[test]
    fn columns_are_aligned_by_characters() {
        let rows = [
            vec!["vær".to_owned(), "12".to_owned()],
            vec!["skole".to_owned(), "3".to_owned()],
        ];
        assert_eq!(columns(&rows), "vær    12\nskole   3\n");
    }
}
