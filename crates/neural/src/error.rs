//! What can go wrong with a model folder, and what to do about it.

use std::path::PathBuf;

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such folder.
    #[error("{} is no folder; a model is a folder with config.json, its weights and its tokenizer", .0.display())]
    NoFolder(PathBuf),
    /// The folder lacks a file.
    #[error("{}: there is no {file} in this model folder; {remedy}", folder.display())]
    Missing {
        /// The model folder.
        folder: PathBuf,
        /// What it lacks.
        file: &'static str,
        /// How to get it.
        remedy: &'static str,
    },
    /// A file cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file holds something else than it should.
    #[error("{}: {what}", path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and what would be right.
        what: String,
    },
    /// The library that runs the model gave up.
    #[error("{}: the model could not be run: {what}", folder.display())]
    Failed {
        /// The model folder.
        folder: PathBuf,
        /// What the library says.
        what: String,
    },
}

impl Error {
    /// A file that holds something else than it should.
    pub(crate) fn invalid(path: impl Into<PathBuf>, what: impl std::fmt::Display) -> Self {
        Error::Invalid {
            path: path.into(),
            what: what.to_string(),
        }
    }
}
