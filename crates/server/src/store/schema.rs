//! The tables, and how an older store becomes one of today.

use rusqlite::{Connection, TransactionBehavior};

use super::Error;

/// What each form of the store adds to the one before; a store that has all of them is of today.
const STEPS: [&str; 1] = [include_str!("schema/1.sql")];

/// Brings a store to the form of today, each step whole or not at all.
pub(super) fn migrate(db: &mut Connection) -> Result<(), Error> {
    let found: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = STEPS.len() as i64;
    if found > known {
        return Err(Error::Newer { found, known });
    }
    for (number, step) in (1..).zip(STEPS).skip(found as usize) {
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have been here first.
        let now: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if now < number {
            transaction.execute_batch(step)?;
            transaction.pragma_update(None, "user_version", number)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_store_is_left_alone_and_an_older_one_is_brought_up() {
        let mut db = Connection::open_in_memory().unwrap();
        migrate(&mut db).unwrap();
        migrate(&mut db).unwrap();
        let version: i64 = db
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, STEPS.len() as i64);
        db.pragma_update(None, "user_version", 99).unwrap();
        let error = migrate(&mut db).unwrap_err().to_string();
        assert!(error.contains("newer notis"), "{error}");
    }
}
