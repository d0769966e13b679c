//! Weights, looked at before they are loaded.
//!
//! The head of a safetensors file names every tensor with its shape. Comparing it with the configuration finds weights
//! of another model at once, and bounds the memory that a hostile configuration can ask for by the size of the file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Error;

/// The head of no real model is longer.
const MOST_HEAD: u64 = 16 << 20;

/// A file of weights.
#[derive(Debug)]
pub(crate) struct Weights {
    path: PathBuf,
    bytes: u64,
    /// The shape of each tensor; `None` where the form does not tell.
    shapes: Option<BTreeMap<String, Vec<i64>>>,
}

/// What the head says of one tensor.
#[derive(Deserialize)]
struct Tensor {
    shape: Vec<i64>,
    data_offsets: (u64, u64),
}

impl Weights {
    pub(crate) fn read(path: PathBuf) -> Result<Self, Error> {
        let unread = |source| Error::Read {
            path: path.clone(),
            source,
        };
        let bytes = std::fs::metadata(&path).map_err(unread)?.len();
        let is_safetensors = path.extension().is_some_and(|e| e == "safetensors");
        let shapes = is_safetensors.then(|| head(&path, bytes)).transpose()?;
        Ok(Weights { path, bytes, shapes })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Checks that the file can hold a model of these matrices, each given by its two sides, and that it has one of
    /// each shape.
    pub(crate) fn check(&self, matrices: &[(i64, i64)]) -> Result<(), Error> {
        let numbers: i64 = matrices
            .iter()
            .map(|(a, b)| a.saturating_mul(*b))
            .fold(0, i64::saturating_add);
        // Half a byte a number is the least that any form takes.
        if u64::try_from(numbers).unwrap_or(u64::MAX) / 2 > self.bytes {
            let what = format_args!(
                "is too small for the model that config.json describes ({numbers} numbers at least); is it a download cut short, or of another model?"
            );
            return Err(Error::invalid(&self.path, what));
        }
        for &(a, b) in matrices {
            if !self.has_shape(&[a, b]) {
                let what = format_args!(
                    "holds no matrix of {a} × {b}, as config.json says; the two are of different models"
                );
                return Err(Error::invalid(&self.path, what));
            }
        }
        Ok(())
    }

    /// Checks that every variable of a model stands in the file in its shape.
    pub(crate) fn check_all<'a>(
        &self,
        variables: impl Iterator<Item = (&'a String, Vec<i64>)>,
    ) -> Result<(), Error> {
        let Some(shapes) = &self.shapes else { return Ok(()) };
        for (name, wanted) in variables {
            match shapes.get(name) {
                Some(found) if *found == wanted => {}
                Some(found) => {
                    let what = format_args!(
                        "{name} is {found:?}, where config.json says {wanted:?}; the two are of different models"
                    );
                    return Err(Error::invalid(&self.path, what));
                }
                None => {
                    let what =
                        format_args!("has no tensor «{name}»; is it the model that config.json describes?");
                    return Err(Error::invalid(&self.path, what));
                }
            }
        }
        Ok(())
    }

    fn has_shape(&self, shape: &[i64]) -> bool {
        let shapes = self.shapes.as_ref();
        shapes.is_none_or(|shapes| shapes.values().any(|s| s == shape))
    }
}

/// The head of a safetensors file: its length in 8 bytes, then JSON.
fn head(path: &Path, bytes: u64) -> Result<BTreeMap<String, Vec<i64>>, Error> {
    let unread = |source| Error::Read {
        path: path.to_owned(),
        source,
    };
    let damaged = |what: String| {
        Error::invalid(
            path,
            format_args!("is no whole safetensors file ({what}); fetch it anew"),
        )
    };
    let mut file = File::open(path).map_err(unread)?;
    let mut length = [0; 8];
    file.read_exact(&mut length)
        .map_err(|error| damaged(error.to_string()))?;
    let length = u64::from_le_bytes(length);
    if length > MOST_HEAD || length > bytes {
        return Err(damaged(format!("its head would have {length} bytes")));
    }
    let mut head = Vec::new();
    file.take(length).read_to_end(&mut head).map_err(unread)?;
    let mut tensors: BTreeMap<String, serde_json::Value> =
        serde_json::from_slice(&head).map_err(|error| damaged(error.to_string()))?;
    tensors.remove("__metadata__");
    let mut shapes = BTreeMap::new();
    for (name, tensor) in tensors {
        let tensor: Tensor =
            serde_json::from_value(tensor).map_err(|error| damaged(format!("{name}: {error}")))?;
        if tensor.data_offsets.1 > bytes - length {
            return Err(damaged(format!("{name} lies beyond its end")));
        }
        shapes.insert(name, tensor.shape);
    }
    Ok(shapes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(head: &str, data: usize) -> tempfile::NamedTempFile {
        let file = tempfile::Builder::new()
            .suffix(".safetensors")
            .tempfile()
            .unwrap();
        let mut bytes = (head.len() as u64).to_le_bytes().to_vec();
        bytes.extend(head.as_bytes());
        bytes.resize(bytes.len() + data, 0);
        std::fs::write(file.path(), bytes).unwrap();
        file
    }

    fn read(head: &str, data: usize) -> Result<Weights, Error> {
        Weights::read(file(head, data).path().to_owned())
    }

    #[test]
    fn shapes_are_compared_with_the_configuration() {
        let head = r#"{"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}"#;
        let weights = read(head, 24).unwrap();
        assert!(weights.check(&[(2, 3)]).is_ok());
        assert!(
            weights
                .check(&[(3, 3)])
                .unwrap_err()
                .to_string()
                .contains("3 × 3")
        );
        assert!(
            weights
                .check(&[(1 << 40, 1 << 40)])
                .unwrap_err()
                .to_string()
                .contains("too small")
        );
    }

    #[test]
    fn a_damaged_head_is_an_error() {
        assert!(read(r#"{"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}"#, 8).is_err());
        assert!(read("{", 0).is_err());
        assert!(read("[1]", 0).is_err());
        assert!(read(r#"{"w":1}"#, 0).is_err());
        let huge = tempfile::Builder::new()
            .suffix(".safetensors")
            .tempfile()
            .unwrap();
        std::fs::write(huge.path(), u64::MAX.to_le_bytes()).unwrap();
        assert!(Weights::read(huge.path().to_owned()).is_err());
    }
}
