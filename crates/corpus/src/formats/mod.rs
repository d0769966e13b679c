//! The forms of a file of articles, one file each.
//!
//! A new reader is a file here that implements [`Reader`], a variant of [`Format`](crate::Format) in `Format::ALL`, and
//! its line in `Format::reader`.

pub(crate) mod archive;
pub(crate) mod columnar;
pub(crate) mod container;
pub(crate) mod delimited;
pub(crate) mod extract;
pub(crate) mod feed;
pub(crate) mod header;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod jsonl;
pub(crate) mod newsml;
pub(crate) mod ninjs;
pub(crate) mod nitf;
pub(crate) mod office;
pub(crate) mod record;
pub(crate) mod rows;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod txt;

use std::collections::BTreeSet;

use crate::input::Input;
use crate::{Article, Error, ReadOptions};

/// The articles of an input as they are read. A bad record is an item; what follows it is read on.
pub(crate) type Records = Box<dyn Iterator<Item = Result<Article, Error>> + Send>;

/// What reads one form of articles.
pub(crate) trait Reader: Sync {
    /// The endings of its files; the first is its name.
    fn endings(&self) -> &'static [&'static str];

    /// Whether an input that begins with these bytes (all of a small one, the first 64 KiB of a large one) can be
    /// nothing else. A form that cannot be told so goes by the names of its files.
    fn sniff(&self, head: &[u8]) -> bool;

    /// Whether a file holds one article, which goes by the name of the file and has a row in `labels.tsv`.
    fn whole_file(&self) -> bool {
        false
    }

    /// Begins to read an input.
    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error>;
}

/// The items of a list written in one cell, without empty ones and repetitions, in their order.
pub(crate) fn split_list(cell: &str, separators: &[char]) -> Vec<String> {
    let items = cell.split(separators).map(|item| item.trim().to_owned());
    once_each(items.collect())
}

/// A whole number without its point: a column of numbers of which some are missing is often one of fractions.
pub(crate) fn number(value: f64) -> String {
    match value {
        whole if whole.fract() == 0.0 && whole.abs() < 1e15 => format!("{whole:.0}"),
        other => other.to_string(),
    }
}

/// The same items without empty ones and repetitions.
pub(crate) fn once_each(mut items: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    items.retain(|item| !item.is_empty() && seen.insert(item.clone()));
    items
}
