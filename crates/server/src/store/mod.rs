//! What the server keeps: articles, what models made of them, and what people said, in one SQLite file.
//!
//! One thread writes, a transaction a job, and an answer is given when the transaction is on the disk
//! (`synchronous=FULL` in a write-ahead log): what was acknowledged outlives the process and the power. Readers see the
//! last commit and never wait.

mod articles;
mod backup;
mod corrections;
mod error;
mod exchange;
mod hold;
mod inbox;
mod list;
mod models;
mod prepared;
mod record;
mod rows;
mod schema;
mod search;
mod timeline;
mod verdicts;
mod watch;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction};

pub use backup::backup;
pub use error::Error;
pub use exchange::{Imported, export, import};

pub(crate) use articles::{Added, Stored, add, article, delete, reread, stored, unread};
pub(crate) use corrections::{correct, corrected, corrected_articles};
pub(crate) use exchange::keep_all;
pub(crate) use inbox::Inbox;
pub(crate) use list::{Filter, ListLine, disagreements, doubtful, list, sources, unjudged};
pub(crate) use models::{Learned, add_model, learned, next_model, set, setting};
pub(crate) use prepared::{Prepared, Read, heading};
pub(crate) use record::Record;
pub(crate) use rows::only_article;
pub(crate) use search::{Hit, Query, search};
pub(crate) use timeline::{Bar, timeline, topic_counts};
pub(crate) use verdicts::{Correction, Judged, Verdicts};
pub(crate) use watch::Watch;

/// The file in the folder of `--data`.
const FILE: &str = "notis.sqlite";

/// Connections that are kept for the next reader: as many as there are threads that read at a time.
const KEPT: usize = 4;

/// How long one process waits for another that writes: a back-up or an import beside the server.
const PATIENCE: Duration = Duration::from_secs(20);

/// A store, open.
pub(crate) struct Store {
    folder: PathBuf,
    writer: writer::Writer,
    readers: Mutex<Vec<Connection>>,
    /// Where this process serves the folder.
    _hold: Option<hold::Hold>,
}

impl Store {
    /// Opens the store in a folder, and makes both where they are not there.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        for needed in [folder, &folder.join("models")] {
            std::fs::create_dir_all(needed).map_err(Error::folder(needed))?;
        }
        let mut db = connect(folder)?;
        schema::migrate(&mut db)?;
        Ok(Store {
            folder: folder.to_owned(),
            writer: writer::Writer::start(db).map_err(Error::folder(folder))?,
            readers: Mutex::default(),
            _hold: None,
        })
    }

    /// As [`Store::open`], for the one process that serves the folder.
    pub(crate) fn open_to_serve(folder: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(folder).map_err(Error::folder(folder))?;
        let hold = Some(hold::Hold::take(folder)?);
        Ok(Store {
            _hold: hold,
            ..Store::open(folder)?
        })
    }

    /// Opens a store that is there.
    pub(crate) fn open_existing(folder: &Path) -> Result<Self, Error> {
        if !folder.join(FILE).is_file() {
            return Err(Error::Missing(folder.to_owned()));
        }
        Store::open(folder)
    }

    /// The file of a model that was learned here.
    pub(crate) fn model_file(&self, name: &str) -> PathBuf {
        self.folder.join("models").join(format!("{name}.notis"))
    }

    /// The folder of `--data`.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Asks the store, on the thread of the caller.
    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let kept = self.kept().pop();
        let db = match kept {
            Some(db) => db,
            None => reader(&self.folder)?,
        };
        let answer = ask(&db);
        let mut kept = self.kept();
        if kept.len() < KEPT {
            kept.push(db);
        }
        answer
    }

    /// What tells whether anybody has written.
    pub(crate) fn watch(&self) -> Result<Watch, Error> {
        Ok(Watch::new(reader(&self.folder)?))
    }

    /// Writes; what it answers is on the disk.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.writer.submit(work)?.await.map_err(|_| Error::Closed)?
    }

    /// As [`Store::write`], for threads that may wait.
    pub(crate) fn write_in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.writer.run(work)
    }

    /// A reader that panicked has left its connection behind, and nothing half done.
    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.readers
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn connect(folder: &Path) -> Result<Connection, Error> {
    let db = Connection::open(folder.join(FILE))?;
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    Ok(db)
}

fn reader(folder: &Path) -> Result<Connection, Error> {
    // Not read-only: whoever reads a write-ahead log may have to mend it after a crash.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(folder.join(FILE), flags)?;
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

/// The time, as the store writes it.
fn now() -> String {
    jiff::Timestamp::now()
        .strftime("%Y-%m-%dT%H:%M:%S%.3fZ")
        .to_string()
}

#[cfg(test)]
mod tests;
