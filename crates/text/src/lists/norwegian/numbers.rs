//! Numbers in words, folded.

/// The numbers from zero up, each in the forms that are written.
pub const SMALL: &[&[&str]] = &[
    &["null"],
    &["én", "ein", "ett", "eitt", "éin"],
    &["to"],
    &["tre"],
    &["fire"],
    &["fem"],
    &["seks"],
    &["sju", "syv"],
    &["åtte"],
    &["ni"],
    &["ti"],
    &["elleve"],
    &["tolv"],
];

/// Numbers that an article may stand in front of («de to bruene»), beside those in -e, which look like adjectives.
pub const BEHIND_ARTICLES: &[&str] = &["to", "seks", "sju", "ti"];
