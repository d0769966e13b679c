//! Articles with the vectors that a model was trained with (features of e5).

use notis_features::ViewSet;
use notis_text::Analysis;
use notis_topics::{Example, analyzed};

use crate::neural::{Encoder, Folder};
use crate::{Article, Error, Model};

/// Gives articles their vectors, where there is an encoder to do it.
#[derive(Default)]
pub(crate) struct Vectors(Option<Encoder>);

impl Vectors {
    /// The vectors that a model was trained with.
    pub(crate) fn of_model(model: &Model, folder: &Folder) -> Result<Self, Error> {
        let Some(wanted) = model.encoder_dimensions() else {
            return Ok(Vectors::default());
        };
        let encoder = folder.encoder("this model was trained with features of e5 and")?;
        let found = encoder.dimensions();
        if found != wanted {
            return Err(Error::Options(format!(
                "the topic model wants vectors of {wanted} numbers, this encoder gives {found}; name the one it was trained with"
            )));
        }
        Ok(Vectors(Some(encoder)))
    }

    /// The vectors that `features` ask for; writes how many numbers they have.
    pub(crate) fn of_features(features: Option<&mut ViewSet>, folder: &Folder) -> Result<Self, Error> {
        let Some(features) = features.filter(|features| features.encoded > 0) else {
            return Ok(Vectors::default());
        };
        let encoder = folder.encoder("training with features of e5")?;
        let numbers = u16::try_from(encoder.dimensions());
        features.encoded =
            numbers.map_err(|_| Error::Options("the encoder's vectors are too long".into()))?;
        Ok(Vectors(Some(encoder)))
    }

    /// The vector of an article; empty where no encoder is wanted.
    pub(crate) fn of(&self, article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        self.0
            .as_ref()
            .map_or_else(|| Ok(Vec::new()), |encoder| encoder.embed(article))
    }

    /// The article with its vector.
    pub(crate) fn example(&self, article: Article) -> Result<Example, Error> {
        let vector = match &self.0 {
            Some(encoder) => encoder.embed(&analyzed(&article))?,
            None => Vec::new(),
        };
        Ok(Example { article, vector })
    }

    /// All articles with their vectors.
    pub(crate) fn examples(&self, articles: Vec<Article>) -> Result<Vec<Example>, Error> {
        articles
            .into_iter()
            .map(|article| self.example(article))
            .collect()
    }
}
