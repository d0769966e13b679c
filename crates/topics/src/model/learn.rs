//! Learning from corrections, without the old corpus.

use notis_corpus::Article;
use notis_features::{SparseRow, SparseRows};

use super::corrections::{Correction, Corrections};
use super::judged::passed_over;
use super::reading::Reading;
use super::trained_on::print;
use super::words::Words;
use super::{Model, names};
use crate::{Error, Example, Input, analyzed};
use notis_learn::learners::Targets;

/// A corrected article as a model reads it.
struct Corrected {
    id: String,
    print: u32,
    /// Its row in the last word model.
    row: SparseRow,
    /// The topics it is about.
    about: Vec<u16>,
    /// The topics nobody looked for, ascending.
    unjudged: Vec<u16>,
    /// The log-odds of each topic as the corpus taught them.
    odds: Vec<f64>,
}

impl Model {
    /// The model after it has learned from corrected articles, and how many of them it learned from.
    ///
    /// Words weighed by Naive Bayes alone learn as if the corrections had stood in the corpus, but for terms that are new,
    /// which stay unknown. Other models keep their weights and learn beside them by how much the corrections raise or lower
    /// each topic in articles like them; corrections that were learned before are learned again with them, and an article
    /// corrected anew replaces its old correction. Thresholds stay.
    ///
    /// # Errors
    /// Where an article cannot be read, a label is none of the model's topics, no article has a label, or the model has no
    /// words, or exclusive ones weighed by a learner that needs the old articles.
    pub fn learn<A, E>(
        &self,
        corrections: impl Iterator<Item = Result<A, E>>,
    ) -> Result<(Model, usize), Error>
    where
        A: Into<Example>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let words = self.parts.words.last().ok_or(Error::CannotLearn)?;
        let counts = words.model.recipe().incremental().is_some();
        if !counts && words.model.is_exclusive() {
            return Err(Error::CannotLearn);
        }
        let mut read = Vec::new();
        for correction in corrections {
            let correction = correction.map_err(|e| Error::Corpus(e.into()))?;
            read.extend(self.corrected(&correction.into(), words)?);
        }
        if read.is_empty() {
            return Err(Error::NothingJudged);
        }
        let count = read.len();
        let mut model = self.clone();
        model
            .parts
            .trained_on
            .add(read.iter().map(|corrected| corrected.print));
        if counts {
            model.add_counts(&read)?;
        } else {
            model.add_corrections(read);
        }
        Ok((model, count))
    }

    /// What is learned of a corrected article; `None` where nobody labelled it.
    fn corrected(&self, example: &Example, words: &Words) -> Result<Option<Corrected>, Error> {
        let Example { article, vector } = example;
        let Some(about) = self.topics_of(article)? else {
            return Ok(None);
        };
        let analysis = analyzed(article);
        let reading = Reading::new(&analysis, &self.matcher);
        let content = Input::new(&analysis, vector).content();
        let of_each = self.parts.words.iter();
        let mut rows: Vec<SparseRow> = of_each.map(|w| w.model.featurizer().row(&content)).collect();
        let odds = if words.model.is_exclusive() {
            Vec::new()
        } else {
            self.joined(&reading, &rows)
        };
        Ok(Some(Corrected {
            id: article.id.clone(),
            print: print(&article.text),
            row: rows.pop().unwrap_or_default(),
            unjudged: passed_over(article.graded.as_ref(), Some(&about), &self.topics),
            about,
            odds,
        }))
    }

    /// Adds the corrections to the counts of Naive Bayes.
    fn add_counts(&mut self, read: &[Corrected]) -> Result<(), Error> {
        let words = self.parts.words.last_mut().ok_or(Error::CannotLearn)?;
        let mut rows = SparseRows::new(words.model.featurizer().vocabulary().len());
        read.iter().for_each(|corrected| rows.push(corrected.row.view()));
        let weighed = read.iter().map(|corrected| words.weighed(corrected));
        let about: Vec<Vec<u16>> = weighed.collect::<Result<_, Error>>()?;
        let targets = if words.model.is_exclusive() {
            Targets::exclusive(words.topics.len(), &about.concat())
        } else {
            let unjudged = read.iter().map(|corrected| words.places(&corrected.unjudged));
            Targets::multiple(words.topics.len(), &about).with_unjudged(unjudged.collect())
        };
        words.model = words.model.learn(&rows, &targets)?.ok_or(Error::CannotLearn)?;
        Ok(())
    }

    /// Fits what stands beside the weights to the old corrections and the new ones.
    fn add_corrections(&mut self, read: Vec<Corrected>) {
        let topics = self.topics.len();
        let mut learned: Vec<Correction> = Vec::new();
        let known = self
            .parts
            .corrections
            .take()
            .into_iter()
            .flat_map(|known| known.learned);
        for correction in known.chain(read.into_iter().map(|corrected| corrected.correction(topics))) {
            learned.retain(|other| other.print != correction.print);
            learned.push(correction);
        }
        for correction in &mut learned {
            // Topics that were defined after it was corrected.
            correction.about.resize(topics, None);
            correction.odds.resize(topics, 0.0);
        }
        if let Some(words) = self.parts.words.last() {
            let fitted = Corrections::fit(learned, words.model.mean(), &self.parts.held_out);
            self.parts.corrections = Some(fitted);
        }
    }

    /// The topics an article is labelled with; `None` where nobody labelled it.
    fn topics_of(&self, article: &Article) -> Result<Option<Vec<u16>>, Error> {
        let place =
            |label: &String| Ok(names::place(&article.place_of_labels(), label, &self.topics)? as u16);
        let labels = article.labels.as_ref();
        labels
            .map(|labels| labels.iter().map(place).collect())
            .transpose()
    }
}

impl Corrected {
    fn correction(self, topics: usize) -> Correction {
        let about = |topic: usize| {
            let topic = topic as u16;
            let is_judged = !self.unjudged.contains(&topic);
            is_judged.then(|| self.about.contains(&topic))
        };
        Correction {
            print: self.print,
            about: (0..topics).map(about).collect(),
            odds: self.odds.iter().map(|&odds| odds as f32).collect(),
            row: self.row,
            pulls: Vec::new(),
        }
    }
}

impl Words {
    /// An article's topics as this word model numbers them; exactly one where it is exclusive.
    fn weighed(&self, corrected: &Corrected) -> Result<Vec<u16>, Error> {
        let weighed = self.places(&corrected.about);
        if self.model.is_exclusive() && weighed.len() != 1 {
            return Err(Error::NotExclusive {
                article: corrected.id.clone(),
                labels: weighed.len(),
            });
        }
        Ok(weighed)
    }

    /// Topics as this word model numbers them, ascending.
    fn places(&self, topics: &[u16]) -> Vec<u16> {
        let place = |&topic: &u16| Some(self.place(usize::from(topic))? as u16);
        let mut places: Vec<u16> = topics.iter().filter_map(place).collect();
        places.sort_unstable();
        places
    }
}
