//! Articles and labels: reading and writing them in every format notis knows, and checking a corpus.
//!
//! Inputs are files, folders or `-` (standard input). [`open`] finds the files behind them and gives [`Articles`], a
//! stream that holds one article at a time, so that a corpus of any size can be read. A bad record is an item of the
//! stream: the caller decides whether to stop or to go on.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::io::Write;
//! let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile()?;
//! writeln!(file, r#"{{"id": 7, "text": "Ferja gjekk ikkje i dag.", "labels": ["samferdsel"]}}"#)?;
//! let articles = notis_corpus::open(&[file.path().into()], &notis_corpus::ReadOptions::default())?;
//! let read: Vec<_> = articles.collect::<Result<_, _>>()?;
//! assert_eq!(read[0].id, "7");
//! # Ok(())
//! # }
//! ```

mod article;
mod cells;
mod check;
mod dates;
mod decode;
mod detect;
mod discover;
mod error;
mod file_name;
mod format;
mod formats;
mod hints;
mod input;
mod labels;
mod limits;
mod markup;
mod option_error;
mod options;
mod reader;
mod registry;
mod seen;
mod shingles;
mod uri;
mod xml;

pub use article::{Article, Graded};
pub use cells::{defused, restored};
pub use check::{Checker, Finding};
pub use dates::{iso_date, moment};
pub use discover::LABEL_FILES;
pub use error::{Error, Place};
pub use format::Format;
pub use hints::{Hint, HintKind};
pub use labels::{LABEL_COLUMNS, LabelRow, Labels, write_labels, write_noted_labels};
pub use limits::Size;
pub use option_error::OptionError;
pub use options::{Column, Encoding, Field, ReadOptions};
pub use reader::{Articles, Meter, is_article_file, open, open_below, open_bytes};
pub use shingles::{ShingleIndex, Shingles};
pub use uri::{id_of, uri_of};
