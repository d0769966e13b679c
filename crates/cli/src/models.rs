//! The topic model of a run: a file of the user's, or the one in the program.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use notis_topics::{Definitions, Model};

/// The shipped model; empty where the program was built without one.
const SHIPPED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/topics.notis"));

/// Which model to use.
#[derive(Clone, Debug, Args)]
pub(crate) struct ModelArgs {
    /// The topic model [default: the one in the program]
    #[arg(short, long, value_name = "MODEL")]
    model: Option<PathBuf>,
}

impl ModelArgs {
    pub(crate) fn load(&self) -> Result<Model> {
        load(self.model.as_deref())
    }

    /// The model, or none where none is named and the program holds none.
    pub(crate) fn load_if_any(&self) -> Result<Option<Model>> {
        match &self.model {
            Some(path) => load(Some(path)).map(Some),
            None => shipped().transpose(),
        }
    }
}

/// The model in `file`, or the shipped one.
pub(crate) fn load(file: Option<&Path>) -> Result<Model> {
    match file {
        Some(path) => Model::load(path).with_context(|| path.display().to_string()),
        None => shipped()
            .context("there is no model in this program; name one with -m, or make one with notis train")?,
    }
}

/// The shipped model, where there is one.
pub(crate) fn shipped() -> Option<Result<Model>> {
    let unpack = || {
        Model::from_bytes(SHIPPED).context("the model in the program is of another version; build it anew")
    };
    (!SHIPPED.is_empty()).then(unpack)
}

/// Bytes of the shipped model.
pub(crate) fn shipped_size() -> usize {
    SHIPPED.len()
}

/// The topic definitions in `file`.
pub(crate) fn definitions(file: &Path) -> Result<Definitions> {
    Definitions::read(file).with_context(|| file.display().to_string())
}
