//! The first sheet of a workbook, as a table with a header.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};

use super::archive::Archive;
use super::table::Columns;
use super::{Records, number};
use crate::limits::UNPACKED;
use crate::{Error, Place, ReadOptions};

/// What stands between the items of a list in a cell.
pub(crate) const LIST_SEPARATORS: &[char] = &[';', '|'];

/// A row that holds something. A cell may stand anywhere on a sheet of 17,000 million: what lies between takes no room.
#[derive(Debug, Default)]
pub(crate) struct SheetRow {
    /// Its number, counted from 1.
    pub(crate) line: u64,
    cells: BTreeMap<usize, String>,
}

impl SheetRow {
    /// The text of a cell.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    /// The names in it, where it is a header.
    pub(crate) fn names(&self) -> Vec<String> {
        let width = self.cells.last_key_value().map_or(0, |(last, _)| last + 1);
        (0..width).map(|column| self.cell(column).to_owned()).collect()
    }
}

/// The articles of a workbook, a row each.
pub(crate) fn rows(
    archive: &mut Archive,
    (file, name): (&str, &str),
    options: &ReadOptions,
) -> Result<Records, Error> {
    let (file, name) = (file.to_owned(), name.to_owned());
    let mut rows = sheet_rows(archive)?.into_iter();
    let header = rows.next().ok_or_else(|| Error::EmptyFile {
        place: Place::file(&file),
    })?;
    let place = Place::line(&file, header.line);
    let columns = Columns::new(&header.names(), LIST_SEPARATORS, place, options)?;
    Ok(Box::new(rows.map(move |row| {
        let article = columns.article(|column| row.cell(column), || format!("{name}:{}", row.line));
        article.map_err(|reason| Error::BrokenTable {
            place: Place::line(&file, row.line),
            reason,
        })
    })))
}

/// The rows of the first sheet that hold something. Every part is unpacked once beforehand, so that a bomb is caught by the
/// limits before the workbook is read; cells that share a text may not come to more either.
pub(crate) fn sheet_rows(archive: &mut Archive) -> Result<Vec<SheetRow>, Error> {
    let bytes = archive.checked()?;
    let broken = |error: &dyn std::fmt::Display| Error::Broken {
        place: archive.place.clone(),
        what: "workbook",
        reason: error.to_string(),
    };
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let first = workbook.sheet_names().into_iter().next();
    let first = first.ok_or_else(|| broken(&"it has no sheet"))?;
    let mut cells = workbook.worksheet_cells_reader(&first).map_err(|e| broken(&e))?;
    let (mut rows, mut length) = (BTreeMap::<u32, SheetRow>::new(), 0);
    while let Some(cell) = cells.next_cell().map_err(|e| broken(&e))? {
        let (row, column) = cell.get_position();
        let text = text(&cell.get_value().clone().into());
        length += text.len() as u64;
        if length > UNPACKED.bytes() {
            return Err(Error::too_long(archive.place.clone(), "archive", UNPACKED));
        }
        if !text.is_empty() {
            let row = rows.entry(row).or_insert_with(|| SheetRow {
                line: u64::from(row) + 1,
                ..SheetRow::default()
            });
            row.cells.insert(column as usize, text);
        }
    }
    Ok(rows.into_values().collect())
}

/// A cell as text; days and times as ISO writes them.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            match (hour, minute, second) {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
            }
        }
        Data::Float(value) => number(*value),
        other => other.as_string().unwrap_or_default(),
    }
}
