//! Names of people, places and organisations, without a model.
//!
//! Sequences of capitalised words are the candidates ([`candidates`]); what only stands at the start of a sentence must
//! be known from elsewhere in the article or from a short list. Two names side by side are taken apart ([`neighbours`]).
//! Variants are then united ([`unite`]): «Vladimir Putin»,
//! «Putin» and «Putins»; «Nord-Korea» and «Nord Korea»; «Arbeiderpartiet» and «Ap»; «Verdens helseorganisasjon (WHO)».

mod candidates;
mod known;
mod neighbours;
mod unite;

use crate::{Analysis, Span};

/// A name, with everywhere it is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The fullest form that the article uses, without a genitive -s.
    pub name: String,
    /// Its mentions: those of the title first, then those of the text, in order.
    pub mentions: Vec<Mention>,
}

/// One mention of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it is, in the text, or in the separate title.
    pub span: Span,
    /// Whether the span points into [`Analysis::title`].
    pub in_title: bool,
}

/// The names of an article, the most mentioned first, and of equals the first mentioned.
///
/// ```
/// let text = "Russlands president Vladimir Putin reiser til Nord-Korea. Putin møter landets leder mandag.";
/// let names = notis_text::names(&notis_text::analyze(text, None));
/// let found: Vec<(&str, usize)> = names.iter().map(|n| (n.name.as_str(), n.mentions.len())).collect();
/// assert_eq!(found, [("Vladimir Putin", 2), ("Russland", 1), ("Nord-Korea", 1)]);
/// ```
pub fn names(analysis: &Analysis<'_>) -> Vec<Name> {
    unite::unite(&neighbours::part(candidates::candidates(analysis)))
}

#[cfg(test)]
mod tests;
