//! A model folder: what lies in it, read with bounds, checked before any library sees it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::Error;
use crate::weights::Weights;

/// No JSON or TOML file of a model is larger; a tokenizer's vocabulary is the largest.
const MOST_BYTES: u64 = 64 << 20;

/// The weights that are looked for, best first.
const WEIGHTS: [&str; 2] = ["model.safetensors", "rust_model.ot"];

/// A folder that holds a model.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        if path.is_dir() {
            Ok(Folder(path.to_owned()))
        } else {
            Err(Error::NoFolder(path.to_owned()))
        }
    }

    /// The path of a file that must be there.
    pub(crate) fn file(&self, file: &'static str, remedy: &'static str) -> Result<PathBuf, Error> {
        let path = self.0.join(file);
        if path.is_file() {
            return Ok(path);
        }
        Err(Error::Missing {
            folder: self.0.clone(),
            file,
            remedy,
        })
    }

    /// The path of a file that may be there.
    pub(crate) fn find(&self, file: &str) -> Option<PathBuf> {
        Some(self.0.join(file)).filter(|path| path.is_file())
    }

    /// Its config.json, as the library below will read it.
    pub(crate) fn config<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let path = self.config_path()?;
        serde_json::from_str(&text(&path)?).map_err(|error| {
            Error::invalid(
                path,
                format_args!("is no configuration that rust-bert reads: {error}"),
            )
        })
    }

    pub(crate) fn config_path(&self) -> Result<PathBuf, Error> {
        self.file(
            "config.json",
            "it comes with every model; copy it from where the weights are from",
        )
    }

    pub(crate) fn weights(&self) -> Result<Weights, Error> {
        let there = WEIGHTS.into_iter().find_map(|name| self.find(name));
        let path = there.ok_or_else(|| Error::Missing {
            folder: self.0.clone(),
            file: WEIGHTS[0],
            remedy: "weights come as one file model.safetensors (or rust_model.ot); of a pytorch_model.bin, transformers makes it by save_pretrained(FOLDER, safe_serialization=True)",
        })?;
        Weights::read(path)
    }

    /// What the library below says went wrong with this model.
    pub(crate) fn failed(&self, what: impl std::fmt::Display) -> Error {
        Error::Failed {
            folder: self.0.clone(),
            what: what.to_string(),
        }
    }
}

/// The text of a file, if it is not larger than any such file is.
pub(crate) fn text(path: &Path) -> Result<String, Error> {
    let unread = |source| Error::Read {
        path: path.to_owned(),
        source,
    };
    let size = fs::metadata(path).map_err(unread)?.len();
    if size > MOST_BYTES {
        return Err(Error::invalid(
            path,
            format_args!("has {size} bytes; no such file has more than {MOST_BYTES}"),
        ));
    }
    let mut text = String::new();
    let file = File::open(path).map_err(unread)?;
    file.take(MOST_BYTES).read_to_string(&mut text).map_err(unread)?;
    Ok(text)
}
