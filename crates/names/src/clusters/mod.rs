//! Groups of words that stand in the same company: «Voss» with «Sogndal», «Hansen» with «Olsen».

pub(crate) mod contexts;
pub(crate) mod learn;

use rustc_hash::FxHashMap;

pub use learn::ClusterLearner;

/// The group of each word that was met often enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// By 32 bits of the hash of a form: of 60,000 words and a million that are asked for, 14 are taken for another.
    groups: FxHashMap<u32, u8>,
}

impl Clusters {
    /// The group of the form with this hash.
    pub(crate) fn of(&self, hash: u64) -> Option<u8> {
        self.groups.get(&key(hash)).copied()
    }

    /// How many words have a group.
    pub fn words(&self) -> usize {
        self.groups.len()
    }

    /// The keys in order, each with its group.
    pub(crate) fn sorted(&self) -> Vec<(u32, u8)> {
        let mut pairs: Vec<_> = self.groups.iter().map(|(&key, &group)| (key, group)).collect();
        pairs.sort_unstable();
        pairs
    }

    pub(crate) fn of_pairs(pairs: impl IntoIterator<Item = (u32, u8)>) -> Self {
        Clusters {
            groups: pairs.into_iter().collect(),
        }
    }
}

fn key(hash: u64) -> u32 {
    crate::hash::key(0, hash)
}
