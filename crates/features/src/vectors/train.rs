//! Counting neighbours and turning the counts into vectors.

use rustc_hash::FxHashMap;

use libm::{log, logf};
use ndarray::{Array2, ArrayView1};
use notis_text::{Stemmer, TokenKind, fold, tokens};

use super::eigen::Symmetric;
use super::{DIMENSIONS, MAGIC, VectorError, packed};

/// Neighbours this far apart still count, as 1 / distance.
const WINDOW: usize = 5;
/// Texts that a stem must stand in.
const LEAST_TEXTS: u32 = 8;
/// Rounds of subspace iteration.
const ROUNDS: usize = 5;
/// How strongly frequent stems are damped: between 1 (plain mutual information) and 0.75 (Levy et al. 2015) on one side.
const DAMPING: f32 = 0.875;
/// Parts a stem's text ends with, so that neighbours do not cross from one text to the next.
const END: u32 = u32::MAX;

/// Collects texts and turns them into word vectors.
#[derive(Debug, Default)]
pub struct VectorBuilder {
    stemmer: Stemmer,
    numbers: FxHashMap<String, u32>,
    texts_with: Vec<u32>,
    last_text: Vec<u32>,
    texts: u32,
    stream: Vec<u32>,
}

impl VectorBuilder {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        self.texts += 1;
        let (mut found, mut word) = (Vec::new(), String::new());
        tokens(text, &mut found);
        for token in found.iter().filter(|token| token.kind == TokenKind::Word) {
            word.clear();
            fold(token.span.of(text), &mut word);
            let number = self.number_of_stem(&word);
            self.stream.push(number);
            if self.last_text[number as usize] != self.texts {
                self.last_text[number as usize] = self.texts;
                self.texts_with[number as usize] += 1;
            }
        }
        self.stream.push(END);
    }

    fn number_of_stem(&mut self, word: &str) -> u32 {
        let stem = self.stemmer.stem(word);
        if let Some(&number) = self.numbers.get(stem) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(stem.to_owned(), number);
        self.texts_with.push(0);
        self.last_text.push(0);
        number
    }

    /// The bytes of [`super::WordVectors`] for the `most` commonest stems.
    ///
    /// # Errors
    /// Where the stems cannot be written.
    pub fn finish(mut self, most: usize) -> Result<Vec<u8>, VectorError> {
        let kept = self.commonest(most);
        let matrix = information(&neighbours(&self.stream, &self.renumbered(&kept), kept.len()));
        self.stream = Vec::new();
        let vectors = matrix.scaled_eigenvectors(DIMENSIONS, ROUNDS);
        let rarity: Vec<f32> = kept
            .iter()
            .map(|&(_, df)| logf((1.0 + self.texts as f32) / (1.0 + df as f32)))
            .collect();
        let stems: Vec<&str> = kept.iter().map(|(stem, _)| stem.as_str()).collect();
        write(&stems, &vectors, &rarity)
    }

    /// The commonest stems in alphabetical order, with the number of texts each stands in.
    fn commonest(&self, most: usize) -> Vec<(String, u32)> {
        let df = |number: u32| self.texts_with[number as usize];
        let mut all: Vec<(&String, u32)> = self
            .numbers
            .iter()
            .map(|(stem, &number)| (stem, df(number)))
            .filter(|&(_, df)| df >= LEAST_TEXTS)
            .collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        all.truncate(most);
        all.sort();
        all.into_iter().map(|(stem, df)| (stem.clone(), df)).collect()
    }

    /// The new number of each old one, where it is kept.
    fn renumbered(&self, kept: &[(String, u32)]) -> Vec<Option<u32>> {
        let mut new = vec![None; self.numbers.len()];
        for (at, (stem, _)) in kept.iter().enumerate() {
            new[self.numbers[stem] as usize] = Some(at as u32);
        }
        new
    }
}

/// How often stems stand near each other, nearer ones counting more; stems that are not kept are passed over.
fn neighbours(stream: &[u32], renumbered: &[Option<u32>], size: usize) -> Vec<FxHashMap<u32, f32>> {
    let mut counts = vec![FxHashMap::default(); size];
    let mut text = Vec::new();
    for &number in stream {
        if number != END {
            text.extend(renumbered[number as usize]);
            continue;
        }
        for (at, &stem) in text.iter().enumerate() {
            for (distance, &before) in text[..at].iter().rev().take(WINDOW).enumerate() {
                let near = 1.0 / (distance + 1) as f32;
                *counts[stem as usize].entry(before).or_insert(0.0) += near;
                *counts[before as usize].entry(stem).or_insert(0.0) += near;
            }
        }
        text.clear();
    }
    counts
}

/// Positive pointwise mutual information, damped for frequent stems.
fn information(counts: &[FxHashMap<u32, f32>]) -> Symmetric {
    let sorted: Vec<Vec<(u32, f32)>> = counts
        .iter()
        .map(|row| {
            let mut row: Vec<(u32, f32)> = row.iter().map(|(&column, &count)| (column, count)).collect();
            row.sort_unstable_by_key(|&(column, _)| column);
            row
        })
        .collect();
    let sums: Vec<f32> = sorted
        .iter()
        .map(|row| row.iter().map(|&(_, count)| count).sum::<f32>().max(1.0))
        .collect();
    let total = log(sums.iter().map(|&sum| libm::pow(f64::from(sum), 0.75)).sum()) as f32;
    let logs: Vec<f32> = sums.iter().map(|&sum| DAMPING * logf(sum)).collect();
    let of = |row: usize, entries: Vec<(u32, f32)>| {
        let value =
            |(column, count): (u32, f32)| (column, logf(count) + total - logs[row] - logs[column as usize]);
        entries
            .into_iter()
            .map(value)
            .filter(|&(_, value)| value > 0.0)
            .collect()
    };
    Symmetric {
        rows: sorted
            .into_iter()
            .enumerate()
            .map(|(row, entries)| of(row, entries))
            .collect(),
    }
}

fn write(stems: &[&str], vectors: &Array2<f32>, rarity: &[f32]) -> Result<Vec<u8>, VectorError> {
    let mut map = fst::MapBuilder::memory();
    for (at, stem) in stems.iter().enumerate() {
        map.insert(stem, at as u64)?;
    }
    let map = map.into_inner()?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend((map.len() as u32).to_le_bytes());
    bytes.extend(map);
    let mut numbers = Vec::with_capacity(stems.len() * DIMENSIONS / 2);
    for (vector, rarity) in vectors.rows().into_iter().zip(rarity) {
        let step = step(vector);
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-12);
        let whole: Vec<i8> = vector.iter().map(|&x| rounded(x, step)).collect();
        numbers.extend(whole.as_chunks().0.iter().map(|&pair| packed(pair)));
        bytes.extend((rarity * step / length).to_le_bytes());
    }
    bytes.extend(numbers);
    Ok(bytes)
}

/// The step whose multiples from −7 to 7 are nearest to the numbers of a vector, by the sum of squares. It is found among
/// thirteen; with the largest number as the seventh step, few large ones leave the others at nought.
fn step(vector: ArrayView1<'_, f32>) -> f32 {
    let largest = vector.iter().fold(1e-12_f32, |largest, x| largest.max(x.abs()));
    let error = |step: f32| -> f32 {
        vector
            .iter()
            .map(|&x| (x - step * f32::from(rounded(x, step))).powi(2))
            .sum()
    };
    (8..=20)
        .map(|twentieths| largest * twentieths as f32 / 20.0 / 7.0)
        .min_by(|&a, &b| error(a).total_cmp(&error(b)))
        .unwrap_or(largest)
}

fn rounded(x: f32, step: f32) -> i8 {
    (x / step).round().clamp(-7.0, 7.0) as i8
}

#[cfg(test)]
mod tests {
    use super::super::WordVectors;
    use super::*;

    #[test]
    fn words_in_the_same_company_are_alike() {
        let mut builder = VectorBuilder::default();
        for animal in ["katten", "hunden"] {
            for verb in ["sover", "spiser", "leker"] {
                (0..10).for_each(|_| builder.add(&format!("{animal} {verb} ute")));
            }
        }
        for office in ["ministeren", "statsråden"] {
            for verb in ["vedtar", "foreslår", "avviser"] {
                (0..10).for_each(|_| builder.add(&format!("{office} {verb} loven")));
            }
        }
        let bytes: &'static [u8] = builder.finish(100).unwrap().leak();
        let vectors = WordVectors::new(bytes).unwrap();
        let stem = |word: &str| notis_text::stem(word);
        let likeness = |a: &str, b: &str| vectors.likeness(&stem(a), &stem(b)).unwrap();
        assert!(likeness("katten", "hunden") > likeness("katten", "ministeren") + 0.3);
    }

    #[test]
    fn other_bytes_are_refused() {
        assert!(WordVectors::new(b"").is_err());
        assert!(WordVectors::new(b"notisve4\xFF\xFF\xFF\xFF").is_err());
        assert!(WordVectors::new(b"notisve4\x03\0\0\0abc").is_err());
    }
}
