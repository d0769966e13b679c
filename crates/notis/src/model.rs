//! Topic models and topic definitions.

use std::path::Path;
use std::sync::Arc;

use notis_topics::Definitions;
pub use notis_topics::{ModelCard, Names, Pattern, PatternError, Topic, TopicCard, Training};

use crate::Error;
use crate::error::Cause;

/// A topic model: what articles are about, learned from labels, from [`Topics`], or both. Cheap to clone.
///
/// ```
/// let model = notis::Model::shipped()?;
/// assert!(model.topics().any(|topic| topic == "nord-korea"));
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Model(Arc<notis_topics::Model>);

impl Model {
    /// The model that ships with notis (`models/topics.md` is its card).
    ///
    /// # Errors
    /// [`Error::NoShippedModel`] where the program was built without one.
    pub fn shipped() -> Result<Self, Error> {
        if notis_models::TOPICS.is_empty() {
            return Err(Error::NoShippedModel);
        }
        let another = |_| "the model in the program is of another version; build it anew";
        Model::from_bytes(notis_models::TOPICS).map_err(|error| Error::Model(Cause::of(another(error))))
    }

    /// Bytes of the shipped model; 0 where there is none.
    pub fn shipped_size() -> usize {
        notis_models::TOPICS.len()
    }

    /// Opens a model file.
    ///
    /// # Errors
    /// Where it cannot be read, is damaged, of another version, or no model.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let model = notis_topics::Model::load(path.as_ref());
        model.map(Model::new).map_err(|error| match error {
            // Only this one does not name the file by itself.
            notis_topics::ModelError::Container(cause) => {
                Error::Model(Cause::of(format!("{}: {cause}", path.as_ref().display())))
            }
            error => Error::model(error),
        })
    }

    /// The model that these bytes hold.
    ///
    /// # Errors
    /// Where they are damaged, of another version, or no model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let model = notis_topics::Model::from_bytes(bytes);
        model.map(Model::new).map_err(Error::model)
    }

    /// The model as bytes; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    /// Writes the model, whole or not at all.
    ///
    /// # Errors
    /// Where it cannot be written; what stood there before is then unharmed.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        self.0.save(path).map_err(Error::model)
    }

    /// The ids of its topics, in the order of its scores.
    pub fn topics(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.topics().iter().map(|topic| topic.id.as_str())
    }

    /// What it says of itself: its topics with their names and thresholds, and what it was trained on.
    pub fn card(&self) -> ModelCard {
        self.0.card()
    }

    /// The definitions of its topics, in the order of its scores.
    pub fn definitions(&self) -> &[Topic] {
        self.0.topics()
    }

    /// How many numbers the vectors of the encoder have that it was trained with; `None` where it needs no encoder.
    pub fn encoder_dimensions(&self) -> Option<usize> {
        self.0.encoder_dimensions()
    }

    /// The same model with `topics` added by their definition alone; a topic that is there gets the new words and keeps
    /// what was learned.
    ///
    /// ```
    /// let topics = notis::Topics::parse("[[topic]]\nid = 'laks'\naliases = ['laks*']")?;
    /// let model = notis::Model::shipped()?.with_topics(&topics)?;
    /// assert!(model.topics().any(|topic| topic == "laks"));
    /// # Ok::<(), notis::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where the definitions do not fit the model.
    pub fn with_topics(&self, topics: &Topics) -> Result<Self, Error> {
        let mut model = notis_topics::Model::clone(&self.0);
        model.add_definitions(&topics.0).map_err(Error::training)?;
        Ok(Model::new(model))
    }

    pub(crate) fn new(model: notis_topics::Model) -> Self {
        Model(Arc::new(model))
    }

    pub(crate) fn inner(&self) -> &notis_topics::Model {
        &self.0
    }
}

/// Topics as an editor writes them down, in TOML; `data/topics.toml` of the project explains every key.
#[derive(Clone, Debug)]
pub struct Topics(pub(crate) Definitions);

impl Topics {
    /// Reads definitions from TOML text.
    ///
    /// # Errors
    /// Where it is not TOML of the documented form, or a topic is nameless, wordless, doubled or an orphan.
    pub fn parse(toml: &str) -> Result<Self, Error> {
        Definitions::parse(toml).map(Topics).map_err(Error::topics)
    }

    /// Reads definitions from a file.
    ///
    /// # Errors
    /// Where the file cannot be read, and as [`Topics::parse`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Error> {
        let read = Definitions::read(&path).map(Topics);
        read.map_err(|error| match error {
            error @ notis_topics::DefinitionsError::Read { .. } => Error::topics(error),
            error => Error::Topics(Cause::of(format!("{}: {error}", path.as_ref().display()))),
        })
    }

    /// These topics.
    ///
    /// # Errors
    /// Where one is nameless, wordless, doubled or an orphan.
    pub fn of(topics: Vec<Topic>) -> Result<Self, Error> {
        Definitions::new(topics).map(Topics).map_err(Error::topics)
    }

    /// The definitions, in the order of the file.
    pub fn definitions(&self) -> &[Topic] {
        self.0.topics()
    }

    /// The definitions as TOML, which [`Topics::parse`] reads.
    ///
    /// ```
    /// let topics = notis::Topics::parse("[[topic]]\nid = 'laks'\naliases = ['laks*']")?;
    /// assert_eq!(notis::Topics::parse(&topics.to_toml()?)?.definitions(), topics.definitions());
    /// # Ok::<(), notis::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where TOML has no form for them; it has one for all that were checked.
    pub fn to_toml(&self) -> Result<String, Error> {
        self.0.to_toml().map_err(Error::topics)
    }

    /// The ids, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.topics().iter().map(|topic| topic.id.as_str())
    }
}
