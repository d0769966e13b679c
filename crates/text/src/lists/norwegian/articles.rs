//! Articles, folded.

/// The indefinite articles.
pub const INDEFINITE: &[&str] = &["en", "ei", "ein", "et", "eit"];

/// The definite articles; behind one a number is an ordinal: «den 45. Presidenten».
pub const DEFINITE: &[&str] = &["den", "det", "dei", "de"];

/// Definite articles of a noun with an adjective in -e: «den nye brua», «dei nye bruene».
pub const BEFORE_ADJECTIVES: &[&str] = &["den", "de", "dei"];

/// Demonstratives that a noun follows as it does an article.
pub const DEMONSTRATIVE: &[&str] = &["denne", "dette"];
