//! The digest methods, one file each, behind one trait.

mod centroid;
mod klsum;
mod lead;
mod lexrank;
mod lsa;
mod method;
mod mmr;
mod notis;
mod submodular;
mod sumbasic;
mod textrank;

pub use centroid::Centroid;
pub use klsum::KlSum;
pub use lead::Lead;
pub use lexrank::LexRank;
pub use lsa::Lsa;
pub use method::{Edits, Method, Summarizer};
pub use mmr::Mmr;
#[doc(hidden)]
pub use notis::news_signs;
pub use notis::{Notis, Relations, Sense, Weights, Words};
pub use submodular::Submodular;
pub use sumbasic::SumBasic;
pub use textrank::TextRank;

use crate::Error;

/// Makes a method; those that edit nothing pass over whether they may.
type Maker = fn(Edits) -> Box<dyn Summarizer>;

/// The methods with their names, the default first.
const METHODS: [(&str, Maker); 10] = [
    ("notis", |edits| Box::new(Notis::new(edits))),
    ("lead", |_| Box::new(Lead)),
    ("centroid", |_| Box::new(Centroid)),
    ("textrank", |_| Box::new(TextRank::default())),
    ("lexrank", |_| Box::new(LexRank::default())),
    ("sumbasic", |_| Box::new(SumBasic)),
    ("klsum", |_| Box::new(KlSum::default())),
    ("lsa", |_| Box::new(Lsa::default())),
    ("submodular", |_| Box::new(Submodular::default())),
    ("mmr", |_| Box::new(Mmr::default())),
];

/// The names of the methods, the default first.
pub const NAMES: [&str; METHODS.len()] = {
    let mut names = [""; METHODS.len()];
    let mut method = 0;
    while method < names.len() {
        names[method] = METHODS[method].0;
        method += 1;
    }
    names
};

/// The method of this name.
///
/// ```
/// use notis_summarizer::{Edits, by_name};
///
/// assert_eq!(by_name("lexrank", Edits::Marked)?.name(), "lexrank");
/// # Ok::<(), notis_summarizer::Error>(())
/// ```
///
/// # Errors
/// Where no method has the name.
pub fn by_name(name: &str, edits: Edits) -> Result<Box<dyn Summarizer>, Error> {
    let method = METHODS.iter().find(|(known, _)| *known == name);
    let unknown = || Error::UnknownMethod {
        name: name.to_owned(),
        known: NAMES.to_vec(),
    };
    method.map(|(_, make)| make(edits)).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_goes_by_its_name_in_the_table() {
        for name in NAMES {
            assert_eq!(by_name(name, Edits::Marked).unwrap().name(), name);
        }
    }
}
