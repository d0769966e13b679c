//! What models say of articles that they have not seen.

use notis_features::{Featurizer, SparseRows};
use notis_learn::LearnError;
use notis_learn::folds::{folds, split};
use notis_learn::learners::Targets;
use rayon::prelude::*;

use super::fitted::Fitted;
use super::options::WordOptions;
use super::recipe::Recipe;

/// The scores of every row by a model that was trained without its fold, article by article.
pub(super) fn out_of_fold(
    recipe: &Recipe,
    featurizer: &Featurizer,
    counts: &SparseRows,
    targets: &Targets,
    options: &WordOptions,
) -> Result<Vec<f32>, LearnError> {
    let fold_of = folds(targets, options.folds, options.seed);
    let parts: Vec<(Vec<usize>, Vec<f32>)> = (0..options.folds)
        .into_par_iter()
        .map(|fold| {
            let (outside, inside) = split(&fold_of, fold);
            let scores = scores_of(&inside, recipe, featurizer, counts, targets, &outside)?;
            Ok((inside, scores))
        })
        .collect::<Result<_, LearnError>>()?;
    let topics = targets.topics();
    let mut all = vec![0.0; counts.len() * topics];
    for (row, scores) in parts
        .iter()
        .flat_map(|(rows, scores)| rows.iter().zip(scores.chunks(topics)))
    {
        all[row * topics..(row + 1) * topics].copy_from_slice(scores);
    }
    Ok(all)
}

/// The scores of the articles `asked` by a model of the articles `taught`, article by article.
pub(super) fn scores_of(
    asked: &[usize],
    recipe: &Recipe,
    featurizer: &Featurizer,
    counts: &SparseRows,
    targets: &Targets,
    taught: &[usize],
) -> Result<Vec<f32>, LearnError> {
    let fitted = Fitted::new(recipe, featurizer, counts.select(taught), &targets.select(taught))?;
    Ok(fitted.scores(counts.select(asked)))
}
