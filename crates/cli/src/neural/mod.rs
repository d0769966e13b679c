//! The neural methods, where they are built in (`--features neural`); without them every use is an error that says how
//! to get them.

#[cfg(feature = "neural")]
mod with;
#[cfg(not(feature = "neural"))]
mod without;

#[cfg(feature = "neural")]
pub(crate) use with::*;
#[cfg(not(feature = "neural"))]
pub(crate) use without::*;

use anyhow::Result;
use notis_summarizer::{Edits, Summarizer, by_name};

use crate::everywhere::Everywhere;

/// How to build them in.
#[cfg_attr(feature = "neural", allow(dead_code))]
pub(crate) const REMEDY: &str =
    "scripts/setup-libtorch, then cargo build --release -p notis --features neural";

/// The digest method of this name; `strict` falls back to the extractive digest where a generated one is doubtful.
pub(crate) fn digest_method(
    name: &str,
    edits: Edits,
    strict: bool,
    everywhere: &Everywhere,
) -> Result<Box<dyn Summarizer>> {
    match name {
        "semantic" => semantic(everywhere.encoder("--method semantic")?, edits),
        "abstractive" => {
            let folder = everywhere.folder("--method abstractive")?;
            let instead = strict.then(|| by_name("notis", edits)).transpose()?;
            abstractive(&folder, everywhere.neural_threads(), instead)
        }
        name => Ok(by_name(name, edits)?),
    }
}
