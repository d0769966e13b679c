//! Full text: words are found by their stems, in both written forms.

use notis::Desk;
use rusqlite::{Connection, params};

use super::list::line;
use super::prepared::stems_of;
use super::{Error, ListLine};

/// An article that was found, the best first.
pub(crate) struct Hit {
    pub(crate) line: ListLine,
    pub(crate) text: String,
}

/// How much more a word in the title counts than one in the text. Chosen, not measured.
const TITLE: f64 = 5.0;

/// What is looked for: the stems of some words, all of which an article must have.
pub(crate) struct Query {
    pub(crate) stems: Vec<String>,
}

impl Query {
    /// The stems of these words, as the desk finds them in articles.
    pub(crate) fn new(desk: &Desk, words: &str) -> Result<Self, Error> {
        Ok(Query {
            stems: stems_of(desk, words)?,
        })
    }

    /// The query in the language of FTS5, in which every stem is quoted and so is nothing but a word.
    fn quoted(&self) -> String {
        let quoted = self
            .stems
            .iter()
            .map(|stem| format!("\"{}\"", stem.replace('"', "\"\"")));
        quoted.collect::<Vec<_>>().join(" ")
    }
}

/// The articles that have all of the words, the best first, from the one after so many.
pub(crate) fn search(db: &Connection, query: &Query, skip: usize, most: usize) -> Result<Vec<Hit>, Error> {
    if query.stems.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = db.prepare_cached(
        "SELECT rowid, (SELECT text FROM article WHERE number = words.rowid) FROM words WHERE words MATCH ?1
         ORDER BY bm25(words, ?2, 1.0), rowid DESC LIMIT ?3 OFFSET ?4",
    )?;
    let values = params![query.quoted(), TITLE, most as i64, skip as i64];
    let found = rows.query_map(values, |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    })?;
    let mut hits = Vec::new();
    for row in found {
        let (number, text) = row?;
        hits.extend(line(db, number)?.map(|line| Hit { line, text }));
    }
    Ok(hits)
}
