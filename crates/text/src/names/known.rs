//! The names known beforehand.

use super::unite::key;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The key of each known name, and the key of the name it stands for.
static KNOWN: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let lines = include_str!("known.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let names = lines.flat_map(|line| {
        let first = key(line.split(';').next().unwrap_or_default().trim());
        line.split(';').map(move |name| (key(name.trim()), first.clone()))
    });
    names.collect()
});

/// Words that stand in front of a person's name and open a sentence with it; of a compound its last part.
const TITLES: [&str; 46] = [
    "minister",
    "president",
    "leder",
    "leiar",
    "sjef",
    "direktør",
    "ordfører",
    "ordførar",
    "kong",
    "kongen",
    "dronning",
    "prins",
    "kronprins",
    "prinsesse",
    "kronprinsesse",
    "trener",
    "trenar",
    "spiller",
    "spelar",
    "forsker",
    "forskar",
    "professor",
    "lege",
    "advokat",
    "dommer",
    "dommar",
    "redaktør",
    "politiker",
    "politikar",
    "forfatter",
    "forfattar",
    "talsmann",
    "talskvinne",
    "talsperson",
    "råd",
    "representant",
    "aktor",
    "biskop",
    "pave",
    "general",
    "artist",
    "regissør",
    "skuespiller",
    "skodespelar",
    "meteorolog",
    "økonom",
];

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
    TITLES.iter().any(|title| folded.ends_with(title))
}
