//! How good a model's tags are, on articles that people have judged.
//!
//! Two sorts of judgement are understood: labels (the topics an article is about, all others judged absent) and grades
//! (2 about, 1 in passing, 0 absent, for the topics that were graded and no others). Beside the model stand two
//! rivals that need no model: always the most frequent topic, and every topic that the article names.

mod agreement;
mod answers;
mod comparison;
mod gold;
mod report;
mod splits;

pub use agreement::{Agreement, agreement};
pub use comparison::{Comparison, Rival, TopicDifference, Verdict, compare};
pub use report::{Baseline, Confusion, Part, TopicReport, TopicScore};
pub use splits::Splits;

use notis_corpus::Article;
use rayon::prelude::*;

use answers::Answer;
use gold::{Gold, Universe};

use crate::{Definitions, Error, Example, Model, Progress, TrainOptions};

/// An article's judgement and a model's answer.
pub(crate) struct Row<'a> {
    pub(crate) article: &'a Article,
    pub(crate) gold: Gold,
    pub(crate) answer: Answer,
}

/// Measures a model on judged articles; those that nobody has judged are left out.
///
/// # Errors
/// Where a label is none of the model's topics, or no article is judged.
pub fn model(model: &Model, articles: &[Example]) -> Result<TopicReport, Error> {
    let universe = Universe::of_model(model);
    let judged = gold::judged(articles, &universe)?;
    let answers = answers::ask(model, judged.iter().map(|(example, _)| *example), &universe);
    let rows = judged.into_iter().zip(answers);
    let rows: Vec<_> = rows
        .map(|((example, gold), answer)| Row {
            article: &example.article,
            gold,
            answer,
        })
        .collect();
    Ok(TopicReport {
        trained_on: trained_on(model, articles.iter()),
        ..TopicReport::new(&rows, &universe.ids, Vec::new())
    })
}

/// The ids of the articles that a model was trained on.
fn trained_on<'a>(model: &Model, articles: impl Iterator<Item = &'a Example>) -> Vec<String> {
    let known = articles.filter(|example| model.was_trained_on(&example.article.text));
    known.map(|example| example.article.id.clone()).collect()
}

/// Measures fresh models: each article is tagged by one that was trained without it.
///
/// # Errors
/// Where training fails, or no article is judged.
pub fn fresh(
    articles: &[Example],
    definitions: Option<&Definitions>,
    options: &TrainOptions,
    splits: Splits,
    progress: &dyn Fn(Progress),
) -> Result<TopicReport, Error> {
    let universe = Universe::of_corpus(articles, definitions);
    let judged = gold::judged(articles, &universe)?;
    let parts = splits.parts(&judged, universe.ids.len(), options.seed);
    if parts.is_empty() {
        return Err(no_past(&judged));
    }
    // The budget is that of the whole measurement.
    let options = &TrainOptions {
        budget: options.budget / parts.len().max(1) as f64,
        ..options.clone()
    };
    let mut rows = Vec::new();
    for (done, (train, test)) in parts.iter().enumerate() {
        progress(Progress::Fold(done, parts.len()));
        let known = train
            .iter()
            .map(|&row| Ok::<_, std::convert::Infallible>(judged[row].0.clone()));
        let (model, _) = Model::train(known, definitions, None, options, &|_| ())?;
        let answers = answers::ask(&model, test.iter().map(|&row| judged[row].0), &universe);
        rows.extend(test.iter().zip(answers).map(|(&row, answer)| Row {
            article: &judged[row].0.article,
            gold: judged[row].1.clone(),
            answer,
        }));
    }
    Ok(TopicReport::new(
        &rows,
        &universe.ids,
        near_copies(&judged, &parts),
    ))
}

fn no_past(judged: &[(&Example, Gold)]) -> Error {
    let undated = judged
        .iter()
        .filter(|(example, _)| example.article.date.is_none());
    Error::NoPast {
        articles: judged.len(),
        undated: undated.count(),
    }
}

/// Test articles that are nearly the same as an article trained on: each makes its test too easy.
fn near_copies(judged: &[(&Example, Gold)], parts: &[(Vec<usize>, Vec<usize>)]) -> Vec<(String, String)> {
    let shingled: Vec<_> = judged
        .par_iter()
        .map(|(example, _)| notis_corpus::Shingles::of(&example.article.text))
        .collect();
    let copies = parts.par_iter().flat_map_iter(|(train, test)| {
        let index = notis_corpus::ShingleIndex::new(train.iter().map(|&row| (row, &shingled[row])));
        let copy = |&row: &usize| Some((row, index.nearest(&shingled[row])?));
        test.iter().filter_map(copy).collect::<Vec<_>>()
    });
    let copies: Vec<(usize, usize)> = copies.collect();
    let id = |row: usize| judged[row].0.article.id.clone();
    copies
        .into_iter()
        .map(|(test, train)| (id(test), id(train)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_corpus::Article;

    #[test]
    fn articles_without_a_past_are_refused() {
        for date in [None, Some("2022-05-01".to_owned())] {
            let example = |number: usize| {
                Example::from(Article {
                    id: number.to_string(),
                    text: "Ferja gjekk ikkje i natt.".into(),
                    labels: Some(vec![["ferje", "laks"][number % 2].into()]),
                    date: date.clone(),
                    ..Article::default()
                })
            };
            let examples: Vec<Example> = (0..20).map(example).collect();
            let options = TrainOptions::default();
            let error = fresh(&examples, None, &options, Splits::ByDate(5), &|_| ()).unwrap_err();
            assert!(matches!(error, Error::NoPast { articles: 20, .. }), "{error}");
        }
    }
}
