//! Articles as rows: found by their ids, read by their numbers.

use notis::Article;
use rusqlite::{Connection, OptionalExtension, Row};

use super::Error;
use super::record::{Extra, Mark, Record};

const COLUMNS: &str =
    "number, id, text, title, date, lang, source, author, url, section, hints, extra, arrived";

/// The article of this number alone.
pub(crate) fn only_article(db: &Connection, number: i64) -> Result<Option<Article>, Error> {
    Ok(record_of(db, number)?.map(|(record, _)| record.into_article()))
}

/// The number of the article of this id.
pub(super) fn number_of(db: &Connection, id: &str) -> Result<Option<i64>, Error> {
    let mut number = db.prepare_cached("SELECT number FROM article WHERE id = ?1")?;
    Ok(number.query_row([id], |row| row.get(0)).optional()?)
}

/// An article as it was kept, and when it came.
pub(super) fn record_of(db: &Connection, number: i64) -> Result<Option<(Record, String)>, Error> {
    let mut rows = db.prepare_cached(&format!("SELECT {COLUMNS} FROM article WHERE number = ?1"))?;
    let row = rows.query_row([number], |row| Ok(unpacked(row))).optional()?;
    row.transpose()
}

fn unpacked(row: &Row<'_>) -> Result<(Record, String), Error> {
    let json = |place: usize| row.get::<_, Option<String>>(place);
    let hints: Option<Vec<Mark>> = json(10)?.as_deref().map(serde_json::from_str).transpose()?;
    let extra: Option<Extra> = json(11)?.as_deref().map(serde_json::from_str).transpose()?;
    let record = Record {
        id: row.get(1)?,
        text: row.get(2)?,
        title: row.get(3)?,
        date: row.get(4)?,
        lang: row.get(5)?,
        source: row.get(6)?,
        author: row.get(7)?,
        url: row.get(8)?,
        section: row.get(9)?,
        hints: hints.unwrap_or_default(),
        extra: extra.unwrap_or_default(),
        ..Record::default()
    };
    Ok((record, row.get(12)?))
}
