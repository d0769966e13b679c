//! Which terms of an article carry a topic's score, and where they stand.

use notis_features::{DIMENSIONS, SparseRow, WordVectors};
use notis_text::{Analysis, Span};

use super::WordModel;

/// A term's part of a topic's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Where the term stands.
    pub span: Span,
    /// Whether `span` points into the title that stands apart.
    pub in_title: bool,
    /// Its part of the decision value.
    pub weight: f32,
}

/// What stands where: the term's column or the word's type, its span, and whether that is in the separate title.
type Place = (u32, Span, bool);

/// An article's terms and words with the places where they stand: found once, asked for every topic.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    analysis: &'a Analysis<'a>,
    row: SparseRow,
    terms: Vec<Place>,
    /// Empty where the model knows no word vectors.
    words: Vec<Place>,
}

impl WordModel {
    /// Finds where the known terms of an article stand.
    pub fn locate<'a>(&self, analysis: &'a Analysis<'a>) -> Located<'a> {
        let views = &self.featurizer.options().views;
        let mut terms = Vec::new();
        views.for_each(analysis, |occurrence| {
            let column = self.featurizer.column(&occurrence);
            terms.extend(column.map(|column| (column, occurrence.span, occurrence.in_title)));
        });
        let mut words = Vec::new();
        if views.meaning {
            views.for_each_word(analysis, |word, span, in_title| {
                words.push((word, span, in_title));
            });
        }
        for places in [&mut terms, &mut words] {
            places.sort_by_key(|&(what, span, in_title)| (what, !in_title, span));
        }
        Located {
            analysis,
            row: self.featurizer.transform(analysis),
            terms,
            words,
        }
    }

    /// The parts of a topic's score, where they stand: with the bias they add up to the decision value. A term that
    /// stands several times shares its part evenly.
    pub fn contributions(&self, located: &Located<'_>, topic: usize) -> Vec<Contribution> {
        let mut out = Vec::with_capacity(located.terms.len());
        let terms = located.terms.chunk_by(|a, b| a.0 == b.0);
        for (same, (column, value)) in terms.zip(located.row.view().iter()) {
            share(value * self.weights.weight(column, topic), same, &mut out);
        }
        if !located.words.is_empty() {
            self.contributions_by_meaning(located, topic, &mut out);
        }
        out
    }

    /// The part of a topic's score that the encoder's vector of the article carries: it stands at no word.
    pub fn unplaced(&self, located: &Located<'_>, topic: usize) -> f32 {
        let columns = self.featurizer.encoded_columns();
        let row = located.row.view();
        let encoded = row
            .iter()
            .filter(|(column, _)| columns.contains(&(*column as u32)));
        encoded
            .map(|(column, value)| value * self.weights.weight(column, topic))
            .sum()
    }

    /// The parts that words have by their vectors: each type's part is shared by the places where it stands.
    fn contributions_by_meaning(&self, located: &Located<'_>, topic: usize, out: &mut Vec<Contribution>) {
        let first = self.featurizer.first_dense() as usize;
        let weights: Vec<f32> = (0..DIMENSIONS)
            .map(|number| self.weights.weight(first + number, topic))
            .collect();
        let factor = self.featurizer.meaning_factor(located.analysis, &located.row);
        for same in located.words.chunk_by(|a, b| a.0 == b.0) {
            let mut vector = [0.0; DIMENSIONS];
            WordVectors::shipped().add_to(located.analysis.types.stem(same[0].0), &mut vector);
            let part: f32 = vector.iter().zip(&weights).map(|(x, w)| x * w).sum();
            share(factor * part, same, out);
        }
    }
}

/// Shares a part evenly among the places of one term.
fn share(part: f32, places: &[Place], out: &mut Vec<Contribution>) {
    let weight = part / places.len() as f32;
    out.extend(places.iter().map(|&(_, span, in_title)| Contribution {
        span,
        in_title,
        weight,
    }));
}
