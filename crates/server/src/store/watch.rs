//! Whether anybody has written to a store: this process or another.

use rusqlite::Connection;

use super::Error;

/// Tells whether anybody has written since it was last asked.
pub(crate) struct Watch {
    db: Connection,
    /// SQLite counts what other connections have written.
    seen: Option<i64>,
}

impl Watch {
    pub(super) fn new(db: Connection) -> Self {
        Watch { db, seen: None }
    }

    /// Whether anybody has written since it was last asked; the first time it is said to be so.
    pub(crate) fn has_changed(&mut self) -> Result<bool, Error> {
        let now = self
            .db
            .pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(self.seen.replace(now) != Some(now))
    }
}
