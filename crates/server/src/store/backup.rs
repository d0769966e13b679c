//! A copy of a store, made while it is used.

use std::path::Path;

use rusqlite::{Connection, params};

use super::{Error, Store};

/// Copies the store of a folder into a file: as it is at one moment, also while a server writes. The store is checked
/// first, page by page; the copy is whole or not there.
///
/// # Errors
/// Where there is no store, it is damaged, or the file is there already or cannot be written.
pub fn backup(folder: &Path, file: &Path) -> Result<(), Error> {
    if file.exists() {
        return Err(Error::Exists(file.to_owned()));
    }
    let store = Store::open_existing(folder)?;
    store.read(check)?;
    let mut beside = file.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    // One that a former try left behind.
    let _ = std::fs::remove_file(beside);
    let copy = store.read(|db| {
        db.pragma_update(None, "query_only", false)?;
        db.execute("VACUUM INTO ?1", params![beside.to_string_lossy()])?;
        Ok(())
    });
    let done = copy.and_then(|()| notis_files::replace(beside, file).map_err(Error::file(file)));
    if done.is_err() {
        let _ = std::fs::remove_file(beside);
    }
    done
}

/// Whether every page of the database is as it was written.
fn check(db: &Connection) -> Result<(), Error> {
    let found: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(Error::Broken(found))
    }
}
