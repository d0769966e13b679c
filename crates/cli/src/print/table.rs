//! Tables: rows for a Norwegian spreadsheet, and columns for a terminal.

use anyhow::Result;

/// The byte-order mark by which a spreadsheet knows UTF-8, if it is asked for.
pub(crate) fn bom(wanted: bool) -> Vec<u8> {
    if wanted { "\u{feff}".into() } else { Vec::new() }
}

/// Cells with `;` between them.
pub(crate) fn row(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(cells)?;
    Ok(writer.into_inner()?)
}

/// A number with a decimal comma.
pub(crate) fn decimal(number: f32) -> String {
    format!("{number:.4}").replace('.', ",")
}

/// Rows in columns, two spaces between them; the first column to the left, numbers to the right.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column| {
        let cells = rows.iter().filter_map(|row| row.get::<usize>(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..count).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let pad = " ".repeat(width - cell.chars().count());
            let left = line.is_empty();
            line += &if left {
                format!("{cell}{pad}")
            } else {
                format!("  {pad}{cell}")
            };
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
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
    fn columns_are_aligned_by_characters() {
        let rows = [
            vec!["vær".to_owned(), "12".to_owned()],
            vec!["skole".to_owned(), "3".to_owned()],
        ];
        assert_eq!(columns(&rows), "vær    12\nskole   3\n");
    }
}
