//! The store as JSON Lines, out and in again.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use notis::{Article, Desk, ReadOptions};
use rayon::prelude::*;
use rusqlite::Connection;

use super::articles::{Added, add};
use super::corrections::corrections_of;
use super::record::Record;
use super::rows::record_of;
use super::verdicts::{Judged, Verdicts};
use super::{Error, Prepared, Store};

/// Articles of one transaction: enough that its commit costs little beside reading them.
const CHUNK: usize = 64;

/// Writes every article as a line of JSON, the first that came first: lines that every verb of notis reads, `labels` and
/// `graded` as people said them, with what only a store knows. All lines are of one moment.
///
/// # Errors
/// Where there is no store in the folder, or `out` fails.
pub fn export(folder: &Path, out: &mut dyn Write) -> Result<u64, Error> {
    let store = Store::open_existing(folder)?;
    store.read(|db| {
        let moment = db.unchecked_transaction()?;
        let mut rows = moment.prepare("SELECT number FROM article ORDER BY number")?;
        let numbers: Vec<i64> = rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for &number in &numbers {
            if let Some(record) = told(&moment, number)? {
                let line = notis::output::json_line(&record)?;
                out.write_all(&line).map_err(Error::file(Path::new("-")))?;
            }
        }
        Ok(numbers.len() as u64)
    })
}

/// An article with what people said of it.
fn told(db: &Connection, number: i64) -> Result<Option<Record>, Error> {
    let Some((record, arrived)) = record_of(db, number)? else {
        return Ok(None);
    };
    let corrections = corrections_of(db, number)?;
    let sum = Verdicts::of(&corrections);
    let graded = match &sum.judged {
        Judged::All => None,
        Judged::Topics(topics) => Some(topics.iter().cloned().collect()),
    };
    let labelled = !sum.is_empty();
    Ok(Some(Record {
        labels: labelled.then(|| sum.about.into_iter().collect()),
        graded: graded.filter(|_| labelled),
        corrections,
        arrived: Some(arrived),
        ..record
    }))
}

/// What became of articles that were read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// They are new.
    pub new: u64,
    /// They took the place of another text of the same id.
    pub replaced: u64,
    /// They were there already.
    pub known: u64,
}

impl Imported {
    pub(crate) fn count(&mut self, added: Added) {
        match added {
            Added::New => self.new += 1,
            Added::Replaced => self.replaced += 1,
            Added::Known => self.known += 1,
        }
    }

    /// All of them.
    pub fn all(&self) -> u64 {
        self.new + self.replaced + self.known
    }
}

/// Reads articles into the store of a folder: exports of a store with what people said, and whatever else notis reads.
/// What a model says of them comes when a server has the folder. Articles before a bad one are kept.
///
/// # Errors
/// Where an input cannot be read, or the store cannot be written.
pub fn import(folder: &Path, inputs: &[PathBuf]) -> Result<Imported, Error> {
    let store = Store::open(folder)?;
    let desk = Desk::builder().without_model().build()?;
    let mut imported = Imported::default();
    let (exports, others): (Vec<_>, Vec<_>) = inputs.iter().cloned().partition(|input| is_export(input));
    for file in exports {
        let records = records(&file)?;
        let prepare = |record: Record| Prepared::of_record(&desk, record);
        keep_all(&store, records, &prepare, &mut imported)?;
    }
    if !others.is_empty() {
        let articles = notis::open(&others, &ReadOptions::default())?;
        let articles = articles.map(|article| article.map_err(Error::from));
        let prepare = |article: Article| Prepared::unread(&desk, article);
        keep_all(&store, articles, &prepare, &mut imported)?;
    }
    Ok(imported)
}

/// Prepares what comes on all threads and keeps it, so many in a transaction.
pub(crate) fn keep_all<T: Send>(
    store: &Store,
    items: impl Iterator<Item = Result<T, Error>>,
    prepare: &(dyn Fn(T) -> Result<Prepared, Error> + Sync),
    kept: &mut Imported,
) -> Result<(), Error> {
    let mut items = items.peekable();
    while items.peek().is_some() {
        let mut bad = None;
        let chunk: Vec<T> = items
            .by_ref()
            .take(CHUNK)
            .map_while(|item| item.map_err(|error| bad = Some(error)).ok())
            .collect();
        let prepared = chunk
            .into_par_iter()
            .map(prepare)
            .collect::<Result<Vec<_>, _>>()?;
        let added = store.write_in_turn(move |tx| {
            let added = prepared.iter().map(|prepared| add(tx, prepared));
            added.collect::<Result<Vec<_>, _>>()
        })?;
        added.into_iter().for_each(|added| kept.count(added));
        if let Some(error) = bad {
            return Err(error);
        }
    }
    Ok(())
}

/// Whether a file is an export of a store: its first line says when an article arrived.
fn is_export(input: &Path) -> bool {
    let first = || -> io::Result<String> {
        let mut line = String::new();
        BufReader::new(File::open(input)?).read_line(&mut line)?;
        Ok(line)
    };
    let record = |line: String| serde_json::from_str::<Record>(&line).ok();
    let is_file = input.is_file();
    is_file
        && first()
            .ok()
            .and_then(record)
            .is_some_and(|record| record.arrived.is_some())
}

fn records(file: &Path) -> Result<impl Iterator<Item = Result<Record, Error>> + use<>, Error> {
    let path = file.to_owned();
    let lines = BufReader::new(File::open(file).map_err(Error::file(file))?).lines();
    Ok((1..).zip(lines).map(move |(number, line)| {
        let line = line.map_err(Error::file(&path))?;
        serde_json::from_str(&line).map_err(|cause| Error::Record {
            path: path.clone(),
            line: number,
            cause,
        })
    }))
}
