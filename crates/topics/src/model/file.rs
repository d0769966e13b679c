//! A model as a file.

use std::path::Path;

use notis_features::SparseRow;

use super::corrections::{Correction, Corrections};
use super::held_out::HeldOut;
use super::trained_on::TrainedOn;
use super::words::Words;
use super::{Model, Parts};
use crate::ModelError;
use crate::Topic;
use crate::container::{Array, Container, ContainerError};
use crate::words::{MeanRow, WordModel};

impl Model {
    /// The model as bytes; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut container = Container::default();
        container.put("topics", &self.topics);
        container.put("salience", &self.parts.salience);
        container.put("joins", &self.parts.joins);
        container.put("least prose", &self.parts.least_prose);
        if let Some(origin) = &self.parts.origin {
            container.put("training", origin);
        }
        let weighed: Vec<&Vec<usize>> = self.parts.words.iter().map(|w| &w.topics).collect();
        container.put("weighed", &weighed);
        for (number, words) in self.parts.words.iter().enumerate() {
            words.model.write_into(&mut container, &format!("words{number}"));
        }
        let prints = Array::U32(self.parts.trained_on.to_prints());
        let held_out = Array::U32(self.parts.held_out.to_counts());
        container.arrays.insert("trained on".to_owned(), prints);
        container.arrays.insert("held out".to_owned(), held_out);
        if let Some(corrections) = &self.parts.corrections {
            corrections.write_into(&mut container);
        }
        container.to_bytes()
    }

    /// The model that these bytes hold.
    ///
    /// # Errors
    /// Where they hold none, a damaged one, or one of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut container = Container::from_bytes(bytes)?;
        let topics: Vec<Topic> = container.get("topics")?;
        let weighed: Vec<Vec<usize>> = container.get("weighed")?;
        let mut words = Vec::with_capacity(weighed.len());
        for (number, topics) in weighed.into_iter().enumerate() {
            let model = WordModel::read_from(&mut container, &format!("words{number}"))?;
            words.push(Words { model, topics });
        }
        let counts = container.take_if_any("held out")?;
        let held_out = HeldOut::from_counts(&counts.unwrap_or_default());
        let prints = container.take_if_any("trained on")?;
        let mean = words.last().map(|words: &Words| words.model.mean());
        let parts = Parts {
            origin: container.get("training")?,
            salience: container.get("salience")?,
            joins: container.get("joins")?,
            least_prose: container.get::<Option<f64>>("least prose")?.unwrap_or(0.0),
            held_out: held_out.ok_or_else(|| missing("held out"))?,
            corrections: Corrections::read_from(&mut container, mean)?,
            trained_on: TrainedOn::from_prints(prints.unwrap_or_default()),
            words,
        };
        if !parts.fit(topics.len()) {
            return Err(missing("topics").into());
        }
        Ok(Model::new(topics, parts))
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Where it cannot be read, or holds no model.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ModelError> {
        let path = path.as_ref();
        let bytes = notis_files::read(path).map_err(|source| ModelError::Read {
            path: path.to_owned(),
            source,
        })?;
        Model::from_bytes(&bytes)
    }

    /// Writes the model beside `path`, syncs it, and only then puts it in the place of what stood there.
    ///
    /// # Errors
    /// Where it cannot be written; an older file is then unharmed.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), ModelError> {
        let path = path.as_ref();
        notis_files::write(path, &self.to_bytes()).map_err(|source| ModelError::Write {
            path: path.to_owned(),
            source,
        })
    }
}

impl Parts {
    /// Whether what was read fits together, so that nothing can go wrong when classifying.
    fn fit(&self, topics: usize) -> bool {
        let fits = |w: &Words| w.topics.len() == w.model.topics() && w.topics.iter().all(|&t| t < topics);
        let corrected = self
            .corrections
            .as_ref()
            .map_or(0, |corrections| corrections.biases.len());
        self.joins.len() == topics
            && self.salience.is_whole()
            && self.words.iter().all(fits)
            && self.held_out.topics() <= topics
            && corrected <= topics
    }
}

impl Corrections {
    fn write_into(&self, container: &mut Container) {
        let each = |numbers: fn(&Correction) -> &[f32]| {
            Array::F32(
                self.learned
                    .iter()
                    .flat_map(|c| numbers(c).iter().copied())
                    .collect(),
            )
        };
        let lengths = self.learned.iter().map(|c| c.row.indices.len() as u32);
        let columns = self.learned.iter().flat_map(|c| c.row.indices.iter().copied());
        let grades = self
            .learned
            .iter()
            .flat_map(|c| c.about.iter().copied().map(grade));
        let prints = self.learned.iter().map(|c| c.print);
        let arrays = [
            ("prints", Array::U32(prints.collect())),
            ("lengths", Array::U32(lengths.collect())),
            ("columns", Array::U32(columns.collect())),
            ("values", each(|c| &c.row.values)),
            ("about", Array::U8(grades.collect())),
            ("odds", each(|c| &c.odds)),
            ("pulls", each(|c| &c.pulls)),
            ("biases", Array::F32(self.biases.clone())),
        ];
        let named = arrays
            .into_iter()
            .map(|(name, array)| (format!("corrections.{name}"), array));
        container.arrays.extend(named);
    }

    /// What a container holds of corrections, if anything; `mean` is the mean row of the last word model.
    fn read_from(container: &mut Container, mean: Option<&MeanRow>) -> Result<Option<Self>, ContainerError> {
        let name = |part: &str| format!("corrections.{part}");
        let Some(biases): Option<Vec<f32>> = container.take_if_any(&name("biases"))? else {
            return Ok(None);
        };
        let stored = Stored {
            topics: biases.len(),
            prints: container.take(&name("prints"))?,
            lengths: container.take(&name("lengths"))?,
            columns: container.take(&name("columns"))?,
            values: container.take(&name("values"))?,
            about: container.take(&name("about"))?,
            odds: container.take(&name("odds"))?,
            pulls: container.take(&name("pulls"))?,
        };
        let learned = stored
            .corrections()
            .filter(|_| biases.iter().all(|bias| bias.is_finite()));
        let fitted = learned
            .zip(mean)
            .map(|(learned, mean)| Corrections::new(learned, biases, mean));
        fitted.map(Some).ok_or_else(|| missing("corrections"))
    }
}

/// Corrections as arrays.
struct Stored {
    topics: usize,
    prints: Vec<u32>,
    lengths: Vec<u32>,
    columns: Vec<u32>,
    values: Vec<f32>,
    about: Vec<u8>,
    odds: Vec<f32>,
    pulls: Vec<f32>,
}

impl Stored {
    /// The corrections, where the arrays fit each other.
    fn corrections(&self) -> Option<Vec<Correction>> {
        let count = self.prints.len();
        let numbers = [&self.values, &self.odds, &self.pulls];
        let finite = numbers
            .iter()
            .all(|numbers| numbers.iter().all(|number| number.is_finite()));
        let pairs = count.checked_mul(self.topics)?;
        let long = [self.about.len(), self.odds.len(), self.pulls.len()];
        if !finite
            || long != [pairs; 3]
            || self.lengths.len() != count
            || self.values.len() != self.columns.len()
        {
            return None;
        }
        let mut end: usize = 0;
        let correction = |(at, &length): (usize, &u32)| {
            let row = end..end.checked_add(length as usize)?;
            let of = at * self.topics..(at + 1) * self.topics;
            end = row.end;
            let indices = self.columns.get(row.clone())?.to_vec();
            let ascends = indices.is_sorted_by(|a, b| a < b);
            let row = SparseRow {
                values: self.values[row].to_vec(),
                indices,
            };
            Some(Correction {
                print: self.prints[at],
                row,
                about: self.about[of.clone()].iter().map(|&grade| about(grade)).collect(),
                odds: self.odds[of.clone()].to_vec(),
                pulls: self.pulls[of].to_vec(),
            })
            .filter(|_| ascends)
        };
        self.lengths.iter().enumerate().map(correction).collect()
    }
}

/// How a model file writes whether an article is about a topic.
fn grade(about: Option<bool>) -> u8 {
    about.map_or(2, u8::from)
}

fn about(grade: u8) -> Option<bool> {
    (grade < 2).then_some(grade == 1)
}

fn missing(part: &str) -> ContainerError {
    ContainerError::Missing(part.to_owned())
}
