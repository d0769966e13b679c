//! Answers as tables in columns, for data frames and databases: Parquet and Arrow files, where they are built in (feature
//! `columnar`); without it every use is an error that says how to get them.
//!
//! | table | columns |
//! |---|---|
//! | [`Classification`] | `id`, `topics: list<struct<topic, probability>>`, `lang`, `reason`, `scores: list<struct<topic, probability>>` |
//! | [`Digest`] | `id`, `method`, `digest`, `sentences: list<struct<text, start, end>>`, `topics`, `lang`, `keywords: list<string>`, `names: list<string>`, `name_kinds: list<struct<kind, wikidata>>` |
//! | [`GroupDigest`] | `group`, `articles: list<string>`, `sources: list<string>`, `digest`, `sentences: list<struct<id, text, start, end>>`, `names: list<struct<name, kind, wikidata, articles>>` |
//!
//! `name_kinds` and the `names` of a group are missing where the kinds of names are not asked for. The first two end with `title`, `date`, `source` and `url`. `start` and `end` count bytes, as everywhere here; the metadata
//! of these fields says so under `unit`.

#[cfg(feature = "arrow")]
mod columns;
#[cfg(feature = "arrow")]
mod tables;
#[cfg(feature = "columnar")]
mod with;
#[cfg(not(feature = "columnar"))]
mod without;

#[cfg(feature = "arrow")]
pub use columns::{Digests, Topics, Unit};
#[cfg(feature = "columnar")]
pub use with::TableWriter;
#[cfg(not(feature = "columnar"))]
pub use without::TableWriter;

use crate::Error;
use crate::output::{Classification, Digest, GroupDigest};

/// What a table is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Container {
    /// A Parquet file, packed with zstd.
    Parquet,
    /// An Arrow IPC file, also known as Feather, version 2.
    Arrow,
}

impl Container {
    /// What it is called: `parquet` or `arrow`.
    pub fn as_str(self) -> &'static str {
        match self {
            Container::Parquet => "parquet",
            Container::Arrow => "arrow",
        }
    }

    /// Whether it can be written.
    ///
    /// # Errors
    /// Where it is not built in.
    pub fn check(self) -> Result<(), Error> {
        match cfg!(feature = "columnar") {
            true => Ok(()),
            false => Err(self.not_built()),
        }
    }

    fn not_built(self) -> Error {
        Error::Options(format!(
            "this program was built without what writes {}; build notis with the feature columnar (cargo install --path \
             crates/cli --features columnar), or choose another format",
            self.as_str()
        ))
    }
}

/// What can be a row of a table: the answers of the desk.
pub trait Tabular: Sized + sealed::Columns {}

impl Tabular for Classification {}
impl Tabular for Digest {}
impl Tabular for GroupDigest {}

mod sealed {
    #[cfg(feature = "arrow")]
    use {arrow_array::ArrayRef, arrow_schema::Field};

    /// The columns of rows of one kind.
    pub trait Columns: Sized {
        #[cfg(feature = "arrow")]
        fn fields() -> Vec<Field>;

        #[cfg(feature = "arrow")]
        fn columns(rows: &[Self]) -> Vec<ArrayRef>;
    }

    #[cfg(not(feature = "arrow"))]
    mod none {
        use crate::output::{Classification, Digest, GroupDigest};

        impl super::Columns for Classification {}
        impl super::Columns for Digest {}
        impl super::Columns for GroupDigest {}
    }
}
