//! A model as a file.

use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Model, Parts};
use crate::ModelError;
use crate::topics::Topic;

#[derive(Serialize, Deserialize)]
struct Stored {
    topics: Vec<Topic>,
    parts: Parts,
}

impl Model {
    /// The model as bytes; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let stored = Stored {
            topics: self.topics.clone(),
            parts: self.parts.clone(),
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    /// The model that these bytes hold.
    ///
    /// # Errors
    /// Where they hold none, or a damaged one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let stored: Stored = serde_json::from_slice(bytes).map_err(|e| ModelError::Damaged(e.to_string()))?;
        if stored.parts.thresholds.len() != stored.topics.len() {
            return Err(ModelError::Damaged(
                "thresholds and topics differ in number".to_owned(),
            ));
        }
        Ok(Model::new(stored.topics, stored.parts))
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
        write_beside(path, &self.to_bytes()).map_err(|source| ModelError::Write {
            path: path.to_owned(),
            source,
        })
    }
}

fn write_beside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
