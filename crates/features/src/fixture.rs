//! Three articles for the tests of this crate.

use notis_text::analyze;

use crate::{FeatureOptions, Featurizer, FeaturizerBuilder, SparseRows};

pub(crate) const TEXTS: [&str; 3] = [
    "Ferja gjekk ikkje.",
    "Ferja sto, ferja gikk.",
    "Ordføreren sa nei.",
];

/// A featurizer of the three, and their rows of counts.
pub(crate) fn fitted(options: FeatureOptions) -> (Featurizer, SparseRows) {
    let mut builder = FeaturizerBuilder::new(options.clone());
    for text in TEXTS {
        builder.add(&options.views.terms(&analyze(text, None)));
    }
    builder.finish()
}
