//! Statistics of a corpus that can be counted part by part, on as many machines as there are, and added up: what Naive
//! Bayes, the vocabulary and TF-IDF need, and a sample of rows for what needs rows. All of it is whole numbers, so the sum is
//! the same bytes whichever way the corpus was parted (`docs/statistics-format.md` describes the file).

mod file;
mod sample;
mod sample_file;

use notis_corpus::Article;
use notis_features::{TermStatistics, ViewSet};
use rayon::prelude::*;

pub use file::StatisticsError;
pub(crate) use sample::Row;
use sample::Sample;
pub use sample::USUAL_SAMPLE;

use crate::definitions::is_label;
use crate::model::analyzer;
use crate::{Error, analyzed};

/// Articles counted side by side, each thread some of them.
const BATCH: usize = 512;

/// Counts of a part of a corpus, or of all of it.
///
/// ```
/// use notis_corpus::Article;
/// use notis_features::ViewSet;
/// use notis_topics::Statistics;
///
/// let article = |text: &str, label: &str| Article {
///     text: text.into(),
///     labels: Some(vec![label.into()]),
///     ..Article::default()
/// };
/// let articles = [article("Laksen rømde frå merda.", "laks"), article("Ferja gjekk ikkje.", "ferje")];
/// let of = |articles: &[Article]| {
///     let articles = articles.iter().cloned().map(Ok::<_, std::io::Error>);
///     Statistics::count(articles, &ViewSet::default(), 100, &|_| ())
/// };
/// let parts = of(&articles[1..])?.plus(&of(&articles[..1])?)?;
/// assert_eq!(parts.to_bytes(), of(&articles)?.to_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics {
    /// What was counted.
    pub(crate) views: ViewSet,
    /// The analysis of words it was counted by.
    pub(crate) analyzer: String,
    /// The labels, ascending, each with the number of its articles.
    pub(crate) labels: Vec<(String, u64)>,
    pub(crate) articles: u64,
    pub(crate) labelled: u64,
    /// Articles with exactly one label.
    pub(crate) single: u64,
    pub(crate) terms: TermStatistics,
    pub(crate) sample: Sample,
}

impl Statistics {
    /// Those of no article, with room for a sample of so many.
    pub fn none(views: &ViewSet, sample: usize) -> Self {
        Statistics {
            views: views.clone(),
            analyzer: analyzer(),
            labels: Vec::new(),
            articles: 0,
            labelled: 0,
            single: 0,
            terms: TermStatistics::default(),
            sample: Sample::none(sample),
        }
    }

    /// Counts articles, in bounded memory but for the terms themselves, and keeps a sample of so many labelled ones as rows;
    /// `progress` hears how many have been read.
    ///
    /// # Errors
    /// Where an article cannot be read, or a label is none.
    pub fn count<E: Into<Box<dyn std::error::Error + Send + Sync>>>(
        mut articles: impl Iterator<Item = Result<Article, E>>,
        views: &ViewSet,
        sample: usize,
        progress: &dyn Fn(usize),
    ) -> Result<Self, Error> {
        let none = Statistics::none(views, sample);
        let mut sums = Sums::default();
        let mut read = 0;
        loop {
            let batch: Result<Vec<Article>, E> = articles.by_ref().take(BATCH).collect();
            let batch = batch.map_err(|error| Error::Corpus(error.into()))?;
            if batch.is_empty() {
                return Ok(sums.total()?.unwrap_or(none));
            }
            read += batch.len();
            sums.add(Statistics::of_batch(&batch, &none)?)?;
            progress(read);
        }
    }

    /// The sum of parts; `None` where there is none.
    ///
    /// # Errors
    /// Where a part cannot be had, or two count different things.
    pub fn sum<E: Into<Box<dyn std::error::Error + Send + Sync>>>(
        parts: impl Iterator<Item = Result<Statistics, E>>,
    ) -> Result<Option<Self>, Error> {
        let mut sums = Sums::default();
        for part in parts {
            sums.add(part.map_err(|error| Error::Corpus(error.into()))?)?;
        }
        sums.total()
    }

    /// Each thread counts a share of the articles; whole numbers add up the same, however they are shared out. What is
    /// counted, and by which analysis, is that of `none`.
    fn of_batch(articles: &[Article], none: &Statistics) -> Result<Self, Error> {
        let each = articles.par_iter().map(|article| Statistics::of(article, none));
        each.try_reduce(|| none.clone(), |a, b| a.plus(&b))
    }

    fn of(article: &Article, none: &Statistics) -> Result<Self, Error> {
        let mut labels = article.labels.clone().unwrap_or_default();
        labels.sort_unstable();
        labels.dedup();
        if let Some(wrong) = labels.iter().find(|label| !is_label(label)) {
            return Err(Error::Label {
                place: article.place_of_labels().to_string(),
                label: wrong.clone(),
            });
        }
        let classes: Vec<u32> = (0..labels.len() as u32).collect();
        let is_labelled = article.labels.is_some();
        let is_sampled = is_labelled && none.sample.most > 0;
        let analysis = analyzed(article);
        let terms = none.views.terms(&analysis);
        let row = || Row::of(article, &labels, &analysis, &terms);
        Ok(Statistics {
            sample: none.sample.with(is_sampled.then(row)),
            articles: 1,
            labelled: u64::from(is_labelled),
            single: u64::from(labels.len() == 1),
            labels: labels.into_iter().map(|label| (label, 1)).collect(),
            terms: TermStatistics::of(&terms, is_labelled.then_some(&classes)),
            ..none.clone()
        })
    }

    /// Both together.
    ///
    /// # Errors
    /// Where they count different things.
    pub fn plus(&self, other: &Self) -> Result<Self, Error> {
        if self.views != other.views {
            return Err(Error::OtherFeatures);
        }
        if self.analyzer != other.analyzer {
            return Err(Error::OtherAnalyzer);
        }
        let labels = united(&self.labels, &other.labels);
        let terms = |of: &Statistics| {
            let mut terms = of.terms.clone();
            terms.renumber(&places(&of.labels, &labels));
            terms
        };
        Ok(Statistics {
            views: self.views.clone(),
            analyzer: self.analyzer.clone(),
            articles: self.articles + other.articles,
            labelled: self.labelled + other.labelled,
            single: self.single + other.single,
            terms: terms(self).plus(&terms(other)),
            sample: self.sample.plus(&other.sample),
            labels,
        })
    }

    /// How many articles were counted.
    pub fn articles(&self) -> u64 {
        self.articles
    }

    /// How many of them have labels, «about none» included.
    pub fn labelled(&self) -> u64 {
        self.labelled
    }

    /// The labels, ascending.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = &str> {
        self.labels.iter().map(|(label, _)| label.as_str())
    }

    /// How many labelled articles are kept as rows.
    pub fn sample(&self) -> usize {
        self.sample.rows().len()
    }

    /// How many terms were met.
    pub fn terms(&self) -> usize {
        self.terms.terms().count()
    }
}

/// The labels of both, ascending, with the numbers of both.
fn united(own: &[(String, u64)], others: &[(String, u64)]) -> Vec<(String, u64)> {
    let mut all: Vec<(String, u64)> = own.iter().chain(others).cloned().collect();
    all.sort_unstable();
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    all
}

/// The place of each label among `all`, which holds them.
fn places(labels: &[(String, u64)], all: &[(String, u64)]) -> Vec<u32> {
    let place = |label: &String| all.partition_point(|(known, _)| known < label) as u32;
    labels.iter().map(|(label, _)| place(label)).collect()
}

/// Statistics on their way to one sum: like sizes are added to like, so that no term is copied more than a logarithm of
/// times.
#[derive(Default)]
struct Sums(Vec<Statistics>);

impl Sums {
    fn add(&mut self, mut statistics: Statistics) -> Result<(), Error> {
        let size = |statistics: &Statistics| statistics.terms.counts().len();
        while self
            .0
            .last()
            .is_some_and(|last| size(last) < 2 * size(&statistics))
        {
            if let Some(last) = self.0.pop() {
                statistics = last.plus(&statistics)?;
            }
        }
        self.0.push(statistics);
        Ok(())
    }

    fn total(self) -> Result<Option<Statistics>, Error> {
        let mut parts = self.0.into_iter().rev();
        let Some(last) = parts.next() else { return Ok(None) };
        parts.try_fold(last, |sum, part| sum.plus(&part)).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts that an older version counted stay its own: a model of their sum is told to be trained anew.
    #[test]
    fn a_sum_was_counted_by_the_analyzer_of_its_parts() {
        let part = |text: &str| {
            let article = Article {
                text: text.to_owned(),
                labels: Some(vec!["laks".to_owned()]),
                ..Article::default()
            };
            let articles = std::iter::once(Ok::<_, std::io::Error>(article));
            let counted = Statistics::count(articles, &ViewSet::default(), 9, &|_| ()).unwrap();
            Statistics {
                analyzer: "older".to_owned(),
                ..counted
            }
        };
        let parts = [part("Laksen rømde."), part("Ferja gjekk ikkje.")];
        let sum = Statistics::sum(parts.clone().map(Ok::<_, std::io::Error>).into_iter()).unwrap();
        assert_eq!(sum.unwrap().analyzer, "older");
        let own = Statistics::none(&ViewSet::default(), 9);
        assert!(matches!(parts[0].plus(&own), Err(Error::OtherAnalyzer)));
    }
}
