//! Articles in, results out: worked on by all threads (those of the rayon pool they are called in), handed over in the
//! order of the articles, with a few batches in memory.

use std::sync::mpsc::sync_channel;

use rayon::prelude::*;

use crate::{Article, Desk, Error, Reading};

/// A batch ends at so many articles …
const ARTICLES: usize = 128;
/// … or so many bytes of text.
const BYTES: usize = 1 << 20;
/// Batches that may wait to be worked on.
const WAITING: usize = 2;
/// Articles that may wait to be worked on where they come one by one.
const LIVE: usize = 32;

type Item = Result<Article, Error>;

impl Desk {
    /// Reads `articles` and does `work` on each, lazily: the results come in the order of the articles. A bad record is an
    /// item; the next result is that of the record after it.
    ///
    /// ```
    /// use notis::{Article, Budget, Desk};
    /// let desk = Desk::shipped()?;
    /// let articles = ["Elva steig i natt, og vegen er stengd.", "Laksen rømde frå merda."];
    /// let articles = articles.into_iter().map(|text| Ok(Article { text: text.into(), ..Default::default() }));
    /// let digests = desk.map(articles, |reading| reading.digest(Budget::Words(4)));
    /// assert_eq!(digests.collect::<Result<Vec<_>, _>>()?[0].text, "Elva steig i natt…");
    /// # Ok::<(), notis::Error>(())
    /// ```
    pub fn map<'d, T: Send + 'd>(
        &'d self,
        articles: impl Iterator<Item = Item> + 'd,
        work: impl Fn(&Reading<'_>) -> Result<T, Error> + Sync + 'd,
    ) -> impl Iterator<Item = Result<T, Error>> + 'd {
        Batches(articles).flat_map(move |batch| self.each(batch, &work))
    }

    /// As [`Desk::map`], with a thread of its own for reading, and each result handed to `take`; where that fails, the
    /// stream ends.
    ///
    /// # Errors
    /// What `take` gives.
    pub fn stream<T: Send, E>(
        &self,
        articles: impl Iterator<Item = Item> + Send,
        work: impl Fn(&Reading<'_>) -> Result<T, Error> + Sync,
        mut take: impl FnMut(Result<T, Error>) -> Result<(), E>,
    ) -> Result<(), E> {
        std::thread::scope(|scope| {
            let (sender, batches) = sync_channel(WAITING);
            // Ends when nobody wants the batches any more.
            scope.spawn(move || Batches(articles).try_for_each(|batch| sender.send(batch)));
            let mut results = batches.into_iter().flat_map(|batch| self.each(batch, &work));
            results.try_for_each(&mut take)
        })
    }

    /// As [`Desk::stream`], for articles that come one by one, such as from a pipe: none waits for the next. What comes
    /// while a batch is worked on is the next batch.
    ///
    /// # Errors
    /// What `take` gives.
    pub fn stream_live<T: Send, E>(
        &self,
        mut articles: impl Iterator<Item = Item> + Send,
        work: impl Fn(&Reading<'_>) -> Result<T, Error> + Sync,
        mut take: impl FnMut(Result<T, Error>) -> Result<(), E>,
    ) -> Result<(), E> {
        std::thread::scope(|scope| {
            let (sender, waiting) = sync_channel(LIVE);
            scope.spawn(move || articles.all(|article| sender.send(article).is_ok()));
            while let Ok(first) = waiting.recv() {
                let batch = std::iter::once(first).chain(waiting.try_iter().take(LIVE));
                let results = self.each(batch.collect(), &work);
                results.into_iter().try_for_each(&mut take)?;
            }
            Ok(())
        })
    }

    fn each<T: Send>(
        &self,
        batch: Vec<Item>,
        work: &(impl Fn(&Reading<'_>) -> Result<T, Error> + Sync),
    ) -> Vec<Result<T, Error>> {
        let done = |article: Item| work(&self.read(&article?)?);
        batch.into_par_iter().map(done).collect()
    }
}

/// Articles a batch at a time.
struct Batches<I>(I);

impl<I: Iterator<Item = Item>> Iterator for Batches<I> {
    type Item = Vec<Item>;

    fn next(&mut self) -> Option<Vec<Item>> {
        let mut batch = Vec::with_capacity(ARTICLES);
        let mut bytes = 0;
        while batch.len() < ARTICLES && bytes < BYTES {
            let Some(article) = self.0.next() else { break };
            bytes += article.as_ref().map_or(0, |a| a.text.len());
            batch.push(article);
        }
        (!batch.is_empty()).then_some(batch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(count: usize) -> impl Iterator<Item = Item> + Send {
        (0..count).map(|n| {
            Ok(Article {
                id: n.to_string(),
                text: "Elva steig i natt, og vegen er stengd.".to_owned(),
                ..Article::default()
            })
        })
    }

    #[test]
    fn results_come_in_the_order_of_the_articles() {
        let desk = Desk::builder().without_model().build().unwrap();
        let id = |reading: &Reading<'_>| Ok(reading.article().id.clone());
        let mapped: Vec<_> = desk.map(articles(300), id).map(Result::unwrap).collect();
        let mut streamed = Vec::new();
        let take = |id: Result<String, Error>| {
            streamed.push(id?);
            Ok::<_, Error>(())
        };
        desk.stream(articles(150), id, take).unwrap();
        let take = |id: Result<String, Error>| {
            streamed.push((150 + id?.parse::<usize>().unwrap()).to_string());
            Ok::<_, Error>(())
        };
        desk.stream_live(articles(150), id, take).unwrap();
        let expected: Vec<_> = (0..300).map(|n| n.to_string()).collect();
        assert_eq!((&mapped, &streamed), (&expected, &expected));
    }

    #[test]
    fn a_stream_that_nobody_takes_from_ends() {
        let desk = Desk::builder().without_model().build().unwrap();
        let mut taken = 0;
        let ended = desk.stream(
            articles(100_000),
            |_| Ok(()),
            |_| {
                taken += 1;
                Err(taken)
            },
        );
        assert_eq!(ended, Err(1));
    }
}
