//! Spherical k-means: rows of unit length, grouped by the cosine to the mean of their group (Dhillon & Modha 2001), from
//! starts that lie apart (Arthur & Vassilvitskii 2007).

use ndarray::{Array2, ArrayView2, Axis};
use notis_learn::random::SplitMix;

use crate::product::each_against;
use crate::weights::to_unit_length;

/// Rounds at most; nearly all runs are done after 20.
const ROUNDS: usize = 60;

/// Groups, and how well the rows lie in them.
#[derive(Clone, Debug)]
pub(crate) struct Grouping {
    /// The group of each row.
    pub(crate) groups: Vec<u32>,
    /// The direction of each group, a row each.
    pub(crate) centres: Array2<f32>,
    /// The sum over all rows of the cosine to their centre.
    pub(crate) cohesion: f64,
}

/// Groups `rows` (of unit length) into `count` groups.
pub(crate) fn spherical(rows: ArrayView2<'_, f32>, count: usize, seed: u64) -> Grouping {
    let mut random = SplitMix(seed);
    let centres = apart(rows, count.min(rows.nrows()).max(1), &mut random);
    settled(rows, centres)
}

/// The best of `starts` runs.
pub(crate) fn best_of(rows: ArrayView2<'_, f32>, count: usize, starts: u64, seed: u64) -> Grouping {
    let run = |start: u64| spherical(rows, count, seed.wrapping_add(start.wrapping_mul(0x9E37)));
    let better = |a: Grouping, b: Grouping| if b.cohesion > a.cohesion { b } else { a };
    (1..starts).map(run).fold(run(0), better)
}

/// Starts: each next one drawn with chances that grow with its distance to those before it.
fn apart(rows: ArrayView2<'_, f32>, count: usize, random: &mut SplitMix) -> Array2<f32> {
    let mut centres = Array2::zeros((count, rows.ncols()));
    if rows.nrows() == 0 {
        return centres;
    }
    let mut distances = vec![f64::INFINITY; rows.nrows()];
    let mut next = random.below(rows.nrows());
    for at in 0..count {
        centres.row_mut(at).assign(&rows.row(next));
        let likeness = rows.dot(&rows.row(next));
        for (distance, likeness) in distances.iter_mut().zip(&likeness) {
            *distance = distance.min(f64::from(1.0 - likeness).max(0.0));
        }
        next = drawn(&distances, random);
    }
    centres
}

/// An index drawn in proportion to the weights; any, where all are nothing.
fn drawn(weights: &[f64], random: &mut SplitMix) -> usize {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return random.below(weights.len());
    }
    let mut left = total * (random.next_bits() >> 11) as f64 / (1_u64 << 53) as f64;
    let found = weights.iter().position(|weight| {
        left -= weight;
        left < 0.0
    });
    found.unwrap_or(weights.len() - 1)
}

/// Lets groups and centres settle, from these centres on.
pub(crate) fn settled(rows: ArrayView2<'_, f32>, mut centres: Array2<f32>) -> Grouping {
    let mut groups = Vec::new();
    let mut likeness = Vec::new();
    for _ in 0..ROUNDS {
        let (next, next_likeness) = nearest(rows, centres.view());
        let same = next == groups;
        (groups, likeness) = (next, next_likeness);
        if same {
            break;
        }
        centres = means(rows, &mut groups, &likeness, centres.nrows());
    }
    Grouping {
        groups,
        centres,
        cohesion: likeness.iter().map(|&x| f64::from(x)).sum(),
    }
}

/// The nearest centre of each row, and the cosine to it.
pub(crate) fn nearest(rows: ArrayView2<'_, f32>, centres: ArrayView2<'_, f32>) -> (Vec<u32>, Vec<f32>) {
    let best_of_row = |row: ndarray::ArrayView1<'_, f32>| {
        let mut best = (0, f32::NEG_INFINITY);
        for (group, &likeness) in (0..).zip(row) {
            if likeness > best.1 {
                best = (group, likeness);
            }
        }
        best
    };
    let of_chunk = |found: ArrayView2<'_, f32>| {
        found
            .axis_iter(Axis(0))
            .map(best_of_row)
            .collect::<Vec<(u32, f32)>>()
    };
    each_against(rows, centres, of_chunk)
        .into_iter()
        .flatten()
        .unzip()
}

/// The direction of each group; an empty group takes the row that lies farthest from its own.
fn means(rows: ArrayView2<'_, f32>, groups: &mut [u32], likeness: &[f32], count: usize) -> Array2<f32> {
    fill_empty(groups, likeness, count);
    let mut sums = Array2::zeros((count, rows.ncols()));
    for (row, &group) in rows.axis_iter(Axis(0)).zip(groups.iter()) {
        let mut sum = sums.row_mut(group as usize);
        sum += &row;
    }
    for mut row in sums.axis_iter_mut(Axis(0)) {
        row.as_slice_mut().into_iter().for_each(to_unit_length);
    }
    sums
}

fn fill_empty(groups: &mut [u32], likeness: &[f32], count: usize) {
    let mut sizes = vec![0_usize; count];
    groups.iter().for_each(|&group| sizes[group as usize] += 1);
    let empty: Vec<usize> = (0..count).filter(|&group| sizes[group] == 0).collect();
    if empty.is_empty() {
        return;
    }
    let mut farthest: Vec<usize> = (0..groups.len()).collect();
    farthest.sort_by(|&a, &b| likeness[a].total_cmp(&likeness[b]).then(a.cmp(&b)));
    let mut farthest = farthest.into_iter();
    for group in empty {
        let taken = farthest.by_ref().find(|&row| sizes[groups[row] as usize] > 1);
        if let Some(row) = taken {
            sizes[groups[row] as usize] -= 1;
            groups[row] = group as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows around three axes.
    fn around(count: usize) -> Array2<f32> {
        let mut random = SplitMix(7);
        let mut rows = Array2::zeros((count, 3));
        for (number, mut row) in rows.axis_iter_mut(Axis(0)).enumerate() {
            row[number % 3] = 1.0;
            row.iter_mut()
                .for_each(|x| *x += (random.below(100) as f32 - 50.0) / 400.0);
            row.as_slice_mut().into_iter().for_each(to_unit_length);
        }
        rows
    }

    #[test]
    fn rows_around_three_axes_are_three_groups() {
        let rows = around(300);
        let found = best_of(rows.view(), 3, 4, 1);
        assert!((0..300).all(|n| found.groups[n] == found.groups[n % 3]));
        assert!(found.cohesion > 280.0);
    }

    #[test]
    fn no_group_stays_empty() {
        let rows = around(30);
        let found = spherical(rows.view(), 12, 5);
        let mut seen = [false; 12];
        found.groups.iter().for_each(|&g| seen[g as usize] = true);
        assert!(seen.iter().filter(|&&s| s).count() >= 11);
    }

    #[test]
    fn more_groups_than_rows_and_no_rows_at_all_are_no_trouble() {
        let rows = around(3);
        assert_eq!(spherical(rows.view(), 9, 1).centres.nrows(), 3);
        assert!(spherical(Array2::zeros((0, 3)).view(), 4, 1).groups.is_empty());
    }
}
