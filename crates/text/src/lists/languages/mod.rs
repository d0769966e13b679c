//! The commonest words of Norwegian and of the languages that it is told from, shared words included; see
//! `language/neighbours.rs`.

pub(crate) const NORWEGIAN: &str = include_str!("norwegian.txt");
pub(crate) const DANISH: &str = include_str!("danish.txt");
pub(crate) const SWEDISH: &str = include_str!("swedish.txt");
pub(crate) const ENGLISH: &str = include_str!("english.txt");
pub(crate) const GERMAN: &str = include_str!("german.txt");
pub(crate) const FRENCH: &str = include_str!("french.txt");
pub(crate) const FINNISH: &str = include_str!("finnish.txt");
pub(crate) const SPANISH: &str = include_str!("spanish.txt");
pub(crate) const DUTCH: &str = include_str!("dutch.txt");
pub(crate) const ICELANDIC: &str = include_str!("icelandic.txt");
