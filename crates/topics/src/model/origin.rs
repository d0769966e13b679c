//! What a model was trained on.

use serde::{Deserialize, Serialize};

/// What a model was trained on and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Training {
    /// Articles.
    pub articles: usize,
    /// Articles with labels, «about none» included.
    pub labelled: usize,
    /// BLAKE3 of all ids, texts, titles and labels in their order, as hexadecimal digits.
    pub corpus: String,
    /// The fingerprint of the analysis of words that it was trained with.
    pub analyzer: String,
    /// Seed of the folds.
    pub seed: u64,
    /// How words are weighed, where they are.
    pub words: Option<String>,
    /// The micro-F1 of articles that the scoring models had not seen, their thresholds set on the same articles;
    /// `None` without calibration.
    pub micro_f1_on_folds: Option<f64>,
    /// How many articles of a sample words were learned from, or probabilities set on, where statistics stood for all others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<usize>,
    /// Whether probabilities and thresholds are assumed, because nothing was there to set them on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
}

/// Words whose analysis tells one analyzer from another.
const PROBE: &str = "NORDVIK (NTB): Ferjeruta blei innstilt 3. mai kl. 14.30, seier ordføraren.\n\n– Vi jobber med \
                     saken, sa J. Nilsen ved skolene; ikkje alle barnehagane er opne. Flyktningkrisen kostet 2,5 mill.";

/// The fingerprint of the analysis of words: another one after any change to tokens, blocks, stems or written forms.
pub(crate) fn analyzer() -> String {
    let analysis = notis_text::analyze(PROBE, Some("Ferja står"));
    let mut hasher = blake3::Hasher::new();
    for (index, token) in analysis.tokens.iter().enumerate() {
        hasher.update(format!("{:?} {} ", token.span, analysis.stem(index)).as_bytes());
    }
    for block in &analysis.blocks {
        hasher.update(format!("{:?} {:?} ", block.kind, block.span).as_bytes());
    }
    hasher.update(analysis.language.code().as_bytes());
    hasher.finalize().to_hex()[..16].to_owned()
}

impl Training {
    /// Whether words are still analysed as they were when it was trained; else it should be trained anew.
    pub fn is_of_this_analyzer(&self) -> bool {
        self.analyzer == analyzer()
    }
}
