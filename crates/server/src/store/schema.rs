//! The tables, and how an older store becomes one of today.

use rusqlite::{Connection, TransactionBehavior};

use super::Error;

/// What each form of the store adds to the one before; a store that has all of them is of today.
const STEPS: [&str; 2] = [include_str!("schema/1.sql"), include_str!("schema/2.sql")];

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

    #[test]
    fn an_article_of_a_moment_comes_to_its_day() {
        let mut db = Connection::open_in_memory().unwrap();
        db.execute_batch(STEPS[0]).unwrap();
        db.pragma_update(None, "user_version", 1).unwrap();
        let kept = "INSERT INTO article (id, text, date, arrived, day) VALUES ('a', 'x', '2026-11-27T08:00:00Z', '2026-12-01', '2026-12-01'),
                    ('b', 'x', '2026-99-99T08:00', '2026-12-01', '2026-12-01'), ('c', 'x', '2026-11', '2026-12-01', '2026-11')";
        db.execute_batch(kept).unwrap();
        migrate(&mut db).unwrap();
        let mut rows = db.prepare("SELECT day FROM article ORDER BY id").unwrap();
        let days = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let days: Vec<_> = days.map(Result::unwrap).collect();
        assert_eq!(days, ["2026-11-27", "2026-12-01", "2026-11"]);
    }
}
