//! What people said of the topics of articles: kept, read, summed up.

use notis::Article;
use rusqlite::{Connection, Transaction, params};

use super::rows::{number_of, only_article};
use super::verdicts::{Correction, Verdicts};
use super::{Error, now};

/// All that was said of an article, in order.
pub(crate) fn corrections_of(db: &Connection, article: i64) -> Result<Vec<Correction>, Error> {
    let mut rows = db.prepare_cached(
        "SELECT labels, graded, who, at FROM correction WHERE article = ?1 ORDER BY number",
    )?;
    let found = rows.query_map([article], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, Option<String>>(1)?,
            row.get(2)?,
            row.get(3)?,
        ))
    })?;
    let mut said = Vec::new();
    for row in found {
        let (labels, graded, who, at) = row?;
        said.push(Correction {
            labels: serde_json::from_str(&labels)?,
            graded: graded.as_deref().map(serde_json::from_str).transpose()?,
            who,
            at,
        });
    }
    Ok(said)
}

/// Keeps what somebody says; nothing where there is no such article. Who says the same again, with nothing in between, as
/// one does who presses twice, has said it once.
pub(crate) fn correct(
    tx: &Transaction<'_>,
    article: &str,
    labels: &[String],
    graded: Option<&[String]>,
    who: &str,
) -> Result<Option<Correction>, Error> {
    let Some(number) = number_of(tx, article)? else {
        return Ok(None);
    };
    let said = Correction {
        labels: labels.to_vec(),
        graded: graded.map(<[String]>::to_vec),
        who: who.to_owned(),
        at: now(),
    };
    if let Some(last) = corrections_of(tx, number)?.pop()
        && last.says(&said)
    {
        return Ok(Some(last));
    }
    keep(tx, number, &said)?;
    settle(tx, number)?;
    Ok(Some(said))
}

/// Writes a correction down as it is.
pub(super) fn keep(tx: &Transaction<'_>, article: i64, said: &Correction) -> Result<(), Error> {
    let graded = said.graded.as_ref().map(serde_json::to_string).transpose()?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO correction (article, labels, graded, who, at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.execute(params![
        article,
        serde_json::to_string(&said.labels)?,
        graded,
        said.who,
        said.at
    ])?;
    Ok(())
}

/// Works out anew which topics an article has.
pub(super) fn settle(tx: &Transaction<'_>, article: i64) -> Result<(), Error> {
    let tags = topics(tx, article, "SELECT topic FROM tag WHERE article = ?1")?;
    let verdicts = Verdicts::of(&corrections_of(tx, article)?);
    tx.prepare_cached("DELETE FROM about WHERE article = ?1")?
        .execute([article])?;
    let mut insert = tx.prepare_cached("INSERT INTO about (article, topic) VALUES (?1, ?2)")?;
    for topic in verdicts.settle(tags.iter().map(String::as_str)) {
        insert.execute(params![article, topic])?;
    }
    Ok(())
}

pub(super) fn topics(db: &Connection, article: i64, query: &str) -> Result<Vec<String>, Error> {
    let mut rows = db.prepare_cached(query)?;
    let topics = rows.query_map([article], |row| row.get(0))?;
    Ok(topics.collect::<Result<_, _>>()?)
}

/// The numbers of the articles that people have said something of, in the order they came.
pub(crate) fn corrected(db: &Connection) -> Result<Vec<i64>, Error> {
    let mut rows = db.prepare_cached("SELECT DISTINCT article FROM correction ORDER BY article")?;
    let numbers = rows.query_map([], |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// The articles that people have said something of, of these the latest, and what they said in sum; in the order they came.
pub(crate) fn corrected_articles(db: &Connection, latest: usize) -> Result<Vec<(Article, Verdicts)>, Error> {
    let mut numbers = corrected(db)?;
    let latest = numbers.split_off(numbers.len().saturating_sub(latest));
    let mut found = Vec::with_capacity(latest.len());
    for number in latest {
        if let Some(article) = only_article(db, number)? {
            found.push((article, Verdicts::of(&corrections_of(db, number)?)));
        }
    }
    Ok(found)
}
