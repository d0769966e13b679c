//! What a model says of the articles.

use notis_text::Language;
use rayon::prelude::*;

use super::gold::Universe;
use crate::{ClassifyOptions, Example, Input, Model, analyzed};

/// A model's answer for one article, in the topics of an evaluation.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The topics given.
    pub(crate) tagged: Vec<usize>,
    /// The probability of each topic; none where the article was not looked at.
    pub(crate) probabilities: Vec<f32>,
    /// The topics that the article names.
    pub(crate) named: Vec<usize>,
    /// The written form found.
    pub(crate) language: Language,
}

/// Asks a model about articles, in their order.
pub(super) fn ask<'a>(
    model: &Model,
    examples: impl Iterator<Item = &'a Example>,
    universe: &Universe,
) -> Vec<Answer> {
    let places: Vec<_> = model
        .topics()
        .iter()
        .map(|topic| universe.index(&topic.id))
        .collect();
    let examples: Vec<_> = examples.collect();
    let answer = |example: &&Example| answer(model, example, &places, universe.ids.len());
    examples.par_iter().map(answer).collect()
}

/// `places` tells for each topic of the model which topic of the evaluation it is.
fn answer(model: &Model, example: &Example, places: &[Option<usize>], topics: usize) -> Answer {
    let analysis = analyzed(&example.article);
    let classified = model.classify(
        Input::new(&analysis, &example.vector),
        &ClassifyOptions::default(),
    );
    let mut probabilities = vec![0.0; if classified.scores.is_empty() { 0 } else { topics }];
    for (place, probability) in places.iter().zip(&classified.scores) {
        if let Some(place) = place {
            probabilities[*place] = *probability;
        }
    }
    let tags = classified.decision.tags().iter();
    Answer {
        tagged: tags.filter_map(|tag| places[tag.topic]).collect(),
        probabilities,
        named: model
            .named(&analysis)
            .into_iter()
            .filter_map(|t| places[t])
            .collect(),
        language: classified.language,
    }
}
