//! What many runs agree on.
//!
//! One run of k-means depends on its start, one space on how many dimensions were kept. The groups of many runs, over
//! spaces of several sizes, are marks of an article; articles that share marks belong together (Strehl & Ghosh 2002, with
//! the spectral relaxation of Fern & Brodley 2004: the marks are decomposed like terms and grouped once more).

use notis_learn::{RowView, SparseRows};
use rayon::prelude::*;

use crate::decompose::Placed;
use crate::kmeans::{best_of, spherical};

/// Runs that are asked. 8 left the NMI of single runs' luck in, 32 gained nothing more (README.md).
const RUNS: u64 = 18;
/// The shares of the dimensions that runs see, in turn.
const SHARES: [f64; 3] = [0.6, 0.8, 1.0];
/// Starts of the last grouping, over the marks.
const STARTS: u64 = 6;

/// `count` groups that the runs agree on most.
pub(crate) fn groups(placed: &Placed, count: usize, seed: u64) -> Vec<u32> {
    let runs: Vec<Vec<u32>> = (0..RUNS)
        .into_par_iter()
        .map(|run| {
            let share = SHARES[run as usize % SHARES.len()];
            let dimensions = (share * placed.dimensions() as f64).ceil() as usize;
            spherical(placed.unit(dimensions).view(), count, seed ^ (run + 1) << 20).groups
        })
        .collect();
    let marks = marks(&runs, count);
    let space = Placed::of(&marks, count, seed);
    best_of(space.unit(count).view(), count, STARTS, seed).groups
}

/// A row an article: its group in every run, groups of many articles weighing less.
fn marks(runs: &[Vec<u32>], count: usize) -> SparseRows {
    let articles = runs.first().map_or(0, Vec::len);
    let mut sizes = vec![0_u32; runs.len() * count];
    let column = |run: usize, group: u32| run * count + group as usize;
    for (run, groups) in runs.iter().enumerate() {
        groups.iter().for_each(|&group| sizes[column(run, group)] += 1);
    }
    let mut rows = SparseRows::new(sizes.len());
    for article in 0..articles {
        let marks = runs
            .iter()
            .enumerate()
            .map(|(run, groups)| column(run, groups[article]));
        let indices: Vec<u32> = marks.map(|column| column as u32).collect();
        let weight = |&column: &u32| 1.0 / (sizes[column as usize] as f32).sqrt();
        let values: Vec<f32> = indices.iter().map(weight).collect();
        rows.push(RowView {
            indices: &indices,
            values: &values,
        });
    }
    rows
}
