//! A word model in a container.

use notis_features::{FeatureOptions, Featurizer, FrozenTerms};
use serde::{Deserialize, Serialize};

use super::{MeanRow, Probabilities, QuantizedWeights, Recipe, WordModel};
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
        let mean = (!self.mean.steps().is_empty()).then(|| {
            let steps = ("mean", Array::U8(self.mean.steps().to_vec()));
            [steps, ("mean step", Array::F32(vec![self.mean.step()]))]
        });
        let named = arrays
            .into_iter()
            .chain(standard)
            .chain(mean.into_iter().flatten())
            .map(|(name, array)| (format!("{prefix}.{name}"), array));
        container.arrays.extend(named);
    }

    /// Takes the model out of a container.
    ///
    /// # Errors
    /// Where a part is missing or does not fit the others.
    pub fn read_from(container: &mut Container, prefix: &str) -> Result<Self, ContainerError> {
        let head: Head = container.get(prefix)?;
        let stored = Stored::take(container, prefix, &head)?;
        let damaged = || ContainerError::Missing(prefix.to_owned());
        if !stored.fits(&head) {
            return Err(damaged());
        }
        Ok(WordModel {
            counts: stored.counts(&head),
            mean: stored.mean,
            featurizer: Featurizer::thaw(head.features, stored.frozen).map_err(|_| damaged())?,
            weights: QuantizedWeights::from_parts(&stored.weights, stored.scales, stored.biases),
            probabilities: head.probabilities,
            thresholds: stored.thresholds,
            recipe: head.recipe,
        })
    }
}

/// The arrays of a word model as they stand in a container.
struct Stored {
    frozen: FrozenTerms,
    weights: Vec<i8>,
    scales: Vec<f32>,
    biases: Vec<f32>,
    thresholds: Vec<f32>,
    sums: Vec<f64>,
    mean: MeanRow,
}

impl Stored {
    fn take(container: &mut Container, prefix: &str, head: &Head) -> Result<Self, ContainerError> {
        let mut parts = Parts { container, prefix };
        let (scales, biases, thresholds) = (
            parts.take("scales")?,
            parts.take("biases")?,
            parts.take("thresholds")?,
        );
        let standard = match head.features.views.encoded {
            0 => Vec::new(),
            _ => parts.take("standard")?,
        };
        let frozen = FrozenTerms {
            standard,
            terms: parts.take("terms")?,
            frequencies: parts.take("frequencies")?,
            articles: head.articles,
        };
        Ok(Stored {
            frozen,
            weights: parts.take("weights")?,
            scales,
            biases,
            thresholds,
            sums: parts.take("sums")?,
            mean: parts.mean()?,
        })
    }

    /// Whether its parts are of one model, and its numbers some that a training can give.
    fn fits(&self, head: &Head) -> bool {
        let (terms, topics) = (self.frozen.terms.len(), self.thresholds.len());
        let finite = |numbers: &[f32]| numbers.iter().all(|number| number.is_finite());
        finite(&self.biases)
            && finite(&self.thresholds)
            && finite(&self.frozen.standard)
            && self.scales.iter().all(|scale| scale.abs() < GREATEST_SCALE)
            && self.sums.iter().all(|sum| sum.is_finite())
            && self.frozen.frequencies.len() == terms
            && self.weights.len() == terms * topics
            && self.scales.len() == topics
            && self.biases.len() == topics
            && self.sums.len() == head.counted_rows.len() * terms
            && head.probabilities.topics().is_none_or(|n| n == topics)
    }

    /// What is counted of each class; its sums stand behind those of the class before.
    fn counts(&self, head: &Head) -> Vec<MultinomialCounts> {
        let terms = self.frozen.terms.len();
        let counts = |(class, &rows): (usize, &usize)| MultinomialCounts {
            sums: self.sums[class * terms..(class + 1) * terms].to_vec(),
            rows,
        };
        head.counted_rows.iter().enumerate().map(counts).collect()
    }
}

/// The arrays of a container whose names start alike.
struct Parts<'a> {
    container: &'a mut Container,
    prefix: &'a str,
}

impl Parts<'_> {
    fn name(&self, part: &str) -> String {
        format!("{}.{part}", self.prefix)
    }

    fn take<T>(&mut self, part: &str) -> Result<Vec<T>, ContainerError>
    where
        Vec<T>: TryFrom<Array>,
    {
        self.container.take(&self.name(part))
    }

    fn take_if_any<T>(&mut self, part: &str) -> Result<Option<Vec<T>>, ContainerError>
    where
        Vec<T>: TryFrom<Array>,
    {
        self.container.take_if_any(&self.name(part))
    }

    /// The mean row, which models that learn by counts and those of older files do not have.
    fn mean(&mut self) -> Result<MeanRow, ContainerError> {
        let step: Option<Vec<f32>> = self.take_if_any("mean step")?;
        let steps = self.take_if_any("mean")?;
        match (step.as_deref(), steps) {
            (None, None) => Ok(MeanRow::default()),
            (Some(&[step]), Some(steps)) if step.is_finite() => Ok(MeanRow::from_parts(step, steps)),
            _ => Err(ContainerError::Missing(self.prefix.to_owned())),
        }
    }
}
