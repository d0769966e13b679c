//! What can go wrong with a store.

use std::io;
use std::path::PathBuf;

/// Why the store cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A folder cannot be made or listed.
    #[error("cannot use the folder {}: {cause}; name one that can be written with --data", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// A file cannot be read or written.
    #[error("cannot use the file {}: {cause}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// Something stands where a back-up is to go.
    #[error("{} is there already; name another file", .0.display())]
    Exists(PathBuf),
    /// There is no store in the folder.
    #[error("there is no store in {}; `notis serve --data` makes one", .0.display())]
    Missing(PathBuf),
    /// Another process serves the folder.
    #[error("another notis serve uses {}; end it, or name another folder with --data", .0.display())]
    Held(PathBuf),
    /// The database says no.
    #[error("the store failed: {0}")]
    Database(#[from] rusqlite::Error),
    /// The store is of a later version of the program.
    #[error(
        "the store has the form {found}, and this notis knows no later one than {known}; use a newer notis"
    )]
    Newer {
        /// Its form.
        found: i64,
        /// The latest that is known.
        known: i64,
    },
    /// The database is damaged.
    #[error("the store is damaged: {0}; go back to a back-up, or read an export into a new folder")]
    Broken(String),
    /// What the store holds is not what it wrote.
    #[error("the store holds something that cannot be read: {0}")]
    Damaged(#[from] serde_json::Error),
    /// A line is no record of a store.
    #[error("line {line} of {} is no record of a store: {cause}", path.display())]
    Record {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// Why.
        cause: serde_json::Error,
    },
    /// Too much waits to be written.
    #[error("too much waits to be written; send it again in a second")]
    Busy,
    /// The writer has ended.
    #[error("the store is closed")]
    Closed,
    /// An article cannot be read.
    #[error(transparent)]
    Article(#[from] notis::Error),
}

impl Error {
    pub(super) fn folder(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Error::Folder { path, cause }
    }

    pub(super) fn file(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Error::File { path, cause }
    }
}
