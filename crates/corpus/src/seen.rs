//! Which ids have been seen.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The ids seen so far, as 64-bit hashes: 8 bytes an article, whatever the length of the id. Among a million ids the
/// chance that two of them share a hash is 3 in 100 million.
#[derive(Debug, Default)]
pub(crate) struct Seen(HashSet<u64>);

impl Seen {
    /// Notes `id`; false where it was there before.
    pub(crate) fn is_new(&mut self, id: &str) -> bool {
        self.0.insert(hash(id))
    }
}

/// A hash that is the same in every run.
pub(crate) fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
