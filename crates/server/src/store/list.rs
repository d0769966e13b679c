//! Lists of articles, by topic, date and source.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use serde::Serialize;
use utoipa::ToSchema;

use super::corrections::{corrections_of, topics};
use super::{Correction, Error};

/// Which articles are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Filter {
    /// About this topic.
    pub(crate) topic: Option<String>,
    /// Not before this day.
    pub(crate) from: Option<String>,
    /// Not after this day.
    pub(crate) to: Option<String>,
    /// From this source.
    pub(crate) source: Option<String>,
}

/// An article in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ListLine {
    #[serde(skip)]
    pub(crate) number: i64,
    /// Its id.
    pub(crate) id: String,
    /// Its title, or how it begins.
    pub(crate) title: String,
    /// Its date, or the day it came.
    pub(crate) date: String,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) source: Option<String>,
    /// The ids of its topics: the model's, with what people said in their place.
    pub(crate) topics: Vec<String>,
    /// Whether people said anything of its topics.
    pub(crate) corrected: bool,
}

/// What a list line is made of; `number` first.
const LINE: &str = "number, id, coalesce(heading, title, substr(text, 1, 80)), day, source,
    EXISTS (SELECT 1 FROM correction WHERE correction.article = article.number)";

impl Filter {
    /// Conditions on `article`, and what they are filled with.
    pub(super) fn conditions(&self) -> (String, Vec<Value>) {
        let mut sql = String::from("1");
        let mut values = Vec::new();
        let known = [
            (
                &self.topic,
                " AND number IN (SELECT article FROM about WHERE topic = ?)",
            ),
            (&self.from, " AND day >= ?"),
            (&self.to, " AND day <= ?"),
            (&self.source, " AND source = ?"),
        ];
        for (value, condition) in known {
            if let Some(value) = value {
                sql.push_str(condition);
                values.push(Value::Text(value.clone()));
            }
        }
        (sql, values)
    }
}

/// A list of articles, the newest first, from the one after so many.
pub(crate) fn list(
    db: &Connection,
    filter: &Filter,
    skip: usize,
    most: usize,
) -> Result<Vec<ListLine>, Error> {
    let (conditions, mut values) = filter.conditions();
    values.extend([Value::Integer(most as i64), Value::Integer(skip as i64)]);
    let sql = format!(
        "SELECT {LINE} FROM article LEFT JOIN reading ON reading.article = number WHERE {conditions}
         ORDER BY day DESC, number DESC LIMIT ? OFFSET ?"
    );
    lines(db, &sql, values)
}

/// The articles that nobody has judged, the least certain first.
pub(crate) fn doubtful(db: &Connection, skip: usize, most: usize) -> Result<Vec<ListLine>, Error> {
    let sql = format!(
        "SELECT {LINE} FROM article JOIN reading ON reading.article = number
         WHERE NOT EXISTS (SELECT 1 FROM correction WHERE correction.article = article.number)
         ORDER BY certainty, number LIMIT ? OFFSET ?"
    );
    lines(
        db,
        &sql,
        vec![Value::Integer(most as i64), Value::Integer(skip as i64)],
    )
}

/// How many articles nobody has judged.
pub(crate) fn unjudged(db: &Connection) -> Result<u64, Error> {
    let mut count = db.prepare_cached(
        "SELECT count(*) FROM article WHERE NOT EXISTS (SELECT 1 FROM correction WHERE correction.article = article.number)",
    )?;
    Ok(count.query_row([], |row| row.get::<_, i64>(0))? as u64)
}

/// The line of one article.
pub(super) fn line(db: &Connection, number: i64) -> Result<Option<ListLine>, Error> {
    let sql =
        format!("SELECT {LINE} FROM article LEFT JOIN reading ON reading.article = number WHERE number = ?");
    Ok(lines(db, &sql, vec![Value::Integer(number)])?.pop())
}

fn lines(db: &Connection, sql: &str, values: Vec<Value>) -> Result<Vec<ListLine>, Error> {
    let mut rows = db.prepare_cached(sql)?;
    let found = rows.query_map(params_from_iter(values), read)?;
    let mut lines: Vec<ListLine> = found.collect::<Result<_, _>>()?;
    for line in &mut lines {
        line.topics = topics(
            db,
            line.number,
            "SELECT topic FROM about WHERE article = ?1 ORDER BY topic",
        )?;
    }
    Ok(lines)
}

fn read(row: &Row<'_>) -> Result<ListLine, rusqlite::Error> {
    Ok(ListLine {
        number: row.get(0)?,
        id: row.get(1)?,
        title: row.get(2)?,
        date: row.get(3)?,
        source: row.get(4)?,
        corrected: row.get(5)?,
        topics: Vec::new(),
    })
}

/// The sources there are, in the order of the alphabet.
pub(crate) fn sources(db: &Connection) -> Result<Vec<String>, Error> {
    let mut rows =
        db.prepare_cached("SELECT DISTINCT source FROM article WHERE source IS NOT NULL ORDER BY source")?;
    let sources = rows.query_map(params![], |row| row.get(0))?;
    Ok(sources.collect::<Result<_, _>>()?)
}

/// An article on which people and the model, or two people, do not agree.
pub(crate) struct Apart {
    pub(crate) line: ListLine,
    /// The topics the model gives it.
    pub(crate) tags: Vec<String>,
    pub(crate) corrections: Vec<Correction>,
}

/// Of the articles corrected last, those on which people and the model, or two people, do not agree.
pub(crate) fn disagreements(db: &Connection, looked_at: usize) -> Result<Vec<Apart>, Error> {
    let mut rows = db.prepare_cached(
        "SELECT article FROM correction GROUP BY article ORDER BY max(number) DESC LIMIT ?1",
    )?;
    let numbers = rows.query_map([looked_at as i64], |row| row.get(0))?;
    let numbers: Vec<i64> = numbers.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for number in numbers {
        let tags = topics(
            db,
            number,
            "SELECT topic FROM tag WHERE article = ?1 ORDER BY topic",
        )?;
        let corrections = corrections_of(db, number)?;
        if let Some(line) = line(db, number)?
            && (line.topics != tags || contradict(&corrections))
        {
            found.push(Apart {
                line,
                tags,
                corrections,
            });
        }
    }
    Ok(found)
}

/// Whether somebody took back what another said: each saying taken by itself, a later one rejects a topic of an earlier.
fn contradict(corrections: &[Correction]) -> bool {
    let rejects = |said: &Correction, topic: &String| {
        let looked_at = said.graded.as_ref().is_none_or(|graded| graded.contains(topic));
        looked_at && !said.labels.contains(topic)
    };
    corrections.iter().enumerate().any(|(place, said)| {
        let others = corrections
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place);
        others
            .map(|(_, other)| other)
            .any(|other| said.labels.iter().any(|topic| rejects(other, topic)))
    })
}
