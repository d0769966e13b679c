//! The desk: a topic model and a digest method, ready to read articles.

use std::path::PathBuf;

use notis_chat::{Chat, Options as ChatOptions};
use notis_summarizer::{Edits, Summarizer, by_name};
use notis_topics::ClassifyOptions;
use rayon::prelude::*;

use crate::neural::Folder;
use crate::tagger::Tagger;
use crate::{Article, Error, Model, NameModel, Reading, Topics};

/// Reads articles and answers with their topics, digests, keywords and names. It never changes after it is built, so any
/// number of threads may ask it.
///
/// ```
/// let desk = notis::Desk::shipped()?;
/// let article = notis::Article {
///     id: "ferje".into(),
///     text: "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.".into(),
///     ..Default::default()
/// };
/// let reading = desk.read(&article)?;
/// assert_eq!(reading.language().code(), "nn");
/// let digest = reading.digest(notis::Budget::Sentences(1))?;
/// assert_eq!(digest.text, "Ferja mellom Moss og Horten står etter ein motorbrann i natt.");
/// # Ok::<(), notis::Error>(())
/// ```
pub struct Desk {
    pub(crate) tagger: Tagger,
    /// The probability from which each topic is given, in the order of the scores.
    pub(crate) thresholds: Vec<f32>,
    pub(crate) threshold: Option<f64>,
    pub(crate) summarizer: Box<dyn Summarizer>,
    /// Digests say what the title says, too.
    pub(crate) with_title: bool,
    /// Tells the kinds of names, where they are asked for.
    pub(crate) kinds: Option<NameModel>,
}

impl Desk {
    /// A desk with the shipped model and the default method.
    ///
    /// # Errors
    /// [`Error::NoShippedModel`] where the program was built without a model.
    pub fn shipped() -> Result<Self, Error> {
        Desk::builder().build()
    }

    /// A desk of one's own: see [`DeskBuilder`].
    pub fn builder() -> DeskBuilder {
        DeskBuilder::default()
    }

    /// The ids of the topics it knows, in the order of the scores.
    pub fn topics(&self) -> impl ExactSizeIterator<Item = &str> {
        self.tagger.topics().iter().map(|topic| topic.id.as_str())
    }

    /// The topic model, where it has one.
    pub fn model(&self) -> Option<&Model> {
        match &self.tagger {
            Tagger::Model { model, .. } => Some(model),
            _ => None,
        }
    }

    /// The name of the digest method.
    pub fn method(&self) -> &'static str {
        self.summarizer.name()
    }

    /// Reads an article. Its blocks, sentences and words are found here; topics and digests when they are asked for.
    ///
    /// # Errors
    /// Where a neural model fails; without one it never does.
    pub fn read<'a>(&'a self, article: &'a Article) -> Result<Reading<'a>, Error> {
        Reading::new(self, article)
    }

    /// Reads articles on all threads (those of the rayon pool it is called in), in their order.
    ///
    /// # Errors
    /// As [`Desk::read`].
    pub fn read_all<'a>(&'a self, articles: &'a [Article]) -> Result<Vec<Reading<'a>>, Error> {
        articles.par_iter().map(|article| self.read(article)).collect()
    }

    pub(crate) fn options(&self, explain: bool) -> ClassifyOptions {
        ClassifyOptions {
            threshold: self.threshold,
            explain,
        }
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("topics", &self.topics().len())
            .field("method", &self.method())
            .finish_non_exhaustive()
    }
}

/// What tags the articles of a desk.
#[derive(Debug, Default)]
enum Source {
    #[default]
    Shipped,
    Model(Model),
    ZeroShot(Topics),
    Nothing,
}

/// A desk to be.
///
/// ```
/// use notis::{Desk, Model, Topics};
///
/// let topics = Topics::parse("[[topic]]\nid = 'laks'\naliases = ['laks*', 'oppdrettslaks*']")?;
/// let desk = Desk::builder().model(Model::shipped()?).topics(topics).method("lexrank").verbatim(true).build()?;
/// assert_eq!(desk.topics().last(), Some("laks"));
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Debug)]
#[must_use]
pub struct DeskBuilder {
    source: Source,
    topics: Option<Topics>,
    threshold: Option<f64>,
    method: String,
    edits: Edits,
    with_title: bool,
    strict: bool,
    folder: Folder,
    chat: Option<ChatOptions>,
    kinds: Option<NameModel>,
}

impl Default for DeskBuilder {
    fn default() -> Self {
        DeskBuilder {
            source: Source::default(),
            topics: None,
            threshold: None,
            method: METHODS[0].to_owned(),
            edits: Edits::default(),
            with_title: false,
            strict: false,
            folder: Folder::default(),
            chat: None,
            kinds: None,
        }
    }
}

/// The digest methods that need no neural model, the default first.
pub const METHODS: [&str; notis_summarizer::methods::NAMES.len()] = notis_summarizer::methods::NAMES;

impl DeskBuilder {
    /// Tags by this model; without it by the shipped one.
    pub fn model(self, model: Model) -> Self {
        let source = Source::Model(model);
        DeskBuilder { source, ..self }
    }

    /// Gives no article a topic: for digests and analyses alone.
    pub fn without_model(self) -> Self {
        let source = Source::Nothing;
        DeskBuilder { source, ..self }
    }

    /// Adds topics to the model by their definitions alone.
    pub fn topics(self, topics: Topics) -> Self {
        let topics = Some(topics);
        DeskBuilder { topics, ..self }
    }

    /// Tags by the names and descriptions of these topics alone, with the encoder in [`DeskBuilder::model_dir`].
    pub fn zero_shot(self, topics: Topics) -> Self {
        let source = Source::ZeroShot(topics);
        DeskBuilder { source, ..self }
    }

    /// Gives each topic whose probability is at least this, whatever its own threshold; 0 gives all.
    pub fn threshold(self, threshold: f64) -> Self {
        let threshold = Some(threshold);
        DeskBuilder { threshold, ..self }
    }

    /// The digest method: one of [`METHODS`], or `semantic` or `abstractive` with a [`DeskBuilder::model_dir`]; `abstractive`
    /// also with a [`DeskBuilder::chat`].
    pub fn method(self, name: impl Into<String>) -> Self {
        let method = name.into();
        DeskBuilder { method, ..self }
    }

    /// Whether digests print every sentence as it stands, nothing trimmed or replaced.
    pub fn verbatim(self, verbatim: bool) -> Self {
        let edits = if verbatim { Edits::None } else { Edits::Marked };
        DeskBuilder { edits, ..self }
    }

    /// Whether digests are read without their titles, and say what these say, too; by default they go on from there.
    pub fn with_title(self, with_title: bool) -> Self {
        DeskBuilder { with_title, ..self }
    }

    /// Tells what kind of thing each name names, by this model.
    pub fn kinds(self, model: NameModel) -> Self {
        let kinds = Some(model);
        DeskBuilder { kinds, ..self }
    }

    /// Whether an extractive digest takes the place of an abstractive one that says what the article does not.
    pub fn strict(self, strict: bool) -> Self {
        DeskBuilder { strict, ..self }
    }

    /// The folder of a neural model.
    pub fn model_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder.path = Some(folder.into());
        self
    }

    /// Writes `abstractive` digests with a language model behind an address on this machine.
    ///
    /// ```no_run
    /// let chat = notis::ChatOptions::new("http://127.0.0.1:8080/v1", "norsk-7b");
    /// let desk = notis::Desk::builder().method("abstractive").chat(chat).strict(true).build()?;
    /// # Ok::<(), notis::Error>(())
    /// ```
    pub fn chat(self, options: ChatOptions) -> Self {
        let chat = Some(options);
        DeskBuilder { chat, ..self }
    }

    /// Threads of the neural model: one unless more are asked for, since the idle ones of libtorch spin.
    pub fn neural_threads(mut self, threads: usize) -> Self {
        self.folder.threads = threads;
        self
    }

    /// The desk.
    ///
    /// # Errors
    /// Where there is no such method or model, a threshold is no probability, or a neural model cannot be loaded.
    pub fn build(self) -> Result<Desk, Error> {
        if !self.threshold.is_none_or(|p| (0.0..=1.0).contains(&p)) {
            let text = "the threshold is a probability; give a number from 0 to 1";
            return Err(Error::Options(text.to_owned()));
        }
        let folder = &self.folder;
        let summarizer = self.summarizer()?;
        let tagger = self.source.tagger(self.topics.as_ref(), folder)?;
        Ok(Desk {
            summarizer,
            with_title: self.with_title,
            kinds: self.kinds,
            thresholds: tagger.thresholds(),
            tagger,
            threshold: self.threshold,
        })
    }
}

impl DeskBuilder {
    fn summarizer(&self) -> Result<Box<dyn Summarizer>, Error> {
        let Some(chat) = &self.chat else {
            return self.folder.digest_method(&self.method, self.edits, self.strict);
        };
        if self.method != "abstractive" {
            return Err(Error::NeedsMethod("abstractive"));
        }
        let instead = self.strict.then(|| by_name(METHODS[0], self.edits)).transpose();
        let chat = Chat::new(chat, instead.map_err(Error::digest)?)?;
        Ok(Box::new(chat))
    }
}

impl Source {
    fn tagger(self, added: Option<&Topics>, folder: &Folder) -> Result<Tagger, Error> {
        let model = match self {
            Source::Shipped => Model::shipped()?,
            Source::Model(model) => model,
            Source::ZeroShot(topics) => return Tagger::zero_shot(&topics, folder),
            Source::Nothing => return Ok(Tagger::Nothing),
        };
        match added {
            Some(topics) => Tagger::of_model(model.with_topics(topics)?, folder),
            None => Tagger::of_model(model, folder),
        }
    }
}
