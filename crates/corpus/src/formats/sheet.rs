//! The first sheet of a workbook, as a table with a header.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};

use super::Records;
use super::archive::Archive;
use super::table::Columns;
use crate::{Error, Place, ReadOptions};

/// What stands between the items of a list in a cell.
pub(crate) const LIST_SEPARATORS: &[char] = &[';', '|'];

/// The articles of a workbook, a row each.
pub(crate) fn rows(
    archive: &mut Archive,
    (file, name): (&str, &str),
    options: &ReadOptions,
) -> Result<Records, Error> {
    let (file, name) = (file.to_owned(), name.to_owned());
    let mut rows = cells(archive)?.into_iter();
    let header = rows.next().ok_or_else(|| Error::EmptyFile {
        place: Place::file(&file),
    })?;
    let columns = Columns::new(&header, LIST_SEPARATORS, Place::line(&file, 1), options)?;
    Ok(Box::new(
        rows.zip(2_u64..)
            .filter(|(row, _)| row.iter().any(|cell| !cell.is_empty()))
            .map(move |(row, line)| {
                let cell = |index: usize| row.get(index).map_or("", String::as_str);
                let article = columns.article(cell, || format!("{name}:{line}"));
                article.map_err(|reason| Error::BrokenTable {
                    place: Place::line(&file, line),
                    reason,
                })
            }),
    ))
}

/// The rows of the first sheet as text. Every part is unpacked once beforehand, so that a bomb is caught by the limits
/// before the workbook is read.
pub(crate) fn cells(archive: &mut Archive) -> Result<Vec<Vec<String>>, Error> {
    let bytes = archive.checked()?;
    let broken = |error: &dyn std::fmt::Display| Error::Broken {
        place: archive.place.clone(),
        what: "workbook",
        reason: error.to_string(),
    };
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let sheet = workbook.worksheet_range_at(0);
    let sheet = sheet
        .ok_or_else(|| broken(&"it has no sheet"))?
        .map_err(|e| broken(&e))?;
    Ok(sheet.rows().map(|row| row.iter().map(text).collect()).collect())
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
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        other => other.as_string().unwrap_or_default(),
    }
}
