//! Stop words.

/// The stop words of bokmål.
pub const BOKMAL: &str = include_str!("stopwords-bokmal.txt");

/// The stop words of nynorsk.
pub const NYNORSK: &str = include_str!("stopwords-nynorsk.txt");
