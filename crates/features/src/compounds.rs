//! The parts of compounds as terms: what «flyktningkrisen» and «finanskrise» share with «krise».
//!
//! Words are split by the frequencies of [`Background`], which are the same when training and when asked, so that a
//! compound that no corpus has seen meets the parts it is made of. A split takes some hundred look-ups; words come
//! back, so what was found is kept in a cache.

use std::cell::RefCell;

use notis_text::hash::hash_bytes;
use notis_text::{split_compound, stem};
use rustc_hash::FxHashMap;

use crate::Background;

/// Words in the cache before it starts anew: a few megabytes at most.
const MOST_CACHED: usize = 1 << 16;

thread_local! {
    static KNOWN: RefCell<FxHashMap<u64, Box<[u64]>>> = RefCell::default();
}

/// Calls `visit` with the hash of each part's stem; not at all where the folded word is no compound.
pub(crate) fn for_each_part(folded: &str, visit: impl FnMut(u64)) {
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= MOST_CACHED {
            known.clear();
        }
        let parts = known.entry(hash_bytes(folded.as_bytes()));
        parts
            .or_insert_with(|| split(folded))
            .iter()
            .copied()
            .for_each(visit);
    });
}

fn split(folded: &str) -> Box<[u64]> {
    let background = Background::shipped();
    let parts = split_compound(folded, &|word: &str| background.pages_with(word));
    parts
        .iter()
        .map(|part| hash_bytes(stem(part).as_bytes()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(folded: &str) -> Vec<u64> {
        let mut found = Vec::new();
        for_each_part(folded, |part| found.push(part));
        found
    }

    #[test]
    fn compounds_meet_in_their_parts() {
        let (first, second) = (parts("ferjeruta"), parts("bussruten"));
        assert_eq!((first.len(), second.len()), (2, 2));
        assert_eq!(first[1], second[1], "«rute», whatever its form");
        assert_eq!(first, parts("ferjeruta"), "from the cache as at first");
    }

    #[test]
    fn simple_words_have_no_parts() {
        for word in ["ferje", "regjeringen", "og", "", "2024"] {
            assert!(parts(word).is_empty(), "{word}");
        }
    }
}
