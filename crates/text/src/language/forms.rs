//! Bokmål or nynorsk: a logistic regression over a passage's words, their letter n-grams and their roots.
//!
//! `forms.tsv` holds the log-odds of nynorsk for each feature, learnt (L1, so that few remain) from Storting speeches,
//! newspaper and government text of both forms by `scripts/language_forms.py`. A feature counts once a passage:
//! `=word`, a letter n-gram of `^word$` of two to five letters, or `>root`, the longest listed root a word begins with.

use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

/// Letters of the longest n-gram.
const LONGEST_GRAM: usize = 5;
/// Letters of a root.
const ROOT: std::ops::RangeInclusive<usize> = 4..=12;
/// Words are read up to this many bytes.
const LONGEST_WORD: usize = 48;

/// The number of a feature in the table.
type Feature = u16;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("forms.tsv")));

struct Table {
    intercept: f32,
    weights: Vec<f32>,
    /// The features by hash; two of them have not the same, as a test checks, and a stranger's 64 bits do not meet one.
    features: FxHashMap<u64, Feature>,
    /// A bit for each feature, by a part of its hash: most n-grams are none, and are told by it.
    sieve: Vec<u64>,
}

impl Table {
    fn parse(lines: &str) -> Table {
        let mut table = Table {
            intercept: 0.0,
            weights: Vec::new(),
            features: FxHashMap::default(),
            sieve: vec![0; 1 << (SIEVE_BITS - 6)],
        };
        for (feature, weight) in lines.lines().filter_map(|line| line.split_once('\t')) {
            let weight = weight.parse().unwrap_or(0.0);
            if feature == "intercept" {
                table.intercept = weight;
            } else {
                table.insert(hash(feature), weight);
            }
        }
        table
    }

    fn insert(&mut self, hash: u64, weight: f32) {
        let (block, bit) = sieve_bit(hash);
        self.sieve[block] |= bit;
        self.features.insert(hash, self.weights.len() as Feature);
        self.weights.push(weight);
    }

    #[inline]
    fn get(&self, hash: u64) -> Option<Feature> {
        let (block, bit) = sieve_bit(hash);
        if self.sieve[block] & bit == 0 {
            return None;
        }
        self.features.get(&hash).copied()
    }
}

/// The sieve has 2 to the power of this many bits: few enough to stay at hand.
const SIEVE_BITS: u32 = 17;

/// Where the bit of a hash stands in the sieve.
fn sieve_bit(hash: u64) -> (usize, u64) {
    let mixed = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - SIEVE_BITS);
    (mixed as usize / 64, 1 << (mixed % 64))
}

thread_local! {
    static KNOWN: RefCell<KnownWords> = RefCell::default();
}

/// The features of the words a thread has met, since the same few words make up most of any text.
#[derive(Default)]
struct KnownWords {
    words: FxHashMap<Box<str>, Range<u32>>,
    features: Vec<Feature>,
}

impl KnownWords {
    /// The most words remembered.
    const MOST: usize = 1 << 14;

    /// The features of a folded word, in the order they count in.
    fn features(&mut self, word: &str) -> &[Feature] {
        let range = match self.words.get(word) {
            Some(range) => range.clone(),
            None => self.learn(word),
        };
        &self.features[range.start as usize..range.end as usize]
    }

    #[cold]
    fn learn(&mut self, word: &str) -> Range<u32> {
        if self.words.len() == Self::MOST {
            *self = Self::default();
        }
        let start = self.features.len() as u32;
        find_features(word, &TABLE, &mut self.features);
        let range = start..self.features.len() as u32;
        self.words.insert(word.into(), range.clone());
        range
    }
}

/// The features of `word`, appended to `out`.
fn find_features(word: &str, table: &Table, out: &mut Vec<Feature>) {
    out.extend(table.get(hash_on(hash("="), word)));
    out.extend(root(word, table));
    let bounded = format!("^{word}$");
    for (start, _) in bounded.char_indices() {
        let letters = bounded[start..].chars().take(LONGEST_GRAM);
        let grams = letters.scan(EMPTY, |hash, c| {
            *hash = step(*hash, c);
            Some(*hash)
        });
        out.extend(grams.skip(1).filter_map(|gram| table.get(gram)));
    }
}

/// The longest listed root that `word` begins with.
fn root(word: &str, table: &Table) -> Option<Feature> {
    let mut hash = hash(">");
    let mut longest = None;
    for (n, c) in word.chars().enumerate().take(*ROOT.end()) {
        hash = step(hash, c);
        if ROOT.contains(&(n + 1)) {
            longest = table.get(hash).or(longest);
        }
    }
    longest
}

/// The features seen of one passage.
pub(super) struct Passage {
    seen: Vec<u64>,
    score: f32,
}

impl Default for Passage {
    fn default() -> Self {
        Passage {
            seen: vec![0; TABLE.weights.len().div_ceil(64)],
            score: TABLE.intercept,
        }
    }
}

impl Passage {
    pub(super) fn clear(&mut self) {
        self.seen.fill(0);
        self.score = TABLE.intercept;
    }

    /// The log-odds of nynorsk.
    pub(super) fn score(&self) -> f32 {
        self.score
    }

    /// Adds a folded word.
    pub(super) fn add(&mut self, word: &str) {
        if word.len() <= LONGEST_WORD {
            KNOWN.with_borrow_mut(|known| self.count(known.features(word)));
        }
    }

    fn count(&mut self, features: &[Feature]) {
        for &feature in features {
            let (block, bit) = (usize::from(feature) / 64, 1 << (feature % 64));
            if self.seen[block] & bit == 0 {
                self.seen[block] |= bit;
                self.score += TABLE.weights[usize::from(feature)];
            }
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
        assert!(TABLE.weights.len() <= usize::from(Feature::MAX));
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
