//! A model as a file.

use std::path::Path;

use super::words::Words;
use super::{Model, Parts};
use crate::ModelError;
use crate::Topic;
use crate::container::{Container, ContainerError, write_durably};
use crate::words::WordModel;

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
        let parts = Parts {
            origin: container.get("training")?,
            salience: container.get("salience")?,
            joins: container.get("joins")?,
            least_prose: container.get::<Option<f64>>("least prose")?.unwrap_or(0.0),
            words,
        };
        if !parts.fit(topics.len()) {
            return Err(ContainerError::Missing("topics".to_owned()).into());
        }
        Ok(Model::new(topics, parts))
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Where it cannot be read, or holds no model.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ModelError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|source| ModelError::Read {
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
        write_durably(path, &self.to_bytes()).map_err(|source| ModelError::Write {
            path: path.to_owned(),
            source,
        })
    }
}

impl Parts {
    /// Whether what was read fits together, so that nothing can go wrong when classifying.
    fn fit(&self, topics: usize) -> bool {
        let fits = |w: &Words| w.topics.len() == w.model.topics() && w.topics.iter().all(|&t| t < topics);
        self.joins.len() == topics && self.salience.is_whole() && self.words.iter().all(fits)
    }
}
