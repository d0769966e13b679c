//! Common given names with their gender, as far as one is certain: without it «han» and «hun» cannot be told apart.

use notis_text::lists::given_names;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The gender of a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// «han».
    Man,
    /// «hun», «ho».
    Woman,
}

/// The gender of a folded given name; `None` where it is not known, or both may bear it.
pub(super) fn gender(folded: &str) -> Option<Gender> {
    static KNOWN: LazyLock<FxHashMap<&str, Gender>> = LazyLock::new(|| {
        let men = given_names::MEN
            .split_whitespace()
            .map(|name| (name, Gender::Man));
        let women = given_names::WOMEN
            .split_whitespace()
            .map(|name| (name, Gender::Woman));
        men.chain(women).collect()
    });
    KNOWN.get(folded).copied()
}
