//! Learning from corrections, without the old corpus.

use notis_corpus::Article;
use notis_features::SparseRows;

use super::words::Words;
use super::{Model, names};
use crate::{Error, Example, Input, analyzed};
use notis_learn::learners::Targets;

impl Model {
    /// The model after it has learned from corrected articles, and how many of them it learned from. Words weighed by
    /// Naive Bayes alone can: their counts are all they know, so that the result is exactly as if the corrections had
    /// stood in the corpus, but for terms that are new, which stay unknown. Probabilities and thresholds stay.
    ///
    /// # Errors
    /// Where an article cannot be read, a label is none of the model's topics, no article has a label, or the model's
    /// words are weighed by a learner that needs the old articles.
    pub fn learn<A, E>(
        &self,
        corrections: impl Iterator<Item = Result<A, E>>,
    ) -> Result<(Model, usize), Error>
    where
        A: Into<Example>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let words = self.parts.words.last().ok_or(Error::CannotLearn)?;
        let mut rows = SparseRows::new(words.model.featurizer().vocabulary().len());
        let mut targets: Vec<Vec<u16>> = Vec::new();
        for correction in corrections {
            let correction = correction.map_err(|e| Error::Corpus(e.into()))?;
            let Example { article, vector } = correction.into();
            let Some(topics) = self.topics_of(&article)? else {
                continue;
            };
            targets.push(words.targets(&article, &topics)?);
            let analysis = analyzed(&article);
            let content = Input::new(&analysis, &vector).content();
            rows.push(words.model.featurizer().row(&content).view());
        }
        let learned_from = targets.len();
        let targets = if words.model.is_exclusive() {
            Targets::exclusive(words.topics.len(), &targets.concat())
        } else {
            Targets::multiple(words.topics.len(), &targets)
        };
        if learned_from == 0 {
            return Err(Error::NothingJudged);
        }
        let learned = words.model.learn(&rows, &targets)?.ok_or(Error::CannotLearn)?;
        let mut model = self.clone();
        if let Some(words) = model.parts.words.last_mut() {
            words.model = learned;
        }
        Ok((model, learned_from))
    }

    /// The topics an article is labelled with; `None` where nobody labelled it.
    fn topics_of(&self, article: &Article) -> Result<Option<Vec<usize>>, Error> {
        let place = |label: &String| {
            let known = self.topics.iter().position(|topic| topic.id == *label);
            known.ok_or_else(|| Error::UnknownLabel {
                article: article.id.clone(),
                label: label.clone(),
                nearest: names::nearest(label, &self.topics),
            })
        };
        let labels = article.labels.as_ref();
        labels
            .map(|labels| labels.iter().map(place).collect())
            .transpose()
    }
}

impl Words {
    /// An article's topics as this word model numbers them, ascending.
    fn targets(&self, article: &Article, topics: &[usize]) -> Result<Vec<u16>, Error> {
        let weighed = topics.iter().filter_map(|&topic| Some(self.place(topic)? as u16));
        let mut weighed: Vec<u16> = weighed.collect();
        weighed.sort_unstable();
        if self.model.is_exclusive() && weighed.len() != 1 {
            return Err(Error::NotExclusive {
                article: article.id.clone(),
                labels: weighed.len(),
            });
        }
        Ok(weighed)
    }
}
