//! What people said of the topics of articles.

use std::collections::{BTreeMap, BTreeSet};

use notis::{Article, Graded};
use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::articles::{number_of, only_article};
use super::{Error, now};

/// What somebody said of the topics of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Correction {
    /// The topics it is about.
    pub(crate) labels: Vec<String>,
    /// The topics that were looked at; all where this is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) graded: Option<Vec<String>>,
    /// Who said it.
    pub(crate) who: String,
    /// When, in UTC.
    pub(crate) at: String,
}

impl Correction {
    /// Whether the same was said by the same, whenever it was.
    fn says(&self, other: &Correction) -> bool {
        (&self.labels, &self.graded, &self.who) == (&other.labels, &other.graded, &other.who)
    }
}

/// What people said of an article, in sum: a later word counts before an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdicts {
    pub(crate) about: BTreeSet<String>,
    pub(crate) judged: Judged,
}

/// Which topics people have looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// These.
    Topics(BTreeSet<String>),
    /// All.
    All,
}

impl Default for Judged {
    fn default() -> Self {
        Judged::Topics(BTreeSet::new())
    }
}

impl Verdicts {
    /// All that was said, summed up in its order.
    pub(crate) fn of<'c>(corrections: impl IntoIterator<Item = &'c Correction>) -> Self {
        let mut verdicts = Verdicts::default();
        corrections.into_iter().for_each(|said| verdicts.add(said));
        verdicts
    }

    fn add(&mut self, said: &Correction) {
        let Some(graded) = &said.graded else {
            self.about = said.labels.iter().cloned().collect();
            self.judged = Judged::All;
            return;
        };
        for topic in graded.iter().chain(&said.labels) {
            if said.labels.contains(topic) {
                self.about.insert(topic.clone());
            } else {
                self.about.remove(topic);
            }
            if let Judged::Topics(judged) = &mut self.judged {
                judged.insert(topic.clone());
            }
        }
    }

    /// Whether people said anything of this topic.
    pub(crate) fn covers(&self, topic: &str) -> bool {
        match &self.judged {
            Judged::All => true,
            Judged::Topics(topics) => topics.contains(topic),
        }
    }

    /// Whether nobody said anything.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.judged, Judged::Topics(topics) if topics.is_empty())
    }

    /// The article with what people said as its labels.
    pub(crate) fn labelled(&self, article: Article) -> Article {
        let graded = match &self.judged {
            Judged::All => None,
            Judged::Topics(topics) => Some(Graded::Topics(topics.iter().cloned().collect())),
        };
        Article {
            labels: Some(self.about.iter().cloned().collect()),
            graded,
            grades: BTreeMap::new(),
            ..article
        }
    }

    /// The topics of an article: what people said, and of the others what the model says.
    pub(crate) fn settle<'t>(&self, tags: impl IntoIterator<Item = &'t str>) -> BTreeSet<String> {
        let unjudged = tags.into_iter().filter(|topic| !self.covers(topic));
        self.about
            .iter()
            .cloned()
            .chain(unjudged.map(str::to_owned))
            .collect()
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(labels: &[&str], graded: Option<&[&str]>) -> Correction {
        let owned = |topics: &[&str]| topics.iter().map(|&t| t.to_owned()).collect::<Vec<_>>();
        Correction {
            labels: owned(labels),
            graded: graded.map(owned),
            who: String::new(),
            at: String::new(),
        }
    }

    #[test]
    fn a_later_word_counts_before_an_earlier_one() {
        let all = said(&["syria"], None);
        let rejects = said(&[], Some(&["syria"]));
        let adds = said(&["fn"], Some(&["fn"]));
        let sum = Verdicts::of([&all, &rejects, &adds]);
        assert_eq!(sum.about, BTreeSet::from(["fn".to_owned()]));
        assert_eq!(sum.judged, Judged::All);
        let sum = Verdicts::of([&rejects, &adds]);
        assert!(sum.covers("syria") && !sum.covers("usa"));
        let topics = sum.settle(["syria", "usa"]);
        assert!(topics.iter().eq(["fn", "usa"]));
        assert!(Verdicts::of([]).is_empty());
    }
}
