//! Endings of words.

/// Nouns in -het/-heit, with every ending, none of which has another h.
pub const QUALITIES: &[&str] = &[
    "heitene", "heitane", "heitenes", "hetens", "hetene", "heiter", "heitar", "heita", "heiten", "heten",
    "heter", "heit", "het",
];

/// Inflections that the stemmer takes off first, longest first.
pub const INFLECTIONS: &[&str] = &[
    "ande", "ende", "aste", "ane", "ene", "ast", "ar", "er", "en", "et", "ne", "a", "e", "t",
];

/// Stems that end in an -s of their own, which is no genitive.
pub const OWN_S: &[&str] = &[
    "finans", "prins", "provins", "kurs", "konkurs", "ressurs", "diskurs", "univers", "vers", "glans",
    "dans", "sans", "korps", "kompass", "grens", "pels", "puls", "lans",
];

/// Inflections of the last part of a compound, longest first; a final «e» may have been lost before one.
pub const LAST_PART_INFLECTIONS: &[&str] = &["ene", "ane", "en", "et", "er", "ar", "a"];

/// What ends a derived word, not a compound, though it is a word elsewhere.
pub const DERIVATIONS: &[&str] = &[
    "het", "heit", "skap", "dom", "løs", "laus", "bar", "full", "messig", "aktig", "vis", "som", "sam",
    "ing", "inga", "ling", "else", "eri", "inne", "sjon",
];
