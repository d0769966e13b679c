//! Bokmål or nynorsk: a logistic regression over a passage's words, their letter n-grams and their roots.
//!
//! `forms.tsv` holds the log-odds of nynorsk for each feature, learnt (L1, so that few remain) from Storting speeches,
//! newspaper and government text of both forms by `scripts/language_forms.py`. A feature counts once a passage:
//! `=word`, a letter n-gram of `^word$` of two to five letters, or `>root`, the longest listed root a word begins with.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Letters of the longest n-gram.
const LONGEST_GRAM: usize = 5;
/// Letters of a root.
const ROOT: std::ops::RangeInclusive<usize> = 4..=12;
/// Words are read up to this many bytes.
const LONGEST_WORD: usize = 48;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("forms.tsv")));

struct Table {
    intercept: f32,
    weights: Vec<f32>,
    /// The features by hash; two of them have not the same, as a test checks, and a stranger's 64 bits do not meet one.
    features: FxHashMap<u64, u32>,
}

impl Table {
    fn parse(lines: &str) -> Table {
        let mut table = Table {
            intercept: 0.0,
            weights: Vec::new(),
            features: FxHashMap::default(),
        };
        for (feature, weight) in lines.lines().filter_map(|line| line.split_once('\t')) {
            let weight = weight.parse().unwrap_or(0.0);
            if feature == "intercept" {
                table.intercept = weight;
            } else {
                table.features.insert(hash(feature), table.weights.len() as u32);
                table.weights.push(weight);
            }
        }
        table
    }
}

/// The features seen of one passage.
pub(super) struct Passage {
    table: &'static Table,
    seen: Vec<u64>,
    score: f32,
    bounded: String,
}

impl Default for Passage {
    fn default() -> Self {
        let table = &*TABLE;
        let seen = vec![0; table.weights.len().div_ceil(64)];
        Passage {
            table,
            seen,
            score: table.intercept,
            bounded: String::new(),
        }
    }
}

impl Passage {
    pub(super) fn clear(&mut self) {
        self.seen.fill(0);
        self.score = self.table.intercept;
    }

    /// The log-odds of nynorsk.
    pub(super) fn score(&self) -> f32 {
        self.score
    }

    /// Adds a folded word.
    pub(super) fn add(&mut self, word: &str) {
        if word.len() > LONGEST_WORD {
            return;
        }
        self.count(hash_on(hash("="), word));
        self.count_root(word);
        let mut bounded = std::mem::take(&mut self.bounded);
        bounded.clear();
        bounded.push('^');
        bounded.push_str(word);
        bounded.push('$');
        self.count_grams(&bounded);
        self.bounded = bounded;
    }

    fn count_root(&mut self, word: &str) {
        let mut hash = hash(">");
        let mut longest = None;
        for (n, c) in word.chars().enumerate().take(*ROOT.end()) {
            hash = step(hash, c);
            if ROOT.contains(&(n + 1)) && self.table.features.contains_key(&hash) {
                longest = Some(hash);
            }
        }
        if let Some(root) = longest {
            self.count(root);
        }
    }

    fn count_grams(&mut self, bounded: &str) {
        for (start, _) in bounded.char_indices() {
            let mut hash = EMPTY;
            for (n, c) in bounded[start..].chars().enumerate().take(LONGEST_GRAM) {
                hash = step(hash, c);
                if n > 0 {
                    self.count(hash);
                }
            }
        }
    }

    fn count(&mut self, hash: u64) {
        let Some(&feature) = self.table.features.get(&hash) else {
            return;
        };
        let (block, bit) = (feature as usize / 64, 1 << (feature % 64));
        if self.seen[block] & bit == 0 {
            self.seen[block] |= bit;
            self.score += self.table.weights[feature as usize];
        }
    }
}

const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over characters, with a last mixing left to the table's own hash.
fn step(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c)))
        .wrapping_mul(0x0000_0100_0000_01b3)
        .rotate_left(23)
}

fn hash_on(hash: u64, text: &str) -> u64 {
    text.chars().fold(hash, step)
}

fn hash(text: &str) -> u64 {
    hash_on(EMPTY, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_features_share_a_hash() {
        assert_eq!(TABLE.features.len(), TABLE.weights.len());
        assert!(TABLE.weights.iter().all(|w| w.is_finite() && *w != 0.0));
    }

    #[test]
    fn a_feature_counts_once_a_passage() {
        let mut passage = Passage::default();
        passage.add("ikkje");
        let once = passage.score();
        passage.add("ikkje");
        assert_eq!(passage.score(), once);
        assert!(once > 1.0);
    }
}
