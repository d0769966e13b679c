//! The names known beforehand.

use super::keys::key;
use crate::lists::names;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The key of each known name, and the key of the name it stands for.
static KNOWN: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let lines = names::KNOWN.lines().filter(|line| !line.starts_with('#'));
    let names = lines.flat_map(|line| {
        let first = key(line.split(';').next().unwrap_or_default().trim());
        line.split(';').map(move |name| (key(name.trim()), first.clone()))
    });
    names.collect()
});

/// Whether the name with this key is known.
pub(super) fn is_known(key: &str) -> bool {
    KNOWN.contains_key(key)
}

/// The key of the name that the one with this key is another name of.
pub(super) fn same_as(key: &str) -> Option<&'static str> {
    KNOWN.get(key).map(String::as_str)
}

/// Whether a folded word is a title, alone or as the last part of a compound: «utenriksminister».
pub(super) fn is_title(folded: &str) -> bool {
    names::TITLES.iter().any(|title| folded.ends_with(title))
}
