//! Checks of a configuration before a library that panics sees it.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use serde::Deserialize;

use crate::Error;
use crate::folder::Folder;

/// What every config.json says of its model.
#[derive(Deserialize)]
struct Head {
    model_type: Option<String>,
}

/// A config.json that is being checked.
pub(crate) struct Bounds {
    path: PathBuf,
    model_type: String,
}

impl Bounds {
    pub(crate) fn of(folder: &Folder) -> Result<Self, Error> {
        let head: Head = folder.config()?;
        let path = folder.config_path()?;
        let Some(model_type) = head.model_type else {
            return Err(Error::invalid(
                path,
                "has no \"model_type\"; is it the config.json of the model?",
            ));
        };
        Ok(Bounds { path, model_type })
    }

    pub(crate) fn model_type(&self) -> &str {
        &self.model_type
    }

    /// The model must be of one of these types.
    pub(crate) fn family(&self, known: &[&str], wanted: &str) -> Result<(), Error> {
        if known.contains(&self.model_type.as_str()) {
            return Ok(());
        }
        self.wrong(format_args!(
            "is of a model of type «{}»; wanted is {wanted}",
            self.model_type
        ))
    }

    /// Each of these numbers must lie within what models have.
    pub(crate) fn all_within(&self, numbers: &[(&str, i64, RangeInclusive<i64>)]) -> Result<(), Error> {
        let mut numbers = numbers.iter();
        numbers.try_for_each(|(name, value, range)| self.within(name, *value, range))
    }

    fn within(&self, name: &str, value: i64, range: &RangeInclusive<i64>) -> Result<(), Error> {
        if range.contains(&value) {
            return Ok(());
        }
        self.wrong(format_args!(
            "{name} is {value}, which no model has ({} to {})",
            range.start(),
            range.end()
        ))
    }

    /// An id of a token, where there is one, must stand in the vocabulary.
    pub(crate) fn token(&self, name: &str, id: Option<i64>, vocabulary: i64) -> Result<(), Error> {
        id.map_or(Ok(()), |id| self.within(name, id, &(0..=vocabulary - 1)))
    }

    pub(crate) fn divides(&self, part: &str, parts: i64, whole: &str, value: i64) -> Result<(), Error> {
        if value % parts == 0 {
            return Ok(());
        }
        self.wrong(format_args!(
            "{whole} ({value}) cannot be parted into {part} ({parts})"
        ))
    }

    pub(crate) fn wrong<T>(&self, what: impl std::fmt::Display) -> Result<T, Error> {
        Err(Error::invalid(&self.path, what))
    }
}
