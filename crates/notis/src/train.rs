//! Models of one's own topics.

use std::path::PathBuf;

use notis_corpus::Checker;
use notis_learn::learners::LearnerKind;
use notis_topics::{Progress, TrainOptions};

use crate::evaluate::{Splits, TopicReport};
use crate::neural::Folder;
use crate::tagger::Tagger;
use crate::vectors::Vectors;
use crate::{Article, Desk, Error, Features, Graded, Model, Topics};

pub use notis_topics::{Preference, TrainReport};

/// How words are weighed.
///
/// ```
/// use notis::Learner;
///
/// assert_eq!(Learner::named("svm"), Some(Learner::SVM));
/// assert!(Learner::all().any(|learner| learner.name() == "nb"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Learner(pub(crate) LearnerKind);

impl Learner {
    /// Multinomial Naive Bayes: goes on learning from corrections.
    pub const NAIVE_BAYES: Learner = Learner(LearnerKind::NB);
    /// Complement Naive Bayes: best where labels are few.
    pub const COMPLEMENT_NAIVE_BAYES: Learner = Learner(LearnerKind::COMPLEMENT_NB);
    /// A linear support vector machine: best where labels are many.
    pub const SVM: Learner = Learner(LearnerKind::SVM);
    /// Logistic regression.
    pub const LOGISTIC: Learner = Learner(LearnerKind::LOGISTIC);

    /// All there are, what does best most often first.
    pub fn all() -> impl Iterator<Item = Learner> {
        LearnerKind::ALL.into_iter().map(Learner)
    }

    /// The learner of this name, as `--learner` takes it.
    pub fn named(name: &str) -> Option<Learner> {
        LearnerKind::named(name).map(Learner)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// What happens while a model is trained.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event {
    /// So many articles have been read.
    Read(usize),
    /// Something is odd about the corpus: a sentence for the person who trains.
    Finding(String),
    /// All has been read, and learning has begun.
    Learning,
    /// So many folds of so many are done.
    Fold(usize, usize),
}

/// Trains topic models. The same articles give the same model, whatever the number of threads.
///
/// ```
/// use notis::{Article, Trainer, Topics};
/// let topics = Topics::parse("[[topic]]\nid = 'laks'\naliases = ['laks*']")?;
/// let (model, report) = Trainer::new().topics(topics).train(std::iter::empty())?;
/// assert_eq!((model.topics().len(), report.articles), (1, 0));
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Trainer {
    pub(crate) topics: Option<Topics>,
    pub(crate) base: Option<Model>,
    pub(crate) options: TrainOptions,
    folder: Folder,
}

impl Trainer {
    /// A trainer that chooses by itself what it can.
    pub fn new() -> Self {
        Trainer::default()
    }

    /// The topics are these; every label must be one of them. They are known by their words before any article is.
    pub fn topics(mut self, topics: Topics) -> Self {
        self.topics = Some(topics);
        self
    }

    /// Keeps the topics of this model beside the new ones.
    pub fn base(mut self, model: Model) -> Self {
        self.base = Some(model);
        self
    }

    /// Whether every article has exactly one topic.
    pub fn exclusive(mut self, exclusive: bool) -> Self {
        self.options.exclusive = exclusive;
        self
    }

    /// How words are weighed; without it, what does best on folds.
    pub fn learner(mut self, learner: Learner) -> Self {
        self.options.learner = Some(learner.0);
        self
    }

    /// What words are weighed by; without it, what does best on folds.
    pub fn features(mut self, features: Features) -> Self {
        self.options.features = Some(features.0);
        self
    }

    /// Seconds that the choice of a learner and its parameters may take: 60 unless another number is given.
    pub fn budget(mut self, seconds: f64) -> Self {
        self.options.budget = seconds;
        self
    }

    /// Whether probabilities and thresholds are set on folds, as they are by default: slower, and honest.
    pub fn calibrate(mut self, calibrate: bool) -> Self {
        self.options.calibrate = calibrate;
        self
    }

    /// What thresholds favour, where a topic's definition does not say: the best F1, unless another is given.
    pub fn prefer(mut self, prefer: Preference) -> Self {
        self.options.prefer = prefer;
        self
    }

    /// Seed of the folds.
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = seed;
        self
    }

    /// The folder of the encoder, for the feature `e5`.
    pub fn model_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder.path = Some(folder.into());
        self
    }

    /// Threads of the encoder: one unless more are asked for.
    pub fn neural_threads(mut self, threads: usize) -> Self {
        self.folder.threads = threads;
        self
    }

    /// A model trained on labelled articles, which may be none where topics are defined.
    ///
    /// # Errors
    /// Where an article cannot be read, a label is none of the defined topics, or there is nothing to learn.
    pub fn train(
        &self,
        articles: impl IntoIterator<Item = Result<Article, Error>>,
    ) -> Result<(Model, TrainReport), Error> {
        self.train_watched(articles, &|_| ())
    }

    /// As [`Trainer::train`], telling `watch` what happens.
    ///
    /// # Errors
    /// As [`Trainer::train`].
    pub fn train_watched(
        &self,
        articles: impl IntoIterator<Item = Result<Article, Error>>,
        watch: &dyn Fn(Event),
    ) -> Result<(Model, TrainReport), Error> {
        let (options, vectors) = self.prepared()?;
        let articles = Checked {
            articles: articles.into_iter(),
            checker: Some(Checker::default()),
            watch,
        };
        let definitions = self.topics.as_ref().map(|topics| &topics.0);
        let trained = notis_topics::Model::train(
            articles.map(|article| vectors.example(self.meant(article?))),
            definitions,
            self.base.as_ref().map(Model::inner),
            &options,
            &|progress| watch(Event::of(progress)),
        );
        let (model, report) = trained.map_err(Error::training)?;
        Ok((Model::new(model), report))
    }

    /// How good such models are: each article is tagged by one that was trained without it.
    ///
    /// # Errors
    /// Where training fails, or no article is judged.
    pub fn evaluate(
        &self,
        articles: Vec<Article>,
        splits: Splits,
        watch: &dyn Fn(Event),
    ) -> Result<TopicReport, Error> {
        let (options, vectors) = self.prepared()?;
        let articles = articles.into_iter().map(|article| self.meant(article)).collect();
        let articles = vectors.examples(articles)?;
        let definitions = self.topics.as_ref().map(|topics| &topics.0);
        let progress = |progress| watch(Event::of(progress));
        notis_topics::evaluate::fresh(&articles, definitions, &options, splits, &progress)
            .map_err(Error::training)
    }

    /// The article with its labels as the definitions mean them: topics are renamed and merged there.
    fn meant(&self, mut article: Article) -> Article {
        let Some(Topics(definitions)) = &self.topics else {
            return article;
        };
        let mean = |labels: &mut Vec<String>| {
            let mut meant: Vec<String> = Vec::with_capacity(labels.len());
            for label in labels.iter().map(|label| definitions.meant(label)) {
                if meant.iter().all(|known| known != label) {
                    meant.push(label.to_owned());
                }
            }
            *labels = meant;
        };
        article.labels.iter_mut().for_each(mean);
        mean(&mut article.mentions);
        if let Some(Graded::Topics(topics)) = &mut article.graded {
            mean(topics);
        }
        article
    }

    /// The options, and the vectors of articles that they ask for.
    fn prepared(&self) -> Result<(TrainOptions, Vectors), Error> {
        let mut options = self.options.clone();
        let vectors = Vectors::of_features(options.features.as_mut(), &self.folder)?;
        Ok((options, vectors))
    }
}

impl Event {
    fn of(progress: Progress) -> Self {
        match progress {
            Progress::Read(articles) => Event::Read(articles),
            Progress::Fold(done, of) => Event::Fold(done, of),
            Progress::Learning => Event::Learning,
        }
    }
}

impl Desk {
    /// Its model after it has learned from corrected articles, and how many it learned from. Words weighed by
    /// [`Learner::NAIVE_BAYES`] learn as if the articles had stood in the corpus, but for words that are new; other models
    /// learn beside their weights by how much articles like the corrected ones are to be raised or lowered.
    ///
    /// # Errors
    /// Where an article cannot be read, a label is none of the topics, or the model cannot learn.
    pub fn learn(
        &self,
        corrections: impl IntoIterator<Item = Result<Article, Error>>,
    ) -> Result<(Model, usize), Error> {
        let Tagger::Model { model, vectors } = &self.tagger else {
            return Err(Error::Options(
                "a desk without a topic model cannot learn".to_owned(),
            ));
        };
        let corrections = corrections.into_iter().map(|article| vectors.example(article?));
        let learned = model.inner().learn(corrections).map_err(Error::training)?;
        Ok((Model::new(learned.0), learned.1))
    }
}

/// The articles of a corpus, looked at as they pass; what is odd about them is told when all have been read, which is
/// before anything is learned.
struct Checked<'w, I> {
    articles: I,
    checker: Option<Checker>,
    watch: &'w dyn Fn(Event),
}

impl<I: Iterator<Item = Result<Article, Error>>> Iterator for Checked<'_, I> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.articles.next();
        match &item {
            Some(Ok(article)) => self.checker.iter_mut().for_each(|checker| checker.see(article)),
            Some(Err(_)) => {}
            None => {
                let findings = self.checker.take().map(|checker| checker.findings());
                let findings = findings.into_iter().flatten();
                findings.for_each(|finding| (self.watch)(Event::Finding(finding.to_string())));
            }
        }
        item
    }
}
