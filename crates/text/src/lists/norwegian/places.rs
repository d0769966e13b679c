//! Endings of words that name places.

/// How names of places end, and hardly any ordinary compound: such a capitalised word is a name wherever it stands.
pub const OF_NAMES: &[&str] = &[
    "våg", "vågen", "vik", "vika", "viken", "nes", "neset", "stad", "heim", "sund", "fjord", "øy", "øya",
    "rud", "seter", "sæter", "fjell", "dal", "våler", "sjøen", "sen",
];

/// How roads, squares and valleys end, as ordinary words do too: a name where the capital is not that of a sentence.
pub const OF_BOTH: &[&str] = &[
    "veien", "vegen", "vei", "veg", "gata", "gaten", "gate", "dalen", "bakken", "haugen", "fjorden",
    "berget", "berg", "land", "moen", "myra", "åsen", "ås", "torget", "plassen", "by", "sundet",
];
