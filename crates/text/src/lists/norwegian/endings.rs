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

/// Endings of nouns in the definite singular, but for the «-a» of feminine ones.
pub const DEFINITE_SINGULAR: &[&str] = &["en", "et"];

/// Endings of nouns in the definite plural.
pub const DEFINITE_PLURAL: &[&str] = &["ene", "ane"];

/// Endings of nouns in the definite form.
pub const DEFINITE: &[&[&str]] = &[DEFINITE_SINGULAR, &["a"], DEFINITE_PLURAL];

/// Endings of the definite form behind a hyphen: what is in the plural shows it by its last letters.
pub const DEFINITE_LAST_PART: &[&str] = &["en", "et", "a", "ne"];

/// Endings of nouns in the definite form with an -s: the owner of what follows.
pub const GENITIVES: &[&str] = &["ens", "ets", "enes", "anes"];

/// How a noun ends that may be in the plural.
pub const PLURALS: &[&str] = &["er", "ar", "ene", "ane", "folk"];

/// How a word ends that may be a finite verb: «stenger», «opnar», «åpnet», «kasta», «møttes».
pub const FINITE_VERBS: &[&str] = &[
    "er", "ar", "år", "ør", "te", "de", "et", "a", "tes", "des", "es", "ast",
];
