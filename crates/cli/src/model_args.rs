//! Which topic model a verb uses.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use notis::{DeskBuilder, Error, Model};

/// Which model to use.
#[derive(Clone, Debug, Args)]
pub(crate) struct ModelArgs {
    /// The topic model [default: the one in the program]
    #[arg(short, long, value_name = "MODEL")]
    model: Option<PathBuf>,
}

impl ModelArgs {
    /// Where another flag says that `--model` names something else: what it names, and the topic model in its place.
    pub(crate) fn renamed(self, topic_model: Option<PathBuf>) -> (Option<PathBuf>, Self) {
        (self.model, ModelArgs { model: topic_model })
    }

    pub(crate) fn load(&self) -> Result<Model> {
        load(self.model.as_deref())
    }

    /// Whether one was named.
    pub(crate) fn is_named(&self) -> bool {
        self.model.is_some()
    }

    /// The desk with this model, or without one where none is named and the program holds none.
    pub(crate) fn desk_if_any(&self, desk: DeskBuilder) -> Result<DeskBuilder> {
        match self.model {
            None => match Model::shipped() {
                Err(Error::NoShippedModel) => Ok(desk.without_model()),
                shipped => Ok(desk.model(shipped?)),
            },
            Some(_) => Ok(desk.model(self.load()?)),
        }
    }
}

/// The model in `file`, or the shipped one.
pub(crate) fn load(file: Option<&Path>) -> Result<Model> {
    Ok(match file {
        Some(path) => Model::open(path)?,
        None => Model::shipped()?,
    })
}
