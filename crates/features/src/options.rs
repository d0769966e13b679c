//! What of an article is counted, and how it is weighed.

use libm::logf;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::views::{VIEWS, ViewSet};

/// How a term's count within an article is damped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermFrequency {
    /// The count itself.
    Raw,
    /// 1 + ln(count).
    #[default]
    Sublinear,
    /// 1, however often.
    Binary,
}

impl TermFrequency {
    pub(crate) fn damp(self, count: f32) -> f32 {
        match self {
            TermFrequency::Raw => count,
            TermFrequency::Sublinear => 1.0 + logf(count),
            TermFrequency::Binary => 1.0,
        }
    }
}

/// What is counted, and how it is weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureOptions {
    /// The kinds of terms.
    pub views: ViewSet,
    /// The weight of each view, in the order of [`View::ALL`](crate::View::ALL): the length of its share of a row before the whole row
    /// is brought to length 1.
    #[serde(serialize_with = "write_weights", deserialize_with = "read_weights")]
    pub weights: [f32; VIEWS],
    /// How counts are damped.
    pub term_frequency: TermFrequency,
    /// Whether rare terms weigh more: ln((1 + articles) / (1 + articles with the term)) + 1.
    pub idf: bool,
    /// The fewest articles of the training corpus a term must stand in.
    pub min_df: u32,
    /// The most terms kept, the most frequent first; 0 = no limit.
    pub max_terms: usize,
}

/// Views that models were always made with; weights of later ones are left out where they are 1, so that old models
/// open and models that do not use a new view keep their bytes.
const FIRST_VIEWS: usize = 5;

fn write_weights<S: Serializer>(weights: &[f32; VIEWS], serializer: S) -> Result<S::Ok, S::Error> {
    let later = weights[FIRST_VIEWS..]
        .iter()
        .rposition(|&weight| weight != 1.0)
        .map_or(0, |last| last + 1);
    weights[..FIRST_VIEWS + later].serialize(serializer)
}

fn read_weights<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[f32; VIEWS], D::Error> {
    let found = Vec::<f32>::deserialize(deserializer)?;
    if found.len() > VIEWS {
        return Err(D::Error::custom("weights of more views than there are"));
    }
    let mut weights = [1.0; VIEWS];
    weights[..found.len()].copy_from_slice(&found);
    Ok(weights)
}

impl Default for FeatureOptions {
    fn default() -> Self {
        FeatureOptions {
            views: ViewSet::default(),
            weights: [1.0; VIEWS],
            term_frequency: TermFrequency::Sublinear,
            idf: true,
            min_df: 2,
            max_terms: 1 << 20,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::View;

    #[test]
    fn options_of_models_from_before_a_view_open_and_keep_their_bytes() {
        let written = serde_json::to_string(&FeatureOptions::default()).unwrap();
        assert!(written.contains("\"weights\":[1.0,1.0,1.0,1.0,1.0]") && !written.contains("meaning"));
        assert_eq!(
            serde_json::from_str::<FeatureOptions>(&written).unwrap(),
            FeatureOptions::default()
        );
        let mut options = FeatureOptions::default();
        options.weights[View::Meaning as usize] = 0.5;
        let written = serde_json::to_string(&options).unwrap();
        assert_eq!(serde_json::from_str::<FeatureOptions>(&written).unwrap(), options);
    }
}
