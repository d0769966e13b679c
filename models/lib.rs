//! What notis knows before it is taught anything, as bytes: the shipped topic model, what kinds names are of, how rare Norwegian words are, and
//! what they mean by the company they keep. Each has a card beside it that names its sources.
//!
//! This crate only holds the files. `notis-features` reads the frequencies and the vectors, `notis` the models.
//!
//! ```
//! assert!(notis_models::BACKGROUND.len() > 1_000_000);
//! ```

/// The shipped topic model (`topics.md` is its card); empty where the crate was built without one, as when it is trained
/// anew.
pub static TOPICS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/topics.notis"));

/// The shipped model of names and their kinds (`names.md` is its card); empty where the crate was built without one.
pub static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.notis"));

/// Names with their kinds and Wikidata ids, a line each (`names.md`): countries, and little else.
pub static GAZETTEER: &str = include_str!("gazetteer.tsv");

/// In how many pages each Norwegian word stands (`background.md`): a finite-state transducer.
pub static BACKGROUND: &[u8] = include_bytes!("background.fst");

/// The vectors of the commonest stems (`background.md`).
pub static VECTORS: &[u8] = include_bytes!("vectors.bin");
