//! The tiny models, and what transformers makes of them; `scripts/make_tiny_models.py` makes both.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Reference {
    pub(crate) article: String,
    pub(crate) generated: BTreeMap<String, BTreeMap<String, Run>>,
    pub(crate) sentences: Vec<String>,
    pub(crate) vectors: Vec<Vec<f32>>,
}

#[derive(Deserialize)]
pub(crate) struct Run {
    pub(crate) ids: Vec<i64>,
    pub(crate) text: String,
}

pub(crate) fn reference() -> Reference {
    serde_json::from_str(&std::fs::read_to_string(model("reference.json")).unwrap()).unwrap()
}

pub(crate) fn model(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/models")
        .join(name)
}

/// A copy of a tiny model that a test may spoil.
pub(crate) fn copy(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(model(name)).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    folder
}

pub(crate) fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}
