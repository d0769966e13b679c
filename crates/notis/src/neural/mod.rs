//! The neural methods, where they are built in (feature `neural`); without them every use is an error that says how to
//! get them.

#[cfg(feature = "neural")]
mod with;
#[cfg(not(feature = "neural"))]
mod without;

#[cfg(feature = "neural")]
pub(crate) use with::*;
#[cfg(not(feature = "neural"))]
pub(crate) use without::*;

use std::path::PathBuf;

use notis_summarizer::{Edits, Summarizer, by_name};

use crate::Error;

/// How to build them in.
pub const NEURAL_REMEDY: &str =
    "scripts/setup-libtorch, then cargo build --release -p notis-cli --features neural";

/// The libraries that the neural methods run on; `None` where they are not built in.
pub fn neural_libraries() -> Option<&'static str> {
    LIBRARIES
}

/// A neural model is needed and its folder not named.
#[derive(Debug, thiserror::Error)]
#[error("{0} needs a neural model; name its folder")]
pub(crate) struct NoFolder(pub(crate) String);

/// The folder of a neural model, if one is named, and the threads that the model may use.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    pub(crate) path: Option<PathBuf>,
    pub(crate) threads: usize,
}

impl Default for Folder {
    /// None; and one thread, since the idle ones of libtorch spin.
    fn default() -> Self {
        Folder {
            path: None,
            threads: 1,
        }
    }
}

impl Folder {
    /// The folder, which must be named for this.
    fn named(&self, what_for: &str) -> Result<&PathBuf, Error> {
        let missing = || NoFolder(what_for.to_owned());
        self.path.as_ref().ok_or_else(|| Error::neural(missing()))
    }

    /// The encoder in the folder.
    pub(crate) fn encoder(&self, what_for: &str) -> Result<Encoder, Error> {
        encoder(self.named(what_for)?, self.threads)
    }

    /// The digest method of this name; `strict` falls back to the extractive digest where a generated one is doubtful.
    pub(crate) fn digest_method(
        &self,
        name: &str,
        edits: Edits,
        strict: bool,
    ) -> Result<Box<dyn Summarizer>, Error> {
        match name {
            "semantic" => semantic(self.encoder("the method semantic")?, edits),
            "abstractive" => {
                let folder = self.named("the method abstractive")?;
                let instead = strict.then(|| by_name("notis", edits)).transpose();
                abstractive(folder, self.threads, instead.map_err(Error::digest)?)
            }
            name => by_name(name, edits).map_err(Error::digest),
        }
    }
}
