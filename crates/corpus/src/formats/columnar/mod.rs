//! Tables in columns, Parquet and Arrow: read where the feature `columnar` is built in, known by sight where it is not.

#[cfg(feature = "columnar")]
mod arrow;
#[cfg(feature = "columnar")]
mod cell;
#[cfg(feature = "columnar")]
mod columns;
#[cfg(feature = "columnar")]
mod guard;
#[cfg(feature = "columnar")]
mod pages;
#[cfg(feature = "columnar")]
mod parquet;
#[cfg(feature = "columnar")]
mod rows;
#[cfg(feature = "columnar")]
mod source;

use super::{Reader, Records};
use crate::input::Input;
use crate::{Error, ReadOptions, detect};

/// Reads Parquet files.
pub(crate) struct Parquet;

/// Reads Arrow IPC, files and streams.
pub(crate) struct Arrow;

impl Reader for Parquet {
    fn endings(&self) -> &'static [&'static str] {
        &["parquet"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        detect::is_parquet(head)
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        open_parquet(input, options)
    }
}

impl Reader for Arrow {
    fn endings(&self) -> &'static [&'static str] {
        &["arrow", "arrows", "feather", "ipc"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        detect::is_arrow(head)
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        open_arrow(input, options)
    }
}

#[cfg(feature = "columnar")]
use self::{arrow::open as open_arrow, parquet::open as open_parquet};

#[cfg(not(feature = "columnar"))]
fn open_parquet(input: Input, _: &ReadOptions) -> Result<Records, Error> {
    Err(not_built(&input, "a Parquet file"))
}

#[cfg(not(feature = "columnar"))]
fn open_arrow(input: Input, _: &ReadOptions) -> Result<Records, Error> {
    Err(not_built(&input, "an Arrow file"))
}

#[cfg(not(feature = "columnar"))]
fn not_built(input: &Input, what: &'static str) -> Error {
    Error::NotBuilt {
        place: input.place(),
        what,
        feature: "columnar",
    }
}
