//! Articles in, results out: read by one thread, worked on by all, handed over in the order of the inputs.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use anyhow::Result;
use notis_corpus::{Article, Articles, Error};
use rayon::prelude::*;

use crate::everywhere::Everywhere;
use crate::failure::remark;
use crate::output::Output;
use crate::progress::Bar;

/// A batch ends at so many articles …
const ARTICLES: usize = 128;
/// … or so many bytes of text.
const BYTES: usize = 1 << 20;
/// Batches that may wait to be worked on.
const WAITING: usize = 2;

type Batch = Vec<Result<Article, Error>>;

/// Articles on their way through the work of a verb.
pub(crate) struct Stream<'a> {
    articles: Articles,
    everywhere: &'a Everywhere,
    limit: Option<usize>,
    on_terminal: bool,
}

impl<'a> Stream<'a> {
    /// A stream whose results go to `output`.
    pub(crate) fn new(articles: Articles, everywhere: &'a Everywhere, output: &Output) -> Self {
        Stream {
            articles,
            everywhere,
            limit: None,
            on_terminal: output.is_terminal(),
        }
    }

    /// The same stream, ended after `limit` articles.
    pub(crate) fn at_most(self, limit: Option<usize>) -> Self {
        Stream { limit, ..self }
    }
}

impl Stream<'_> {
    /// All articles, in memory.
    pub(crate) fn collect(self) -> Result<Vec<Article>> {
        let mut articles = Vec::new();
        self.run(Ok, |article| {
            articles.push(article);
            Ok(())
        })?;
        Ok(articles)
    }

    /// Does `work` on every article, on all threads, and hands the results to `take` in the order of the articles.
    /// Every result before a bad record is handed over; then the stream ends with its error, or goes on under
    /// `--skip-bad`. Only a few batches are in memory at a time.
    pub(crate) fn run<T: Send>(
        self,
        work: impl Fn(Article) -> Result<T> + Sync,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let hidden = self.everywhere.quiet || self.on_terminal;
        let bar = Bar::reading(self.articles.meter(), hidden);
        let articles = self.articles.take(self.limit.unwrap_or(usize::MAX));
        let skip_bad = self.everywhere.skip_bad;
        std::thread::scope(|scope| {
            let (sender, batches) = sync_channel(WAITING);
            scope.spawn(move || read(articles, &sender));
            each(batches, skip_bad, &bar, &work, &mut take)
        })
    }
}

/// Sends the articles in batches, until nobody wants them any more.
fn read(mut articles: impl Iterator<Item = Result<Article, Error>>, sender: &SyncSender<Batch>) {
    loop {
        let mut bytes = 0;
        let within = |a: &Result<Article, Error>| {
            bytes += a.as_ref().map_or(0, |a| a.text.len());
            bytes
        };
        let batch = batch(&mut articles, within);
        if batch.is_empty() || sender.send(batch).is_err() {
            return;
        }
    }
}

fn batch(
    articles: &mut impl Iterator<Item = Result<Article, Error>>,
    mut bytes: impl FnMut(&Result<Article, Error>) -> usize,
) -> Batch {
    let mut batch = Vec::with_capacity(ARTICLES);
    while batch.len() < ARTICLES {
        let Some(article) = articles.next() else { break };
        let full = bytes(&article) >= BYTES;
        batch.push(article);
        if full {
            break;
        }
    }
    batch
}

fn each<T: Send>(
    batches: Receiver<Batch>,
    skip_bad: bool,
    bar: &Bar,
    work: &(impl Fn(Article) -> Result<T> + Sync),
    take: &mut impl FnMut(T) -> Result<()>,
) -> Result<()> {
    let mut count = 0;
    for batch in batches {
        let done: Vec<_> = batch.into_par_iter().map(|a| a.map(work)).collect();
        for result in done {
            match result {
                Ok(result) => take(result?)?,
                Err(bad) if skip_bad => remark(format_args!("passed over: {bad}")),
                Err(bad) => return Err(bad.into()),
            }
            count += 1;
        }
        bar.update(count);
    }
    Ok(())
}
