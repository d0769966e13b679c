//! Statistics of a corpus, counted part by part and added up.

use std::path::Path;

use notis_features::ViewSet;

use crate::error::Cause;
use crate::{Article, Error, Event, Features, Model, TrainReport, Trainer};

/// What a part of a corpus teaches: document frequencies, how often the articles of each label hold each term, and a sample
/// of articles as rows. Parts add up to the same bytes as the whole, whichever way it was parted: count them on as many machines as
/// there are.
///
/// ```
/// use notis::{Article, Statistics, Trainer};
///
/// let article = |text: &str, label: &str| Ok(Article {
///     text: text.into(),
///     labels: Some(vec![label.into()]),
///     ..Article::default()
/// });
/// let salmon = || article("Laksen gjekk i merda, og laks er dyr.", "laks");
/// let ferry = || article("Ferja går ikkje i dag, og ferja er full.", "ferje");
/// let count = |articles| Statistics::count(articles, None, &|_| ());
/// let parts = [count(vec![ferry(), salmon()])?, count(vec![salmon(), ferry()])?];
/// let whole = count(vec![salmon(), ferry(), ferry(), salmon()])?;
/// let (model, _) = Trainer::new().exclusive(true).train_from(&Statistics::sum(parts.map(Ok))?)?;
/// let (same, _) = Trainer::new().exclusive(true).train_from(&whole)?;
/// assert_eq!(model.to_bytes(), same.to_bytes());
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics(notis_topics::Statistics);

impl Statistics {
    /// How many labelled articles are kept as rows unless another number is asked for.
    pub const USUAL_SAMPLE: usize = notis_topics::USUAL_SAMPLE;

    /// Counts articles; without `features`, their words and pairs of words. `watch` hears how many have been read. A sample of
    /// [`Statistics::USUAL_SAMPLE`] labelled articles is kept as rows.
    ///
    /// # Errors
    /// Where an article cannot be read, a label is none, or the features need an encoder.
    pub fn count(
        articles: impl IntoIterator<Item = Result<Article, Error>>,
        features: Option<&Features>,
        watch: &dyn Fn(Event),
    ) -> Result<Self, Error> {
        Statistics::count_with_sample(articles, features, Statistics::USUAL_SAMPLE, watch)
    }

    /// As [`Statistics::count`], with a sample of at most so many articles. Those of parts add up to that of the whole; a sum
    /// has no more than the smallest of them may.
    ///
    /// # Errors
    /// As [`Statistics::count`].
    pub fn count_with_sample(
        articles: impl IntoIterator<Item = Result<Article, Error>>,
        features: Option<&Features>,
        sample: usize,
        watch: &dyn Fn(Event),
    ) -> Result<Self, Error> {
        let views = features.map_or_else(ViewSet::default, |features| features.0.clone());
        if views.encoded > 0 {
            let text = "statistics are whole numbers; leave e5 out of the features";
            return Err(Error::Options(text.to_owned()));
        }
        let read = |articles| watch(Event::Read(articles));
        let mut partly = 0;
        let articles = articles.into_iter().inspect(|article| {
            partly += usize::from(article.as_ref().is_ok_and(|article| article.graded.is_some()));
        });
        let counted = notis_topics::Statistics::count(articles, &views, sample, &read);
        if partly > 0 {
            watch(Event::Finding(format!(
                "{partly} articles were read for some topics only; statistics take the others for absent"
            )));
        }
        counted.map(Statistics).map_err(Error::training)
    }

    /// The sum of parts.
    ///
    /// # Errors
    /// Where a part cannot be had, there is none, or two were counted in different ways.
    pub fn sum(parts: impl IntoIterator<Item = Result<Statistics, Error>>) -> Result<Self, Error> {
        let parts = parts.into_iter().map(|part| part.map(|part| part.0));
        let sum = notis_topics::Statistics::sum(parts).map_err(Error::training)?;
        let none = || Error::Options("there are no statistics to add up".to_owned());
        sum.map(Statistics).ok_or_else(none)
    }

    /// Reads a file of statistics.
    ///
    /// # Errors
    /// Where it cannot be read, is damaged, or holds no statistics.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let named = |error| match error {
            error @ notis_topics::StatisticsError::Read { .. } => Error::Statistics(Cause::of(error)),
            error => Error::Statistics(Cause::of(format!("{}: {error}", path.display()))),
        };
        notis_topics::Statistics::load(path)
            .map(Statistics)
            .map_err(named)
    }

    /// The statistics that these bytes hold.
    ///
    /// # Errors
    /// Where they are damaged, or no statistics.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let read = notis_topics::Statistics::from_bytes(bytes);
        read.map(Statistics)
            .map_err(|error| Error::Statistics(Cause::of(error)))
    }

    /// The statistics as bytes of a file; the same articles give the same bytes, in any order.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    /// Writes a file, whole or not at all.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        self.0
            .save(path)
            .map_err(|error| Error::Statistics(Cause::of(error)))
    }

    /// How many articles were counted.
    pub fn articles(&self) -> u64 {
        self.0.articles()
    }

    /// How many of them have labels, «about none» included.
    pub fn labelled(&self) -> u64 {
        self.0.labelled()
    }

    /// The labels, ascending.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.labels()
    }

    /// How many labelled articles are kept as rows.
    pub fn sample(&self) -> usize {
        self.0.sample()
    }

    /// How many terms were met.
    pub fn terms(&self) -> usize {
        self.0.terms()
    }
}

impl Trainer {
    /// A model from statistics alone, with the trainer's topics and options, but for features, which are those counted.
    /// Naive Bayes learns from all articles; without a learner named, and for any other, the sample teaches, on which
    /// probabilities and thresholds are set in any case. Without a sample there is Naive Bayes alone, and these are assumed.
    ///
    /// # Errors
    /// Where the trainer asks for a base, or for a learner that needs a sample and there is none; where there are no labels,
    /// or not the right ones.
    pub fn train_from(&self, statistics: &Statistics) -> Result<(Model, TrainReport), Error> {
        if self.base.is_some() || self.options.features.is_some() {
            let text = "statistics teach a model of their own, by the features that were counted: name no base and no features";
            return Err(Error::Options(text.to_owned()));
        }
        let definitions = self.topics.as_ref().map(|topics| &topics.0);
        let trained = notis_topics::Model::from_statistics(&statistics.0, definitions, &self.options);
        let (model, report) = trained.map_err(Error::training)?;
        Ok((Model::new(model), report))
    }
}
