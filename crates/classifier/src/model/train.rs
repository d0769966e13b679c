//! Training a topic model.

use std::collections::BTreeSet;

use notis_corpus::Article;
use rayon::prelude::*;

use super::reading::Reading;
use super::{DEFAULT_THRESHOLD, Model, Parts, Progress, TrainOptions, TrainReport};
use crate::topics::salience::{Pair, SalienceModel};
use crate::topics::{Matcher, Topic};
use crate::{Definitions, Error};

/// Ridge penalty of the salience model.
const PENALTY: f64 = 3.0;

/// Fewer labelled pairs than this teach no salience; the base's or the standard model stands.
const FEWEST_PAIRS: usize = 200;

impl Model {
    /// Trains a model on articles, on definitions, or on both.
    ///
    /// Topics are those of `base`, then those of `definitions`, then (where there are no definitions) the labels.
    ///
    /// # Errors
    /// Where an article cannot be read, a label is not defined, or there is nothing to learn from.
    pub fn train<E>(
        articles: impl Iterator<Item = Result<Article, E>>,
        definitions: Option<&Definitions>,
        base: Option<&Model>,
        _options: &TrainOptions,
        progress: &dyn Fn(Progress),
    ) -> Result<(Model, TrainReport), Error>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let articles = read(articles, progress)?;
        let topics = topics(&articles, definitions, base)?;
        let matcher = Matcher::new(&topics);
        let pairs: Vec<Pair> = articles
            .par_iter()
            .flat_map_iter(|a| pairs(a, &topics, &matcher))
            .collect();
        let known = base.map(|b| b.parts.salience.clone());
        let salience = if pairs.len() < FEWEST_PAIRS {
            known.unwrap_or_else(SalienceModel::standard)
        } else {
            SalienceModel::fit(&pairs, PENALTY)
        };
        let parts = Parts {
            salience,
            thresholds: vec![DEFAULT_THRESHOLD; topics.len()],
        };
        let report = TrainReport {
            articles: articles.len(),
            labelled: articles.iter().filter(|a| a.labels.is_some()).count(),
            remarks: Vec::new(),
        };
        Ok((Model::new(topics, parts), report))
    }
}

fn read<E>(
    articles: impl Iterator<Item = Result<Article, E>>,
    progress: &dyn Fn(Progress),
) -> Result<Vec<Article>, Error>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut all = Vec::new();
    for article in articles {
        all.push(article.map_err(|e| Error::Corpus(e.into()))?);
        progress(Progress::Read(all.len()));
    }
    Ok(all)
}

fn topics(
    articles: &[Article],
    definitions: Option<&Definitions>,
    base: Option<&Model>,
) -> Result<Vec<Topic>, Error> {
    let mut topics: Vec<Topic> = base.map_or_else(Vec::new, |b| b.topics.clone());
    for topic in definitions.map_or(&[][..], Definitions::topics) {
        match topics.iter_mut().find(|t| t.id == topic.id) {
            Some(known) => *known = topic.clone(),
            None => topics.push(topic.clone()),
        }
    }
    if definitions.is_some() {
        check_labels(articles, &topics)?;
    } else {
        let labels: BTreeSet<&String> = articles.iter().flat_map(|a| a.labels.iter().flatten()).collect();
        let unknown = labels.into_iter().filter(|l| !topics.iter().any(|t| t.id == **l));
        let unknown: Vec<Topic> = unknown.map(|l| Topic::undefined(l)).collect();
        topics.extend(unknown);
    }
    if topics.is_empty() {
        return Err(Error::NothingToLearn);
    }
    Ok(topics)
}

fn check_labels(articles: &[Article], topics: &[Topic]) -> Result<(), Error> {
    for article in articles {
        for label in article.labels.iter().flatten() {
            if !topics.iter().any(|t| t.id == *label) {
                return Err(Error::UnknownLabel {
                    article: article.id.clone(),
                    label: label.clone(),
                    nearest: nearest(label, topics),
                });
            }
        }
    }
    Ok(())
}

/// The topic whose id shares most letter pairs with `label`, if it shares at least half of them.
fn nearest(label: &str, topics: &[Topic]) -> Option<String> {
    let pairs = |s: &str| -> BTreeSet<(char, char)> {
        let folded: Vec<char> = s.to_lowercase().chars().collect();
        folded.windows(2).map(|w| (w[0], w[1])).collect()
    };
    let wanted = pairs(label);
    let likeness = |topic: &&Topic| {
        let has = pairs(&topic.id);
        let shared = has.intersection(&wanted).count();
        200 * shared / (has.len() + wanted.len()).max(1)
    };
    let best = topics
        .iter()
        .max_by_key(|t| (likeness(t), std::cmp::Reverse(&t.id)))?;
    (likeness(&best) >= 100).then(|| best.id.clone())
}

/// The pairs of one labelled article with the topics it names.
fn pairs(article: &Article, topics: &[Topic], matcher: &Matcher) -> Vec<Pair> {
    let Some(labels) = &article.labels else {
        return Vec::new();
    };
    let analysis = notis_text::analyze(&article.text, article.title.as_deref());
    let reading = Reading::new(&analysis, matcher);
    let pair = |(index, topic): (usize, &Topic)| {
        let mentions = reading.mentions(index);
        (!mentions.is_empty()).then(|| Pair {
            kind: topic.kind(),
            features: reading.features(index, mentions),
            about: labels.contains(&topic.id),
        })
    };
    topics.iter().enumerate().filter_map(pair).collect()
}
