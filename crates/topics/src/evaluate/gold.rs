//! What people said of the articles.

use std::collections::BTreeSet;

use notis_corpus::{Article, Graded};

use crate::model::looked_at;
use crate::{Definitions, Error, Example, Model};

/// The topics of an evaluation.
pub(super) struct Universe {
    pub(super) ids: Vec<String>,
}

impl Universe {
    pub(super) fn of_model(model: &Model) -> Self {
        let ids = model.topics().iter().map(|topic| topic.id.clone());
        Universe { ids: ids.collect() }
    }

    /// The topics that one model or the other has.
    pub(super) fn of_models(first: &Model, second: &Model) -> Self {
        let mut universe = Universe::of_model(first);
        let more = Universe::of_model(second).ids.into_iter();
        let new: Vec<String> = more.filter(|id| universe.index(id).is_none()).collect();
        universe.ids.extend(new);
        universe
    }

    /// The topics that are defined, then those that labels alone name.
    pub(super) fn of_corpus(articles: &[Example], definitions: Option<&Definitions>) -> Self {
        let defined = definitions.map_or(&[][..], Definitions::topics).iter();
        let mut ids: Vec<String> = defined.map(|topic| topic.id.clone()).collect();
        let labels: BTreeSet<&String> = articles
            .iter()
            .flat_map(|e| e.article.labels.iter().flatten())
            .collect();
        let new = labels.into_iter().filter(|label| !ids.contains(label));
        let new: Vec<String> = new.cloned().collect();
        ids.extend(new);
        Universe { ids }
    }

    /// The topics that were looked at.
    fn looked_at(&self, graded: &Graded) -> Vec<usize> {
        let places = 0..self.ids.len();
        places
            .filter(|&place| looked_at(graded, place, &self.ids[place]))
            .collect()
    }

    pub(super) fn index(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|known| known == id)
    }
}

/// A judgement of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gold {
    /// The topics it is about.
    pub(crate) about: Vec<usize>,
    /// The topics it names in passing.
    pub(crate) passing: Vec<usize>,
    /// The topics that were judged; `None` is all.
    pub(crate) judged: Option<Vec<usize>>,
}

impl Gold {
    /// Whether anybody said something of the topic.
    pub(crate) fn judges(&self, topic: usize) -> bool {
        self.judged.as_ref().is_none_or(|judged| judged.contains(&topic))
    }

    fn of(article: &Article, universe: &Universe) -> Result<Option<Self>, Error> {
        let gold = if article.grades.is_empty() {
            let Some(labels) = &article.labels else {
                return Ok(None);
            };
            Gold {
                about: known(article, labels, universe)?,
                passing: article
                    .mentions
                    .iter()
                    .filter_map(|m| universe.index(m))
                    .collect(),
                judged: article.graded.as_ref().map(|graded| universe.looked_at(graded)),
            }
        } else {
            Gold::of_grades(article, universe)
        };
        Ok(Some(gold))
    }

    /// Topics that the model does not have cannot be right or wrong.
    fn of_grades(article: &Article, universe: &Universe) -> Self {
        let graded = |wanted: fn(u8) -> bool| {
            let grades = article.grades.iter().filter(move |(_, grade)| wanted(**grade));
            grades.filter_map(|(topic, _)| universe.index(topic)).collect()
        };
        Gold {
            about: graded(|grade| grade >= 2),
            passing: graded(|grade| grade == 1),
            judged: Some(graded(|_| true)),
        }
    }
}

fn known(article: &Article, labels: &[String], universe: &Universe) -> Result<Vec<usize>, Error> {
    let unknown = |label: &String| Error::UnknownLabel {
        place: article.place_of_labels().to_string(),
        label: label.clone(),
        nearest: None,
    };
    let index = |label: &String| universe.index(label).ok_or_else(|| unknown(label));
    labels.iter().map(index).collect()
}

/// The articles that somebody has judged.
pub(super) fn judged<'a>(
    articles: &'a [Example],
    universe: &Universe,
) -> Result<Vec<(&'a Example, Gold)>, Error> {
    let gold = articles
        .iter()
        .map(|e| Ok(Gold::of(&e.article, universe)?.map(|gold| (e, gold))));
    let judged: Vec<_> = gold.filter_map(Result::transpose).collect::<Result<_, Error>>()?;
    if judged.is_empty() {
        return Err(Error::NothingJudged);
    }
    Ok(judged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn universe() -> Universe {
        Universe {
            ids: ["laks", "ferje", "vær"].map(str::to_owned).to_vec(),
        }
    }

    #[test]
    fn labels_judge_every_topic() {
        let article = Article {
            labels: Some(vec!["ferje".into()]),
            mentions: vec!["vær".into()],
            ..Article::default()
        };
        let gold = Gold::of(&article, &universe()).unwrap().unwrap();
        assert_eq!((&gold.about, &gold.passing), (&vec![1], &vec![2]));
        assert!(gold.judges(0));
        assert!(Gold::of(&Article::default(), &universe()).unwrap().is_none());
    }

    #[test]
    fn a_topic_that_was_not_looked_at_is_not_judged() {
        let judged = |graded| {
            let article = Article {
                labels: Some(vec!["laks".into()]),
                graded: Some(graded),
                ..Article::default()
            };
            Gold::of(&article, &universe()).unwrap().unwrap().judged
        };
        assert_eq!(judged(Graded::Count(2)), Some(vec![0, 1]));
        assert_eq!(judged(Graded::Topics(vec!["vær".into()])), Some(vec![2]));
    }

    #[test]
    fn grades_judge_the_topics_that_are_graded() {
        let grades = [("laks", 2), ("vær", 1), ("skog", 2)];
        let article = Article {
            grades: grades.map(|(t, g)| (t.to_owned(), g)).into(),
            ..Article::default()
        };
        let gold = Gold::of(&article, &universe()).unwrap().unwrap();
        assert_eq!((&gold.about, &gold.passing), (&vec![0], &vec![2]));
        assert!(gold.judges(2) && !gold.judges(1));
    }

    #[test]
    fn a_label_that_is_no_topic_is_an_error() {
        let article = Article {
            labels: Some(vec!["fly".into()]),
            ..Article::default()
        };
        assert!(matches!(
            Gold::of(&article, &universe()),
            Err(Error::UnknownLabel { .. })
        ));
    }
}
