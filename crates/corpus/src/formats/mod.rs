//! The forms of a file of articles, one file each.

pub(crate) mod jsonl;
pub(crate) mod table;
pub(crate) mod txt;

use std::collections::BTreeSet;

/// The items of a list written in one cell, without empty ones and repetitions, in their order.
pub(crate) fn split_list(cell: &str, separator: char) -> Vec<String> {
    let items = cell.split(separator).map(|item| item.trim().to_owned());
    once_each(items.collect())
}

/// The same items without empty ones and repetitions.
pub(crate) fn once_each(mut items: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    items.retain(|item| !item.is_empty() && seen.insert(item.clone()));
    items
}
