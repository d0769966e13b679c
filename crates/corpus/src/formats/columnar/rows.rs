//! Articles out of batches of rows.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::{Array, RecordBatch};

use super::cell::{grades, list, text};
use super::columns::Columns;
use crate::decode::check_ratio;
use crate::formats::once_each;
use crate::formats::table::{Cell, fill};
use crate::{Article, Error, Graded, Place, ReadOptions, Size};

/// Rows that are unpacked at a time: enough that unpacking is no work for its own sake, few enough that they are small.
pub(super) const BATCH: usize = 256;

/// The articles of a table, a row each.
pub(super) struct Rows<B> {
    batches: B,
    columns: Columns,
    file: String,
    name: String,
    limit: Size,
    /// The rows being read.
    batch: Option<RecordBatch>,
    /// The next of them.
    next: usize,
    /// The rows before it, in the file.
    row: u64,
    /// The bytes of the file, as far as they are known.
    taken: Arc<AtomicU64>,
    /// The bytes of the texts so far: one text may stand for a million rows.
    given: u64,
    failed: bool,
}

impl<B: Iterator<Item = Result<RecordBatch, Error>>> Rows<B> {
    pub(super) fn new(
        batches: B,
        columns: Columns,
        (file, name): (String, String),
        options: &ReadOptions,
        taken: Arc<AtomicU64>,
    ) -> Self {
        Rows {
            batches,
            columns,
            file,
            name,
            limit: options.max_article,
            batch: None,
            next: 0,
            row: 0,
            taken,
            given: 0,
            failed: false,
        }
    }

    /// The article of row `at` of a batch.
    fn article(&self, batch: &RecordBatch, at: usize) -> Result<Article, Error> {
        let mut article = Article::default();
        let place = || Place::row(&self.file, self.row);
        for &(field, column) in &self.columns.of_field {
            let column: &dyn Array = batch.column(column);
            fill(&mut article, field, &Value { column, at }).map_err(|reason| Error::BrokenTable {
                place: if article.id.is_empty() {
                    place()
                } else {
                    place().of(&article.id)
                },
                reason,
            })?;
        }
        if article.id.is_empty() {
            article.id = format!("{}:{}", self.name, self.row);
        }
        if article.text.len() as u64 > self.limit.bytes() {
            return Err(Error::too_long(place().of(&article.id), "article", self.limit));
        }
        Ok(article)
    }
}

impl<B: Iterator<Item = Result<RecordBatch, Error>>> Iterator for Rows<B> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(batch) = self.batch.take().filter(|batch| self.next < batch.num_rows()) {
                self.row += 1;
                let article = self.article(&batch, self.next);
                self.next += 1;
                self.given += article.as_ref().map_or(0, |article| article.text.len() as u64);
                if let Err(reason) = check_ratio(self.given, self.taken.load(Ordering::Relaxed)) {
                    self.failed = true;
                    let place = Place::row(&self.file, self.row);
                    return Some(Err(Error::Damaged { place, reason }));
                }
                self.batch = Some(batch);
                return Some(article);
            }
            if self.failed {
                return None;
            }
            match self.batches.next()? {
                Ok(batch) => (self.batch, self.next) = (Some(batch), 0),
                Err(error) => {
                    self.failed = true;
                    return Some(Err(error));
                }
            }
        }
    }
}

/// A value of a column.
struct Value<'c> {
    column: &'c dyn Array,
    at: usize,
}

impl Cell for Value<'_> {
    fn text(&self) -> Result<Option<Cow<'_, str>>, String> {
        Ok(text(self.column, self.at)?.map(Cow::Owned))
    }

    fn list(&self) -> Result<Option<Vec<String>>, String> {
        list(self.column, self.at)
    }

    fn graded(&self) -> Result<Option<Graded>, String> {
        Ok(graded(self.list()?))
    }

    fn grades(&self) -> Result<BTreeMap<String, u8>, String> {
        grades(self.column, self.at)
    }
}

/// What was looked at: topics, or a number alone.
fn graded(said: Option<Vec<String>>) -> Option<Graded> {
    let said = said?;
    if let [one] = said.as_slice()
        && let Ok(count) = one.parse()
    {
        return Some(Graded::Count(count));
    }
    (!said.is_empty()).then(|| Graded::Topics(once_each(said)))
}
