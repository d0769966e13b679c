//! The file: a mark, a checksum, and numbers. Keys are stored as what they add to the one before, weights where there are
//! any.

use serde::{Deserialize, Serialize};

use super::table::weighed;
use super::{Card, NameModel, Row, Table};
use crate::Error;
use crate::clusters::Clusters;
use crate::crf::Transitions;
use crate::label::{LABELS, WIDTH};

/// What opens a file of this form.
const MARK: &[u8; 8] = b"notisnm1";
const SUM: usize = blake3::OUT_LEN;

#[derive(Serialize, Deserialize)]
struct Stored {
    card: Card,
    step: f32,
    transitions: Vec<Vec<f32>>,
    cluster_keys: Vec<u32>,
    clusters: Vec<u8>,
    keys: Vec<u32>,
    /// Which labels each row weighs, as bits.
    weighed: Vec<u32>,
    weights: Vec<i8>,
}

impl NameModel {
    /// The model as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let (cluster_keys, clusters): (Vec<u32>, _) = self.clusters.sorted().into_iter().unzip();
        let rows = self.table.rows();
        let stored = Stored {
            card: self.card.clone(),
            step: self.step,
            transitions: self
                .transitions
                .iter()
                .map(|row| row[..LABELS].to_vec())
                .collect(),
            cluster_keys: differences(&cluster_keys),
            clusters,
            keys: differences(self.table.keys()),
            weighed: rows.iter().map(weighed).collect(),
            weights: rows
                .iter()
                .flatten()
                .copied()
                .filter(|&weight| weight != 0)
                .collect(),
        };
        // Serialising numbers into memory cannot fail.
        let numbers = postcard::to_stdvec(&stored).unwrap_or_default();
        [MARK.as_slice(), blake3::hash(&numbers).as_bytes(), &numbers].concat()
    }

    /// The model in a file.
    ///
    /// # Errors
    /// Where the bytes are no model, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let rest = bytes
            .strip_prefix(MARK)
            .ok_or(Error::Model("the file opens with something else"))?;
        let (sum, numbers) = rest
            .split_at_checked(SUM)
            .ok_or(Error::Model("the file is cut off"))?;
        if blake3::hash(numbers).as_bytes() != sum {
            return Err(Error::Model("the file is damaged, its checksum is another"));
        }
        let damaged = Error::Model("the file holds other numbers than a model does");
        let stored: Stored = postcard::from_bytes(numbers)
            .map_err(|_| Error::Model("the file holds something else than a model"))?;
        stored.model().ok_or(damaged)
    }
}

impl Stored {
    fn model(self) -> Option<NameModel> {
        let mut transitions: Transitions = [[0.0; WIDTH]; LABELS + 1];
        let is_whole = self.transitions.len() == LABELS + 1
            && self.step.is_finite()
            && self.cluster_keys.len() == self.clusters.len()
            && self.keys.len() == self.weighed.len();
        if !is_whole {
            return None;
        }
        for (row, stored) in transitions.iter_mut().zip(&self.transitions) {
            (stored.len() == LABELS && stored.iter().all(|weight| weight.is_finite())).then_some(())?;
            row[..LABELS].copy_from_slice(stored);
        }
        let clusters = Clusters::of_pairs(sums(&self.cluster_keys)?.into_iter().zip(self.clusters));
        let mut weights = self.weights.into_iter();
        let rows: Option<Vec<Row>> = self.weighed.iter().map(|&mask| row(mask, &mut weights)).collect();
        let table = Table::new(sums(&self.keys)?, rows?);
        weights
            .next()
            .is_none()
            .then(|| NameModel::new(self.card, clusters, table, self.step, transitions))
    }
}

fn row(mask: u32, weights: &mut impl Iterator<Item = i8>) -> Option<Row> {
    let mut row = [0; WIDTH];
    for label in 0..u32::BITS {
        if mask & (1 << label) != 0 {
            *row[..LABELS].get_mut(label as usize)? = weights.next()?;
        }
    }
    Some(row)
}

/// Each of ascending numbers as what it adds to the one before.
fn differences(ascending: &[u32]) -> Vec<u32> {
    let before = std::iter::once(0).chain(ascending.iter().copied());
    ascending
        .iter()
        .zip(before)
        .map(|(number, before)| number - before)
        .collect()
}

/// The ascending numbers behind [`differences`]; none comes twice.
fn sums(differences: &[u32]) -> Option<Vec<u32>> {
    let mut before = None;
    let add = |&difference: &u32| {
        let sum = match before {
            None => Some(difference),
            Some(before) => u32::checked_add(before, difference).filter(|_| difference > 0),
        };
        before = sum;
        sum
    };
    differences.iter().map(add).collect()
}
