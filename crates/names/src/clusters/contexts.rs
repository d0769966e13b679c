//! The company of words: how much oftener than chance each stands beside the commonest ones.

use rustc_hash::FxHashMap;

/// The commonest words: what others are told by.
const NEIGHBOURS: u32 = 2_000;
/// Where neighbours are looked for.
const PLACES: [isize; 4] = [-2, -1, 1, 2];
/// Makes rare neighbours a little less telling (Levy, Goldberg & Dagan 2015).
const SMOOTHING: f64 = 0.75;

/// How many columns there are: one for each neighbour, and for the edge of a sentence, at each place.
pub(crate) const COLUMNS: usize = PLACES.len() * (NEIGHBOURS as usize + 1);

/// A word, by its number of frequency, as one of those that are grouped or that others are told by.
#[derive(Clone, Copy)]
pub(crate) struct Ranked {
    /// Its row where it is grouped.
    pub(crate) row: Option<u32>,
    /// Its rank among the folded words where it is common.
    pub(crate) neighbour: Option<u32>,
}

impl Ranked {
    pub(crate) fn new(row: Option<u32>, rank: u32) -> Self {
        let neighbour = (rank < NEIGHBOURS).then_some(rank);
        Ranked { row, neighbour }
    }
}

/// A row of positive pointwise mutual information, of length 1.
pub(crate) type Row = Vec<(u32, f32)>;

/// How often each word stands beside each neighbour.
pub(crate) struct Contexts {
    counts: Vec<FxHashMap<u32, u32>>,
}

impl Contexts {
    pub(crate) fn new(rows: usize) -> Self {
        Contexts {
            counts: vec![FxHashMap::default(); rows],
        }
    }

    pub(crate) fn count(&mut self, sentence: &[Ranked]) {
        for (at, word) in sentence.iter().enumerate() {
            let Some(row) = word.row else { continue };
            for (place, offset) in (0..).zip(PLACES) {
                let there = at
                    .checked_add_signed(offset)
                    .and_then(|there| sentence.get(there));
                let neighbour = there.map_or(Some(NEIGHBOURS), |word| word.neighbour);
                if let Some(neighbour) = neighbour {
                    let column = place * (NEIGHBOURS + 1) + neighbour;
                    *self.counts[row as usize].entry(column).or_default() += 1;
                }
            }
        }
    }

    /// The rows, each as long as any other.
    pub(crate) fn into_rows(self) -> Vec<Row> {
        let counts: Vec<Vec<(u32, u32)>> = self.counts.into_iter().map(sorted).collect();
        let mut columns = vec![0.0; COLUMNS];
        for &(column, count) in counts.iter().flatten() {
            columns[column as usize] += f64::from(count);
        }
        let smoothed: Vec<f64> = columns.iter().map(|&count| libm::pow(count, SMOOTHING)).collect();
        let sum: f64 = smoothed.iter().sum();
        let chances: Vec<f64> = smoothed.iter().map(|count| count / sum).collect();
        counts
            .iter()
            .map(|counts| informative(counts, &chances))
            .collect()
    }
}

fn sorted(counts: FxHashMap<u32, u32>) -> Vec<(u32, u32)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable();
    counts
}

fn informative(counts: &[(u32, u32)], chances: &[f64]) -> Row {
    let all: f64 = counts.iter().map(|&(_, count)| f64::from(count)).sum();
    let information = |&(column, count): &(u32, u32)| {
        let found = libm::log(f64::from(count) / (all * chances[column as usize]));
        (found > 0.0).then_some((column, found as f32))
    };
    let mut row: Row = counts.iter().filter_map(information).collect();
    let length = row.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    row.iter_mut().for_each(|(_, value)| *value /= length);
    row
}
