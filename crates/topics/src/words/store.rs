//! A word model in a container.

use notis_features::{FeatureOptions, Featurizer, FrozenTerms};
use serde::{Deserialize, Serialize};

use super::{Probabilities, QuantizedWeights, Recipe, WordModel};
use crate::container::{Array, Container, ContainerError};
use notis_learn::learners::MultinomialCounts;

/// No training gives scales near this one; with greater ones the score of a long article could pass what 32 bits hold.
const GREATEST_SCALE: f32 = 1e30;

/// The part of a word model that stands in the head.
#[derive(Serialize, Deserialize)]
struct Head {
    features: FeatureOptions,
    recipe: Recipe,
    probabilities: Probabilities,
    articles: u32,
    counted_rows: Vec<usize>,
}

impl WordModel {
    /// Puts the model into a container, under names that start with `prefix`.
    pub fn write_into(&self, container: &mut Container, prefix: &str) {
        let frozen = self.featurizer.freeze();
        let head = Head {
            features: self.featurizer.options().clone(),
            recipe: self.recipe.clone(),
            probabilities: self.probabilities.clone(),
            articles: frozen.articles,
            counted_rows: self.counts.iter().map(|class| class.rows).collect(),
        };
        container.put(prefix, &head);
        let sums = self
            .counts
            .iter()
            .flat_map(|class| class.sums.iter().copied())
            .collect();
        let arrays = [
            ("terms", Array::U64(frozen.terms)),
            ("frequencies", Array::U32(frozen.frequencies)),
            ("weights", Array::I8(self.weights.weights())),
            ("scales", Array::F32(self.weights.scales().to_vec())),
            ("biases", Array::F32(self.weights.biases().to_vec())),
            ("thresholds", Array::F32(self.thresholds.clone())),
            ("sums", Array::F64(sums)),
        ];
        // Only models with an encoder have it.
        let standard = (!frozen.standard.is_empty()).then_some(("standard", Array::F32(frozen.standard)));
        let named = arrays
            .into_iter()
            .chain(standard)
            .map(|(name, array)| (format!("{prefix}.{name}"), array));
        container.arrays.extend(named);
    }

    /// Takes the model out of a container.
    ///
    /// # Errors
    /// Where a part is missing or does not fit the others.
    pub fn read_from(container: &mut Container, prefix: &str) -> Result<Self, ContainerError> {
        let head: Head = container.get(prefix)?;
        let name = |part: &str| format!("{prefix}.{part}");
        let damaged = || ContainerError::Missing(prefix.to_owned());
        let mut reals = |part: &str| {
            container.take(
                &name(part),
                |a| if let Array::F32(v) = a { Some(v) } else { None },
            )
        };
        let (scales, biases, thresholds) = (reals("scales")?, reals("biases")?, reals("thresholds")?);
        let standard = match head.features.views.encoded {
            0 => Vec::new(),
            _ => reals("standard")?,
        };
        let frozen = FrozenTerms {
            standard,
            terms: container.take(
                &name("terms"),
                |a| if let Array::U64(v) = a { Some(v) } else { None },
            )?,
            frequencies: container.take(&name("frequencies"), |a| {
                if let Array::U32(v) = a { Some(v) } else { None }
            })?,
            articles: head.articles,
        };
        let weights = container.take(&name("weights"), |a| {
            if let Array::I8(v) = a { Some(v) } else { None }
        })?;
        let sums = container.take(
            &name("sums"),
            |a| if let Array::F64(v) = a { Some(v) } else { None },
        )?;
        let (terms, topics) = (frozen.terms.len(), thresholds.len());
        let finite = |numbers: &[f32]| numbers.iter().all(|number| number.is_finite());
        let fits = finite(&biases)
            && finite(&thresholds)
            && finite(&frozen.standard)
            && scales.iter().all(|scale| scale.abs() < GREATEST_SCALE)
            && sums.iter().all(|sum| sum.is_finite())
            && frozen.frequencies.len() == terms
            && weights.len() == terms * topics
            && scales.len() == topics
            && biases.len() == topics
            && sums.len() == head.counted_rows.len() * terms
            && head.probabilities.topics().is_none_or(|n| n == topics);
        if !fits {
            return Err(damaged());
        }
        let counts = head
            .counted_rows
            .iter()
            .enumerate()
            .map(|(class, &rows)| MultinomialCounts {
                sums: sums[class * terms..(class + 1) * terms].to_vec(),
                rows,
            });
        Ok(WordModel {
            counts: counts.collect(),
            featurizer: Featurizer::thaw(head.features, frozen).map_err(|_| damaged())?,
            weights: QuantizedWeights::from_parts(&weights, scales, biases),
            probabilities: head.probabilities,
            thresholds,
            recipe: head.recipe,
        })
    }
}
