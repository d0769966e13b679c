//! How many topics there are: as few as are nearly as stable and as well parted as the best number is.
//!
//! Topics that are there are found again in any large part of the articles (Ben-Hur, Elisseeff & Guyon 2002). For each
//! number, several samples are grouped, all articles are dealt to the groups of each, and each two dealings compared by
//! adjusted mutual information, which is 0 for chance at any number of groups. On news it rises with the number and then
//! stays level; so do silhouettes. The first number of the level is taken.

use ndarray::{ArrayView2, Axis};
use notis_learn::random::SplitMix;
use rayon::prelude::*;
use serde::Serialize;

use crate::kmeans::{best_of, nearest};
use crate::measures::adjusted_mutual_information;
use crate::product::each_against;

/// A number of topics that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tried {
    /// The number.
    pub topics: usize,
    /// How far groupings of samples agree: mean adjusted mutual information of pairs, 1 when they are the same.
    pub stability: f64,
    /// How much nearer articles lie to their topic than to the next, −1 to 1.
    pub silhouette: f64,
}

/// Articles that the choice looks at: more change the measures by less than their spread over samples. How these numbers
/// were found stands in `TUNING.md`, as far as it is known.
const ARTICLES: usize = 4000;
/// Samples, and the share of the articles in each.
const SAMPLES: u64 = 5;
const SHARE: usize = 80;
/// The numbers tried: from 4, or a sixth of the root of all articles, each 1.3 times the one before … A large archive
/// parts into its few genres more stably than into anything one wants to know: five of 50,000 reviews and pages.
const FEWEST: f64 = 4.0;
const ROOTS: f64 = 6.0;
const STEP: f64 = 1.3;
/// … to 100, and to one in twelve articles: smaller topics are stories.
const MOST: usize = 100;
const ARTICLES_EACH: usize = 12;
/// What is nearly the best, by stability and by silhouette: with these the numbers are 33 to 55 on corpora whose labels
/// are 17 coarse ones, and 40 (README.md).
const NEARLY: [f64; 2] = [0.95, 0.9];

/// The number of topics of these rows, and every number that was tried.
pub(crate) fn number(rows: ArrayView2<'_, f32>, seed: u64) -> (usize, Vec<Tried>) {
    let numbers = numbers(rows.nrows());
    let sampled = sample(rows.nrows(), ARTICLES, seed);
    let rows = rows.select(Axis(0), &sampled);
    let tried: Vec<Tried> = numbers
        .iter()
        .map(|&topics| tried(rows.view(), topics, seed))
        .collect();
    let best = |measure: fn(&Tried) -> f64| tried.iter().map(measure).fold(f64::NEG_INFINITY, f64::max);
    let (stability, silhouette) = (best(|t| t.stability), best(|t| t.silhouette));
    let is_near = |t: &&Tried| t.stability >= NEARLY[0] * stability && t.silhouette >= NEARLY[1] * silhouette;
    let worth = |t: &&Tried| t.stability.max(0.0) * t.silhouette.max(0.0);
    let best_of_both = || {
        tried
            .iter()
            .max_by(|a, b| worth(a).total_cmp(&worth(b)).then(b.topics.cmp(&a.topics)))
    };
    let chosen = tried.iter().find(is_near).or_else(best_of_both);
    (chosen.map_or(1, |tried| tried.topics), tried)
}

fn numbers(articles: usize) -> Vec<usize> {
    let most = MOST.min(articles / ARTICLES_EACH).max(1);
    let mut numbers: Vec<usize> = Vec::new();
    let mut next = FEWEST.max((articles as f64).sqrt() / ROOTS);
    while (next.round() as usize) < most {
        numbers.push(next.round() as usize);
        next *= STEP;
    }
    numbers.push(most);
    numbers
}

fn tried(rows: ArrayView2<'_, f32>, topics: usize, seed: u64) -> Tried {
    let dealings: Vec<(Vec<u32>, f64)> = (0..SAMPLES)
        .into_par_iter()
        .map(|number| dealt(rows, topics, seed.wrapping_add(number * 7919)))
        .collect();
    let pairs = (0..dealings.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let pairs: Vec<(usize, usize)> = pairs.collect();
    let agreement = |&(a, b): &(usize, usize)| adjusted_mutual_information(&dealings[a].0, &dealings[b].0);
    let agreements: Vec<f64> = pairs.par_iter().map(agreement).collect();
    Tried {
        topics,
        stability: mean(&agreements),
        silhouette: mean(&dealings.iter().map(|dealing| dealing.1).collect::<Vec<f64>>()),
    }
}

/// All rows dealt to the groups of a sample, and the silhouette of that.
fn dealt(rows: ArrayView2<'_, f32>, topics: usize, seed: u64) -> (Vec<u32>, f64) {
    let sampled = sample(rows.nrows(), rows.nrows() * SHARE / 100, seed);
    let centres = best_of(rows.select(Axis(0), &sampled).view(), topics, 2, seed).centres;
    (nearest(rows, centres.view()).0, silhouette(rows, centres.view()))
}

/// The simplified silhouette (Hruschka et al. 2004): distances to centres instead of to all members.
fn silhouette(rows: ArrayView2<'_, f32>, centres: ArrayView2<'_, f32>) -> f64 {
    let of_row = |row: ndarray::ArrayView1<'_, f32>| {
        let (mut own, mut next) = (f32::INFINITY, f32::INFINITY);
        for distance in row.iter().map(|likeness| (1.0 - likeness).max(0.0)) {
            if distance < own {
                (own, next) = (distance, own);
            } else if distance < next {
                next = distance;
            }
        }
        if next.is_finite() && next > 0.0 {
            f64::from((next - own) / next)
        } else {
            0.0
        }
    };
    let of_chunk = |found: ArrayView2<'_, f32>| found.axis_iter(Axis(0)).map(of_row).sum::<f64>();
    each_against(rows, centres, of_chunk).iter().sum::<f64>() / rows.nrows().max(1) as f64
}

/// `count` of the first `of` numbers, ascending.
fn sample(of: usize, count: usize, seed: u64) -> Vec<usize> {
    let mut all: Vec<usize> = (0..of).collect();
    SplitMix(seed).shuffle(&mut all);
    all.truncate(count);
    all.sort_unstable();
    all
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::Array2;

    #[test]
    fn eight_bundles_are_eight_topics() {
        let mut random = SplitMix(11);
        let mut rows = Array2::zeros((800, 8));
        for (number, mut row) in rows.axis_iter_mut(Axis(0)).enumerate() {
            row.iter_mut().for_each(|x| *x = random.below(100) as f32 / 700.0);
            row[number % 8] = 1.0;
            row.as_slice_mut()
                .into_iter()
                .for_each(crate::weights::to_unit_length);
        }
        let (number, tried) = number(rows.view(), 1);
        assert!((7..=9).contains(&number), "{number}: {tried:?}");
    }

    #[test]
    fn a_handful_of_articles_is_one_topic() {
        assert_eq!(numbers(10), [1]);
        assert_eq!(numbers(60), [4, 5]);
        assert_eq!(numbers(50_000)[0], 37);
        assert_eq!(number(Array2::zeros((3, 2)).view(), 1).0, 1);
    }
}
