//! How many articles each topic has, day by day.

use std::collections::BTreeMap;

use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Error, Filter};

/// How many articles of a day are about a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Bar {
    /// The day.
    pub(crate) day: String,
    /// The topic; empty for articles without one.
    pub(crate) topic: String,
    /// How many.
    pub(crate) articles: u64,
}

/// The counts, by day and topic. An article of several topics counts for each.
pub(crate) fn timeline(db: &Connection, filter: &Filter) -> Result<Vec<Bar>, Error> {
    let (conditions, values) = filter.conditions();
    let mut rows = db.prepare_cached(&format!(
        "SELECT day, coalesce(about.topic, ''), count(*) FROM article LEFT JOIN about ON about.article = number
         WHERE {conditions} GROUP BY 1, 2 ORDER BY 1, 2"
    ))?;
    let bars = rows.query_map(params_from_iter(values), |row| {
        Ok(Bar {
            day: row.get(0)?,
            topic: row.get(1)?,
            articles: row.get::<_, i64>(2)? as u64,
        })
    })?;
    Ok(bars.collect::<Result<_, _>>()?)
}

/// How many articles each topic has.
pub(crate) fn topic_counts(db: &Connection) -> Result<BTreeMap<String, u64>, Error> {
    let mut rows = db.prepare_cached("SELECT topic, count(*) FROM about GROUP BY topic")?;
    let counts = rows.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
    Ok(counts.collect::<Result<_, _>>()?)
}
