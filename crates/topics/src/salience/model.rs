//! The salience model.

use serde::{Deserialize, Serialize};

use super::{FEATURE_NAMES, Features};
use notis_learn::logistic::{Logistic, Row};

/// How a topic is told: by names, or by the words of a field.
///
/// «Syria» twice in a short article says much, «pasient» twice little; so the two kinds have a model each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Countries, bodies, groups, people: most of its words are written with a capital.
    Named,
    /// Fields of life: most of its words are ordinary ones.
    Thematic,
}

/// One (article, topic) pair to learn from; the article names the topic.
#[derive(Clone, Debug)]
pub struct Pair {
    /// How the topic is told.
    pub kind: Kind,
    /// What was measured.
    pub features: Features,
    /// Whether the article is about the topic.
    pub about: bool,
}

/// The log-odds that an article is about a topic it names, from [`Features`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SalienceModel {
    named: Logistic,
    thematic: Logistic,
}

impl SalienceModel {
    /// Learns from pairs by logistic regression with the ridge penalty `penalty` (on standardised features).
    pub fn fit(pairs: &[Pair], penalty: f64) -> Self {
        let of = |kind| {
            let row = |p: &Pair| Row {
                x: p.features.to_vec(),
                y: p.about,
            };
            let rows: Vec<Row> = pairs.iter().filter(|p| p.kind == kind).map(row).collect();
            Logistic::fit(&rows, penalty)
        };
        SalienceModel {
            named: of(Kind::Named),
            thematic: of(Kind::Thematic),
        }
    }

    /// The model learned from the starter corpus (`data/corpus`), for where there are too few labels to learn one.
    pub fn standard() -> Self {
        serde_json::from_str(STANDARD).unwrap_or_else(|error| unreachable!("standard.json: {error}"))
    }

    /// The log-odds that the article is about the topic.
    pub fn score(&self, kind: Kind, features: &Features) -> f64 {
        self.of(kind).score(features)
    }

    /// The weight of each feature for topics of one kind, in the order of [`FEATURE_NAMES`].
    pub fn weights(&self, kind: Kind) -> &[f64] {
        &self.of(kind).weights
    }

    /// Whether it has a weight for every feature, as one read from a file might not.
    pub(crate) fn is_whole(&self) -> bool {
        [Kind::Named, Kind::Thematic]
            .iter()
            .all(|&kind| self.weights(kind).len() == FEATURE_NAMES.len())
    }

    fn of(&self, kind: Kind) -> &Logistic {
        match kind {
            Kind::Named => &self.named,
            Kind::Thematic => &self.thematic,
        }
    }
}

/// The salience of the shipped model, taken out of it by `scripts/standard-salience.py`.
const STANDARD: &str = include_str!("standard.json");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_model_is_whole_and_likes_titles() {
        let model = SalienceModel::standard();
        assert!(model.is_whole());
        let mut named = [0.0; FEATURE_NAMES.len()];
        let without = model.score(Kind::Named, &named);
        named[3] = 1.0;
        assert!(model.score(Kind::Named, &named) > without);
    }

    #[test]
    fn learns_each_kind_by_itself() {
        let pair = |i: u32, kind| Pair {
            kind,
            features: std::array::from_fn(|f| if f == 0 { f64::from(i) } else { 0.0 }),
            about: (i + i * 7 % 5 > 20) == (kind == Kind::Named),
        };
        let pairs: Vec<Pair> = (0..40)
            .flat_map(|i| [pair(i, Kind::Named), pair(i, Kind::Thematic)])
            .collect();
        let model = SalienceModel::fit(&pairs, 1.0);
        assert!(model.weights(Kind::Named)[0] > 0.0 && model.weights(Kind::Thematic)[0] < 0.0);
        assert!(model.score(Kind::Named, &pairs[78].features) > model.score(Kind::Named, &pairs[0].features));
    }
}
