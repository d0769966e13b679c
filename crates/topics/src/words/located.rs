//! Which terms of an article carry a topic's score, and where they stand.

use notis_features::{Content, DIMENSIONS, Occurrence, Occurrences, SparseRow, WordVectors};
use notis_text::{Analysis, Span, TypeId};

use super::WordModel;

/// The part of a topic's score that stands in one place: that of a word with all its terms, or that of a run of words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Where the word or the run stands.
    pub span: Span,
    /// Whether `span` points into the title that stands apart.
    pub in_title: bool,
    /// Whether it is a word, not a run of words or the mark before one.
    pub is_word: bool,
    /// Its part of the decision value.
    pub weight: f64,
}

/// An article's terms and words with the places where they stand: found once, asked for every topic.
#[derive(Clone, Debug)]
pub struct Located {
    occurrences: Occurrences,
    /// How often each type stands among the words.
    counts: Vec<u32>,
    /// The word vector of each type that counts, as much of it as goes into the row; empty where the model knows none.
    vectors: Vec<[f32; DIMENSIONS]>,
}

impl WordModel {
    /// Finds where the known terms of an article stand; `row` is what [`Self::featurizer`] made of its `content`.
    pub fn locate(&self, analysis: &Analysis<'_>, content: &Content<'_>, row: SparseRow) -> Located {
        let occurrences = self.featurizer.locate(content, row);
        let mut counts = vec![0; analysis.types.len()];
        for word in &occurrences.words {
            counts[word.what as usize] += 1;
        }
        let vectors = if self.featurizer.options().views.meaning {
            let factor = self.featurizer.meaning_factor(analysis, &occurrences.row);
            analysis
                .types
                .ids()
                .map(|word| vector(analysis, word, factor))
                .collect()
        } else {
            Vec::new()
        };
        Located {
            occurrences,
            counts,
            vectors,
        }
    }

    /// The parts of a topic's score, where they stand: with the bias they add up to the decision value. A term that
    /// stands several times shares its part evenly. Words come first, the title's before the text's.
    pub fn contributions(&self, located: &Located, topic: usize) -> Vec<Contribution> {
        let Occurrences {
            row,
            counts,
            words,
            runs,
            ..
        } = &located.occurrences;
        let shares: Vec<f64> = row
            .view()
            .iter()
            .zip(counts)
            .map(|((column, value), &count)| {
                f64::from(value * self.weights.weight(column, topic) / count as f32)
            })
            .collect();
        let by_type = self.by_type(located, &shares, topic);
        let words = words
            .iter()
            .filter_map(|place| Some(contribution(place, true, by_type[place.what as usize]?)));
        let runs = runs
            .iter()
            .map(|place| contribution(place, false, shares[place.what as usize]));
        words.chain(runs).collect()
    }

    /// The part of a topic's score that the encoder's vector of the article carries: it stands at no word.
    pub fn unplaced(&self, located: &Located, topic: usize) -> f32 {
        let columns = self.featurizer.encoded_columns();
        if columns.is_empty() {
            return 0.0;
        }
        let row = located.occurrences.row.view();
        let encoded = row
            .iter()
            .filter(|(column, _)| columns.contains(&(*column as u32)));
        encoded
            .map(|(column, value)| value * self.weights.weight(column, topic))
            .sum()
    }

    /// What a type adds wherever it stands; `None` where nothing in it is known.
    fn by_type(&self, located: &Located, shares: &[f64], topic: usize) -> Vec<Option<f64>> {
        let meaning: Vec<f32> = self.weights_of_meaning(located, topic);
        let part = |(word, &count): (TypeId, &u32)| {
            let terms = located.occurrences.terms_within(word);
            let own: f64 = terms.iter().map(|&term| shares[term as usize]).sum();
            let vector = located.vectors.get(word as usize).filter(|_| count > 0);
            let meant = vector.map(|vector| {
                let part: f32 = vector.iter().zip(&meaning).map(|(x, w)| x * w).sum();
                f64::from(part / count as f32)
            });
            (meant.is_some() || !terms.is_empty()).then(|| own + meant.unwrap_or(0.0))
        };
        (0..).zip(&located.counts).map(part).collect()
    }

    /// The topic's weights of the numbers of the mean word vector.
    fn weights_of_meaning(&self, located: &Located, topic: usize) -> Vec<f32> {
        let first = self.featurizer.first_dense() as usize;
        let numbers = if located.vectors.is_empty() { 0 } else { DIMENSIONS };
        (first..first + numbers)
            .map(|column| self.weights.weight(column, topic))
            .collect()
    }
}

fn vector(analysis: &Analysis<'_>, word: TypeId, factor: f32) -> [f32; DIMENSIONS] {
    let mut vector = [0.0; DIMENSIONS];
    WordVectors::shipped().add_to(analysis.types.stem(word), &mut vector);
    vector.map(|number| factor * number)
}

fn contribution<T>(place: &Occurrence<T>, is_word: bool, weight: f64) -> Contribution {
    Contribution {
        span: place.span,
        in_title: place.in_title,
        is_word,
        weight,
    }
}
