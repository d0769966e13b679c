//! Families, folded.

/// What somebody is to another of the same last name.
pub const KIN: &[&str] = &[
    "sønn",
    "sønnen",
    "son",
    "sonen",
    "datter",
    "datteren",
    "dattera",
    "dotter",
    "dottera",
    "kone",
    "kona",
    "ektefelle",
    "ektemann",
    "ektemannen",
    "mann",
    "mannen",
    "bror",
    "broren",
    "søster",
    "søsteren",
    "søstera",
    "syster",
    "far",
    "faren",
    "mor",
    "moren",
];

/// What makes a last name one of several persons.
pub const SEVERAL: &[&str] = &[
    "familien",
    "paret",
    "ekteparet",
    "brødrene",
    "brørne",
    "søstrene",
    "systrene",
    "søsknene",
    "tvillingene",
];
