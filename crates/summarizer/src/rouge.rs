//! ROUGE-1, ROUGE-2 and ROUGE-L against human summaries, over Unicode letters and digits.
//!
//! Lin (2004), "ROUGE: a package for automatic evaluation of summaries". The stock implementation drops every letter
//! outside a–z, which breaks Norwegian words («få» becomes «f»); figures made with it cannot be compared with these.
//!
//! ```
//! let scores = notis_summarizer::rouge::rouge("Bøndene får mer", "Bøndene får mindre");
//! assert!((scores.r1 - 2.0 / 3.0).abs() < 1e-12);
//! assert!((scores.r2 - 0.5).abs() < 1e-12);
//! ```

use rustc_hash::FxHashMap;

/// F1 of the three measures, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    /// Shared words.
    pub r1: f64,
    /// Shared pairs of neighbouring words.
    pub r2: f64,
    /// The longest common subsequence of words.
    pub rl: f64,
}

impl Scores {
    /// The three as an array, in the order 1, 2, L.
    pub fn as_array(self) -> [f64; 3] {
        [self.r1, self.r2, self.rl]
    }

    /// Combines two scores measure by measure.
    #[must_use]
    pub fn zip(self, other: Scores, combine: impl Fn(f64, f64) -> f64) -> Scores {
        Scores {
            r1: combine(self.r1, other.r1),
            r2: combine(self.r2, other.r2),
            rl: combine(self.rl, other.rl),
        }
    }
}

/// The mean of some scores; zero where there are none.
pub fn mean(scores: &[Scores]) -> Scores {
    let sum = scores
        .iter()
        .fold(Scores::default(), |sum, &s| sum.zip(s, |a, b| a + b));
    let n = scores.len().max(1) as f64;
    sum.zip(Scores::default(), |a, _| a / n)
}

/// The words of a text: runs of letters and digits, lower-cased.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let runs = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    runs.map(str::to_owned).collect()
}

/// The scores of a candidate summary against one reference.
pub fn rouge(candidate: &str, reference: &str) -> Scores {
    Reference::new(&[reference]).mean(candidate)
}

/// Reference summaries of one article, read once to score many candidates.
#[derive(Clone, Debug)]
pub struct Reference {
    ids: FxHashMap<String, u32>,
    references: Vec<Vec<u32>>,
}

impl Reference {
    /// Reads the reference summaries.
    pub fn new(references: &[impl AsRef<str>]) -> Self {
        let mut ids = FxHashMap::default();
        let mut number = |word| {
            let next = ids.len() as u32;
            *ids.entry(word).or_insert(next)
        };
        let references = references
            .iter()
            .map(|r| words(r.as_ref()).into_iter().map(&mut number).collect());
        let references = references.collect();
        Reference { ids, references }
    }

    /// The candidate's scores against each reference.
    pub fn scores(&self, candidate: &str) -> Vec<Scores> {
        let candidate = self.encode(candidate);
        self.references
            .iter()
            .map(|reference| score(&candidate, reference))
            .collect()
    }

    /// The mean over the references.
    pub fn mean(&self, candidate: &str) -> Scores {
        mean(&self.scores(candidate))
    }

    /// The best of the references, each measure by itself.
    pub fn best(&self, candidate: &str) -> Scores {
        self.scores(candidate)
            .into_iter()
            .fold(Scores::default(), |best, s| best.zip(s, f64::max))
    }

    /// Words as numbers; words that no reference has get numbers beyond, each word its own.
    fn encode(&self, candidate: &str) -> Vec<u32> {
        let mut unknown = FxHashMap::default();
        let encode = |word: String| match self.ids.get(&word) {
            Some(&id) => id,
            None => {
                let next = (self.ids.len() + unknown.len()) as u32;
                *unknown.entry(word).or_insert(next)
            }
        };
        words(candidate).into_iter().map(encode).collect()
    }
}

fn score(candidate: &[u32], reference: &[u32]) -> Scores {
    let pairs = |words: &[u32]| {
        words
            .windows(2)
            .map(|w| (u64::from(w[0]) << 32) | u64::from(w[1]))
            .collect()
    };
    let singles = |words: &[u32]| words.iter().map(|&w| u64::from(w)).collect();
    Scores {
        r1: shared_f1(singles(candidate), singles(reference)),
        r2: shared_f1(pairs(candidate), pairs(reference)),
        rl: f1(
            common_subsequence(candidate, reference),
            candidate.len(),
            reference.len(),
        ),
    }
}

fn f1(shared: usize, predicted: usize, reference: usize) -> f64 {
    if shared == 0 {
        return 0.0;
    }
    let (p, r) = (shared as f64 / predicted as f64, shared as f64 / reference as f64);
    2.0 * p * r / (p + r)
}

/// F1 of the shared items of two bags.
fn shared_f1(mut candidate: Vec<u64>, mut reference: Vec<u64>) -> f64 {
    candidate.sort_unstable();
    reference.sort_unstable();
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < candidate.len() && j < reference.len() {
        match candidate[i].cmp(&reference[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    f1(shared, candidate.len(), reference.len())
}

/// Length of the longest common subsequence, 64 words of `a` a step.
///
/// Hyyrö (2004), "Bit-parallel LCS-length computation revisited": a zero bit of `row` marks a word of `a` where the
/// length grows by one.
fn common_subsequence(a: &[u32], b: &[u32]) -> usize {
    let blocks = a.len().div_ceil(64);
    let mut places: FxHashMap<u32, Vec<u64>> = FxHashMap::default();
    for (i, &word) in a.iter().enumerate() {
        places.entry(word).or_insert_with(|| vec![0; blocks])[i / 64] |= 1 << (i % 64);
    }
    let mut row = vec![u64::MAX; blocks];
    for held in b.iter().filter_map(|word| places.get(word)) {
        let mut carry = false;
        for (bits, &held) in row.iter_mut().zip(held) {
            let matched = *bits & held;
            let (sum, over) = bits.overflowing_add(matched);
            let (sum, over_carry) = sum.overflowing_add(u64::from(carry));
            carry = over || over_carry;
            *bits = sum | (*bits & !held);
        }
    }
    let zeros: u32 = row.iter().map(|bits| bits.count_zeros()).sum();
    zeros as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slow_common_subsequence(a: &[u32], b: &[u32]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (j, y) in b.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    #[test]
    fn letters_outside_ascii_are_part_of_words() {
        assert_eq!(
            words("Blåbær-pai, 2_3 på Ås!"),
            ["blåbær", "pai", "2", "3", "på", "ås"]
        );
    }

    /// Computed by hand: 3 of 4 words shared, 1 of 3 pairs, a subsequence of 3.
    #[test]
    fn the_measures_are_those_of_the_paper() {
        let scores = rouge("Regjeringen vil bygge bane", "Regjeringen vil ikke bygge vei");
        assert!((scores.r1 - 2.0 * 3.0 / 9.0).abs() < 1e-12);
        assert!((scores.r2 - 2.0 * 1.0 / 7.0).abs() < 1e-12);
        assert!((scores.rl - 2.0 * 3.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn a_word_counts_as_often_as_both_have_it() {
        let scores = rouge("ja ja ja", "ja nei ja");
        assert!((scores.r1 - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_shares_nothing() {
        assert_eq!(rouge("", "Noe"), Scores::default());
        assert_eq!(rouge("Noe", ""), Scores::default());
    }

    proptest! {
        #[test]
        fn the_fast_subsequence_is_the_slow_one(
            a in proptest::collection::vec(0_u32..6, 0..200),
            b in proptest::collection::vec(0_u32..6, 0..200),
        ) {
            prop_assert_eq!(common_subsequence(&a, &b), slow_common_subsequence(&a, &b));
        }

        #[test]
        fn a_summary_is_its_own_best_reference(text in "([a-zæøå]{1,5} ){2,30}") {
            let own = rouge(&text, &text);
            prop_assert!(own.as_array().iter().all(|s| (s - 1.0).abs() < 1e-12));
        }
    }
}
