//! Articles in, results out, with a progress bar.

use anyhow::Result;
use notis::{Article, Desk, Error, Reading};

use crate::global_options::GlobalOptions;
use crate::inflow::Inflow;
use crate::output::Output;
use crate::progress::Bar;
use crate::sifted::Sifted;

/// Articles on their way through the work of a verb.
pub(crate) struct Stream<'a> {
    inflow: Inflow,
    options: &'a GlobalOptions,
    limit: Option<usize>,
    on_terminal: bool,
}

impl<'a> Stream<'a> {
    /// A stream whose results go to `output`.
    pub(crate) fn new(inflow: impl Into<Inflow>, options: &'a GlobalOptions, output: &Output) -> Self {
        Stream {
            inflow: inflow.into(),
            options,
            limit: None,
            on_terminal: output.is_terminal(),
        }
    }

    /// The same stream, ended after `limit` articles.
    pub(crate) fn at_most(self, limit: Option<usize>) -> Self {
        Stream { limit, ..self }
    }

    fn bar(&self) -> Bar {
        Bar::reading(self.inflow.meter.clone(), self.options.quiet || self.on_terminal)
    }

    /// All articles, in memory.
    pub(crate) fn collect(self) -> Result<Vec<Article>> {
        let mut bar = self.bar();
        let limit = self.limit.unwrap_or(usize::MAX);
        let articles = Sifted::new(self.inflow.articles, self.options)
            .maybe_none()
            .take(limit);
        Ok(articles.inspect(|_| bar.count()).collect::<Result<_, _>>()?)
    }

    /// Does `work` on every article, on all threads, and hands the results to `take` in the order of the articles. Every
    /// result before a bad record is handed over; then the stream ends with its error, or goes on under `--skip-bad`.
    pub(crate) fn run<T: Send>(
        self,
        desk: &Desk,
        work: impl Fn(&Reading<'_>) -> Result<T, Error> + Sync,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let mut bar = self.bar();
        let limit = self.limit.unwrap_or(usize::MAX);
        let articles = Sifted::new(self.inflow.articles, self.options)
            .maybe_none()
            .take(limit);
        let take = |result: Result<T, Error>| {
            bar.count();
            take(result?)
        };
        if self.inflow.live {
            desk.stream_live(articles, work, take)
        } else {
            desk.stream(articles, work, take)
        }
    }
}
