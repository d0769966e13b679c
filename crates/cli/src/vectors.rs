//! Articles with the vectors that a model was trained with (`--features e5`).

use anyhow::{Result, ensure};
use notis_corpus::Article;
use notis_features::ViewSet;
use notis_text::Analysis;
use notis_topics::{Example, Model, analyzed};

use crate::everywhere::Everywhere;
use crate::neural::Encoder;

/// Gives articles their vectors, where there is an encoder to do it.
#[derive(Default)]
pub(crate) struct Vectors(Option<Encoder>);

impl Vectors {
    /// The vectors that a model was trained with.
    pub(crate) fn of_model(model: &Model, everywhere: &Everywhere) -> Result<Self> {
        let Some(wanted) = model.encoder_dimensions() else {
            return Ok(Vectors::default());
        };
        let encoder = everywhere.encoder("this model was trained with --features e5 and")?;
        let found = encoder.dimensions();
        ensure!(
            found == wanted,
            "the topic model wants vectors of {wanted} numbers, this encoder gives {found}; name the one it was trained with"
        );
        Ok(Vectors(Some(encoder)))
    }

    /// The vectors that `features` ask for; writes how many numbers they have.
    pub(crate) fn of_features(features: Option<&mut ViewSet>, everywhere: &Everywhere) -> Result<Self> {
        let Some(features) = features.filter(|features| features.encoded > 0) else {
            return Ok(Vectors::default());
        };
        let encoder = everywhere.encoder("--features e5")?;
        features.encoded = u16::try_from(encoder.dimensions())?;
        Ok(Vectors(Some(encoder)))
    }

    /// The vector of an article; empty where no encoder is wanted.
    pub(crate) fn of(&self, article: &Analysis<'_>) -> Result<Vec<f32>> {
        self.0
            .as_ref()
            .map_or_else(|| Ok(Vec::new()), |encoder| encoder.embed(article))
    }

    /// The article with its vector.
    pub(crate) fn example(&self, article: Article) -> Result<Example> {
        let vector = self.of(&analyzed(&article))?;
        Ok(Example { article, vector })
    }
}
