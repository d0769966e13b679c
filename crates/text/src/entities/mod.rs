//! Names of people, places and organisations, without a model.
//!
//! Sequences of capitalised words are the candidates ([`candidates`]); what only stands at the start of a sentence must
//! be known from elsewhere in the article or from a short list. Two names side by side are taken apart ([`adjacent`]).
//! Variants are then merged ([`merge`]): «Vladimir Putin», «Putin» and «Putins»; «Nord-Korea» and «Nord Korea»; «Arbeiderpartiet» and «Ap»; «Verdens helseorganisasjon (WHO)».

mod adjacent;
mod candidates;
mod gazetteer;
mod keys;
mod merge;
mod name;

pub use name::{Mention, Name};

use crate::analysis::Analysis;

/// The names of an article, the most mentioned first, and of equals the first mentioned.
///
/// ```
/// let text = "Russlands president Vladimir Putin reiser til Nord-Korea. Putin møter landets leder mandag.";
/// let names = notis_text::names(&notis_text::analyze(text, None));
/// let found: Vec<(&str, usize)> = names.iter().map(|n| (n.name.as_str(), n.mentions.len())).collect();
/// assert_eq!(found, [("Vladimir Putin", 2), ("Russland", 1), ("Nord-Korea", 1)]);
/// ```
pub fn names(analysis: &Analysis<'_>) -> Vec<Name> {
    let normal = analysis.in_normal_form();
    let mut names = merge::merge(&adjacent::part(candidates::candidates(&normal)));
    for mention in names.iter_mut().flat_map(|name| &mut name.mentions) {
        mention.span = analysis.span_of_normal(mention.span, mention.in_title);
    }
    names
}

#[cfg(test)]
mod tests;
