//! Topic definitions, as an editor writes them in TOML.

mod pattern;
mod write;
mod zero_shot;

pub use pattern::{Pattern, PatternError};
pub(crate) use pattern::{Reach, is_gap};

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::salience::Kind;

/// What a topic is called in each written form and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Names {
    /// In bokmål.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nb: Option<String>,
    /// In nynorsk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// One topic: its names and the words that tell it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Topic {
    /// What labels and output call it: `nord-korea`.
    pub id: String,
    /// What people call it.
    pub names: Names,
    /// What an article of it is about, in a sentence: what an encoder goes by that knows no other word of it
    /// (`classify --zero-shot`). Models do not keep it.
    #[serde(skip_serializing)]
    pub description: Option<String>,
    /// IPTC Media Topic code where one fits: `medtop:07000000`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iptc: Option<String>,
    /// The id of a wider topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Other ids that labels have for it: what it was called before it was renamed, or topics that were merged into it.
    /// Labels are read so when a model is trained; models do not keep it.
    #[serde(skip_serializing)]
    pub was: Vec<String>,
    /// The precision that its threshold is to keep on the folds of training, above 0 and below 1: 0.95, where one tag in
    /// twenty may be wrong. Without it, the threshold is the one of the best F1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// The recall that its threshold is to keep, likewise: 0.95, where one article in twenty may be missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<f64>,
    /// How it is told, where its words would tell wrongly: a sport is a field of life, though most of its words are names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Words that name it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Pattern>,
    /// Places, people and things that allude to it; they weigh less.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Pattern>,
    /// Look-alikes that are not it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<Pattern>,
    /// Where given, an alias of two or three capitals counts only in an article that also has one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<Pattern>,
    /// Editor's rule: an article with one of these always has the topic.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub always: Vec<Pattern>,
    /// Editor's rule: an article with one of these never has the topic; it beats `always`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<Pattern>,
}

impl Topic {
    /// A topic that is known by its id alone, as a label of a corpus that nobody defined.
    pub fn undefined(id: &str) -> Self {
        Topic {
            id: id.to_owned(),
            ..Topic::default()
        }
    }

    /// Whether names tell it or the words of a field: as its `kind` says, or names, where at least half of its words are
    /// written with a capital.
    pub fn kind(&self) -> Kind {
        if let Some(kind) = self.kind {
            return kind;
        }
        let words = || self.aliases.iter().chain(&self.related).map(Pattern::words);
        let capitals = words().filter(|w| w.starts_with(char::is_uppercase)).count();
        if 2 * capitals >= words().count().max(1) {
            Kind::Named
        } else {
            Kind::Thematic
        }
    }

    /// Whether any word tells it.
    pub fn is_defined(&self) -> bool {
        !(self.aliases.is_empty() && self.related.is_empty() && self.always.is_empty())
    }
}

/// A set of topic definitions.
///
/// ```
/// use notis_topics::Definitions;
/// let definitions = Definitions::parse(r#"
///     [[topic]]
///     id = "laks"
///     names = { nb = "Laks", nn = "Laks", en = "Salmon" }
///     aliases = ["laks", "laksen", "oppdrettslaks*"]
///     related = ["merd*", "lakselus*"]
/// "#)?;
/// assert_eq!(definitions.topics()[0].id, "laks");
/// # Ok::<(), notis_topics::DefinitionsError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definitions {
    topics: Vec<Topic>,
}

/// What is wrong with a definitions file.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionsError {
    /// It cannot be read.
    #[error("cannot read the topic definitions {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is not TOML, or not of the form that definitions have.
    #[error("the topic definitions cannot be understood: {0}")]
    Parse(String),
    /// No topic stands in it.
    #[error("no topic is defined; begin each with a line `[[topic]]`")]
    None,
    /// A topic without an id, or with one that labels cannot hold.
    #[error(
        "topic number {number}: the id «{id}» is empty or holds white space, a control character or one of `;|`"
    )]
    Id {
        /// Place in the file, from 1.
        number: usize,
        /// The id.
        id: String,
    },
    /// Two topics of one id.
    #[error("the topic `{0}` is defined twice; unite the two")]
    Twice(String),
    /// Nothing tells the topic.
    #[error(
        "the topic `{0}` has neither aliases nor related words; write at least one alias (or a description, which is enough for zero-shot)"
    )]
    Wordless(String),
    /// A label that is to mean two topics.
    #[error(
        "`{label}` stands in `was` of `{topic}`, and is another topic or in another's `was`, too; a label means one topic"
    )]
    Was {
        /// The topic.
        topic: String,
        /// The label.
        label: String,
    },
    /// A precision or recall that is none.
    #[error("the topic `{topic}` asks for the {measure} {asked}; give a number between 0 and 1, as 0.95")]
    Share {
        /// The topic.
        topic: String,
        /// `precision` or `recall`.
        measure: &'static str,
        /// What it asks for.
        asked: f64,
    },
    /// Both a precision and a recall.
    #[error("the topic `{0}` asks for a precision and a recall: a threshold can keep only one of them")]
    BothShares(String),
    /// The parent is not defined, or the topic is its own ancestor.
    #[error("the topic `{topic}` names the parent `{parent}`, which is not defined or is below it")]
    Parent {
        /// The topic.
        topic: String,
        /// Its parent.
        parent: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    topic: Vec<Topic>,
}

impl Definitions {
    /// Reads definitions from TOML text.
    ///
    /// # Errors
    /// Where it is not TOML of the documented form, or a topic is nameless, wordless, doubled or an orphan.
    pub fn parse(text: &str) -> Result<Self, DefinitionsError> {
        let text = text.trim_start_matches('\u{feff}');
        let file: File =
            toml::from_str(text).map_err(|error| DefinitionsError::Parse(reason(text, &error)))?;
        let definitions = Definitions { topics: file.topic };
        definitions.check()?;
        Ok(definitions)
    }

    /// Reads definitions from a TOML file.
    ///
    /// # Errors
    /// Where the file cannot be read, and as [`Definitions::parse`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self, DefinitionsError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|source| DefinitionsError::Read {
            path: path.to_owned(),
            source,
        })?;
        Definitions::parse(&text)
    }

    /// Definitions that come from others, and need no check.
    pub(super) fn of(topics: Vec<Topic>) -> Self {
        Definitions { topics }
    }

    /// The topics, in the order they are written.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    fn check(&self) -> Result<(), DefinitionsError> {
        if self.topics.is_empty() {
            return Err(DefinitionsError::None);
        }
        let mut places = HashMap::with_capacity(self.topics.len());
        for (index, topic) in self.topics.iter().enumerate() {
            check_alone(index, topic)?;
            if places.insert(topic.id.as_str(), index).is_some() {
                return Err(DefinitionsError::Twice(topic.id.clone()));
            }
        }
        self.check_was(&places)?;
        self.check_parents(&places)
    }

    /// Whether every former id means one topic.
    fn check_was(&self, places: &HashMap<&str, usize>) -> Result<(), DefinitionsError> {
        let mut met = HashMap::new();
        for topic in &self.topics {
            for label in &topic.was {
                let other = places.get(label.as_str()).map(|&at| self.topics[at].id.as_str());
                let before = met.insert(label.as_str(), topic.id.as_str());
                if other.is_some() || before.is_some_and(|before| before != topic.id) {
                    return Err(DefinitionsError::Was {
                        topic: topic.id.clone(),
                        label: label.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The topic that a label means: the one whose `was` names it, or itself.
    ///
    /// ```
    /// let text = "[[topic]]\nid = 'laks'\nwas = ['merd-lus']\naliases = ['laks*']";
    /// let definitions = notis_topics::Definitions::parse(text)?;
    /// assert_eq!((definitions.meant("merd-lus"), definitions.meant("skole")), ("laks", "skole"));
    /// # Ok::<(), notis_topics::DefinitionsError>(())
    /// ```
    pub fn meant<'l>(&'l self, label: &'l str) -> &'l str {
        let topic = self
            .topics
            .iter()
            .find(|topic| topic.was.iter().any(|was| was == label));
        topic.map_or(label, |topic| topic.id.as_str())
    }

    /// Whether every chain of parents ends in a topic without one. Each topic is walked once, however long the chains.
    fn check_parents(&self, places: &HashMap<&str, usize>) -> Result<(), DefinitionsError> {
        let mut has_root = vec![false; self.topics.len()];
        let mut walked_for = vec![usize::MAX; self.topics.len()];
        for start in 0..self.topics.len() {
            let (mut at, mut chain) = (start, Vec::new());
            while !has_root[at] {
                let topic = &self.topics[at];
                chain.push(at);
                let Some(parent) = &topic.parent else { break };
                let is_circle = std::mem::replace(&mut walked_for[at], start) == start;
                let Some(&next) = places.get(parent.as_str()).filter(|_| !is_circle) else {
                    return Err(DefinitionsError::Parent {
                        topic: topic.id.clone(),
                        parent: parent.clone(),
                    });
                };
                at = next;
            }
            chain.into_iter().for_each(|topic| has_root[topic] = true);
        }
        Ok(())
    }
}

/// Lines shown where they are no longer.
const SHOWN: usize = 2_000;

/// What is wrong and where, with the line unless it is too long to read: half a million aliases may stand in one.
fn reason(text: &str, error: &toml::de::Error) -> String {
    let whole = error.to_string();
    if whole.len() <= SHOWN {
        return whole;
    }
    let at = error.span().map_or(0, |span| span.start);
    let line = 1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count();
    let message: String = error.message().chars().take(SHOWN).collect();
    format!("line {line}, byte {at} of the file: {message}")
}

/// What must hold of a topic whatever the others are.
fn check_alone(index: usize, topic: &Topic) -> Result<(), DefinitionsError> {
    let id = topic.id.clone();
    if !is_label(&id) || id.contains(char::is_whitespace) {
        return Err(DefinitionsError::Id {
            number: index + 1,
            id,
        });
    }
    if !topic.is_defined() && topic.description.is_none() {
        return Err(DefinitionsError::Wordless(id));
    }
    check_shares(topic)
}

/// Whether what a topic's threshold is to keep can be kept.
fn check_shares(topic: &Topic) -> Result<(), DefinitionsError> {
    let shares = [("precision", topic.precision), ("recall", topic.recall)];
    let asked = |(measure, share): (&'static str, Option<f64>)| Some((measure, share?));
    for (measure, asked) in shares.into_iter().filter_map(asked) {
        if !(asked > 0.0 && asked < 1.0) {
            let topic = topic.id.clone();
            return Err(DefinitionsError::Share {
                topic,
                measure,
                asked,
            });
        }
    }
    match topic.precision.and(topic.recall) {
        Some(_) => Err(DefinitionsError::BothShares(topic.id.clone())),
        None => Ok(()),
    }
}

/// Whether labels files and outputs can hold it: not empty, without their separators and control characters. Definitions
/// refuse white space too, labels of other people's corpora may have it.
pub(crate) fn is_label(id: &str) -> bool {
    !id.trim().is_empty() && !id.contains(|c: char| c.is_control() || ";|".contains(c))
}

#[cfg(test)]
mod tests;
