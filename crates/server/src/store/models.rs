//! Models that were learned here, and what is chosen.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{Error, now};

/// A model that was learned here; its file is `models/NAME.notis` in the folder of the store.
#[derive(Clone, Debug)]
pub(crate) struct Learned {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) made: String,
    /// What it changes, as JSON.
    pub(crate) report: String,
}

/// The models that were learned here, the latest first.
pub(crate) fn learned(db: &Connection) -> Result<Vec<Learned>, Error> {
    let mut rows = db.prepare_cached("SELECT name, version, made, report FROM model ORDER BY number DESC")?;
    let models = rows.query_map([], |row| {
        Ok(Learned {
            name: row.get(0)?,
            version: row.get(1)?,
            made: row.get(2)?,
            report: row.get(3)?,
        })
    })?;
    Ok(models.collect::<Result<_, _>>()?)
}

/// Keeps word of a model whose file is written.
pub(crate) fn add_model(tx: &Transaction<'_>, name: &str, version: &str, report: &str) -> Result<(), Error> {
    tx.execute(
        "INSERT INTO model (name, version, made, report) VALUES (?1, ?2, ?3, ?4)",
        params![name, version, now(), report],
    )?;
    Ok(())
}

/// The name of the next model.
pub(crate) fn next_model(db: &Connection) -> Result<String, Error> {
    let last: i64 = db.query_row("SELECT coalesce(max(number), 0) FROM model", [], |row| row.get(0))?;
    Ok(format!("learned-{}", last + 1))
}

/// What is chosen.
pub(crate) fn setting(db: &Connection, key: &str) -> Result<Option<String>, Error> {
    let mut row = db.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(row.query_row([key], |row| row.get(0)).optional()?)
}

/// Chooses.
pub(crate) fn set(tx: &Transaction<'_>, key: &str, value: &str) -> Result<(), Error> {
    tx.execute(
        "INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)",
        params![key, value],
    )?;
    Ok(())
}
