//! The topic model: definitions, salience and word statistics in one.

mod card;
mod class_sums;
mod classify;
mod corrections;
mod counted;
mod course;
mod evidence;
mod exclusive;
mod file;
mod held_out;
mod join;
mod judged;
mod learn;
mod measures;
mod names;
mod options;
mod origin;
mod reading;
mod samples;
mod stack;
mod train;
mod trained_on;
mod words;

#[cfg(test)]
mod learn_tests;
#[cfg(test)]
mod tests;

use notis_text::{Analysis, TypeId};

pub use card::{ModelCard, TopicCard};
pub use classify::ClassifyOptions;
pub use options::{Preference, Progress, TrainOptions, TrainReport};
pub use origin::Training;

use self::corrections::Corrections;
use self::held_out::HeldOut;
use self::join::Join;
pub(crate) use self::judged::looked_at;
pub(crate) use self::origin::analyzer;
use self::trained_on::TrainedOn;
pub(crate) use self::trained_on::text_hash;
pub(crate) use self::words::Words;
use crate::salience::SalienceModel;
use crate::{Definitions, Error};
use crate::{Matcher, Topic};

/// A topic model.
///
/// ```
/// use notis_topics::{ClassifyOptions, Definitions, Example, Model, TrainOptions};
/// let definitions = Definitions::parse("[[topic]]\nid = 'laks'\naliases = ['laks*', 'oppdrettslaks*']")?;
/// let none = std::iter::empty::<Result<Example, std::io::Error>>();
/// let (model, _) = Model::train(none, Some(&definitions), None, &TrainOptions::default(), &|_| ())?;
/// let article = notis_text::analyze("Laksen rømde. No leitar oppdrettaren etter laks i heile fjorden.", None);
/// let answer = model.classify(&article, &ClassifyOptions::default());
/// assert_eq!(model.topics()[answer.decision.tags()[0].topic].id, "laks");
/// # Ok::<(), notis_topics::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Model {
    topics: Vec<Topic>,
    matcher: Matcher,
    parts: Parts,
}

/// What is learned, and goes into the model file beside the topics.
#[derive(Clone, Debug)]
struct Parts {
    /// What it was trained on, where it was.
    origin: Option<Training>,
    salience: SalienceModel,
    /// One for each topic.
    joins: Vec<Join>,
    /// What words say; of two that know one topic the later counts.
    words: Vec<Words>,
    /// A page with a smaller share of its words in whole sentences is no running text ([`crate::prose`]).
    least_prose: f64,
    /// What is kept of the corpus for learning from corrections.
    held_out: HeldOut,
    /// What was learned from corrections; they are rows of the last word model.
    corrections: Option<Corrections>,
    trained_on: TrainedOn,
}

impl Model {
    fn new(topics: Vec<Topic>, parts: Parts) -> Self {
        Model {
            matcher: Matcher::new(&topics),
            topics,
            parts,
        }
    }

    /// The topics, in the order of [`crate::Classified::scores`].
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// How many numbers the vectors of the encoder have that the model was trained with; `None` where it needs none.
    pub fn encoder_dimensions(&self) -> Option<usize> {
        let views = |part: &Words| usize::from(part.model.featurizer().options().views.encoded);
        self.parts.words.iter().map(views).find(|&numbers| numbers > 0)
    }

    /// The words of an article that none of its word models met in training, by their types; `None` where it has no word
    /// model.
    pub fn unknown_words(&self, article: &Analysis<'_>) -> Option<Vec<TypeId>> {
        let of_part = |part: &Words| part.model.featurizer().unknown_words(article);
        let mut parts = self.parts.words.iter().filter_map(of_part);
        let first = parts.next()?;
        Some(parts.fold(first, |unknown, more| {
            unknown.into_iter().filter(|word| more.contains(word)).collect()
        }))
    }

    /// The topics that an article names, whether it is about them or not.
    pub fn named(&self, article: &Analysis<'_>) -> Vec<usize> {
        let reading = reading::Reading::new(article, &self.matcher);
        let topics = 0..self.topics.len();
        topics
            .filter(|&topic| !reading.mentions(topic).is_empty())
            .collect()
    }

    /// Whether it has learned from a text, whose white space does not matter: what it says of that is no test of it.
    pub fn was_trained_on(&self, text: &str) -> bool {
        self.parts.trained_on.knows(text)
    }

    /// How a topic's signals are joined, where the model has the topic.
    fn join_of(&self, id: &str) -> Option<Join> {
        let place = self.topics.iter().position(|t| t.id == id)?;
        self.parts.joins.get(place).cloned()
    }

    /// Adds topics by their definition alone; a topic that is there gets the new words and keeps what was learned.
    ///
    /// # Errors
    /// None so far; definitions were checked when they were read.
    pub fn add_definitions(&mut self, definitions: &Definitions) -> Result<(), Error> {
        names::redefine(&mut self.topics, definitions);
        self.parts.joins.resize(self.topics.len(), Join::DEFINED);
        self.matcher = Matcher::new(&self.topics);
        Ok(())
    }
}
