//! Where the terms of an article's row stand.

use std::cell::RefCell;

use notis_text::{Span, TypeId};

use crate::content::Content;
use crate::featurizer::Featurizer;
use notis_learn::SparseRow;

/// A word, or a run of words, where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence<T> {
    /// What stands there.
    pub what: T,
    /// Where: in the text, or in the title that stands apart from it.
    pub span: Span,
    /// Whether `span` points into that title.
    pub in_title: bool,
}

/// An article's row with the places of its terms: found once, asked for every topic. Terms within a word stand wherever
/// the word does, so they are kept by type.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrences {
    /// The row.
    pub row: SparseRow,
    /// In how many places the term of each value of the row stands; 0 for the numbers of the dense views.
    pub counts: Vec<u32>,
    /// The words that count, by type: the separate title's first, then in the order of the text.
    pub words: Vec<Occurrence<TypeId>>,
    /// The known runs of words and marks, by their place in the row, in the same order.
    pub runs: Vec<Occurrence<u32>>,
    /// For each type the stretch of `terms` that lists its own.
    stretches: Vec<(u32, u32)>,
    /// Occurrences in the row.
    terms: Vec<u32>,
}

impl Occurrences {
    /// The places in the row of the known terms within a word.
    pub fn terms_within(&self, word: TypeId) -> &[u32] {
        let (from, to) = self.stretches[word as usize];
        &self.terms[from as usize..to as usize]
    }
}

impl Featurizer {
    /// Where the terms of an article's row stand; `row` is what [`Self::row`] made of `content`.
    ///
    /// # Panics
    /// Where the row is another article's.
    pub fn locate(&self, content: &Content<'_>, row: SparseRow) -> Occurrences {
        let mut occurrences = Occurrences {
            counts: vec![0; row.indices.len()],
            words: Vec::with_capacity(content.words()),
            runs: Vec::new(),
            stretches: vec![(0, 0); content.types()],
            terms: Vec::with_capacity(2 * row.indices.len()),
            row,
        };
        let mut found: Vec<(u32, u32)> = Vec::with_capacity(2 * occurrences.row.indices.len());
        self.for_each_type(content, |word, count, columns| {
            let from = found.len() as u32;
            found.extend(columns.iter().map(|&column| (column, count)));
            occurrences.stretches[word as usize] = (from, found.len() as u32);
        });
        IN_ROW.with_borrow_mut(|in_row| {
            in_row.turn_to(&occurrences.row, self.vocabulary().len());
            occurrences
                .terms
                .extend(found.iter().map(|&(column, _)| in_row.place(column)));
            for (&term, (_, count)) in occurrences.terms.iter().zip(found) {
                occurrences.counts[term as usize] += count;
            }
            self.locate_runs(content, in_row, &mut occurrences);
        });
        content.for_each_word(|what, span, in_title| {
            occurrences.words.push(Occurrence { what, span, in_title });
        });
        occurrences
    }

    fn locate_runs(&self, content: &Content<'_>, in_row: &InRow, occurrences: &mut Occurrences) {
        let (mut terms, mut runs) = (Vec::new(), Vec::new());
        self.options().views.for_each_run(content, |run| {
            terms.push(run.term);
            runs.push((run.span, run.in_title));
        });
        self.vocabulary().columns(&terms, |at, column| {
            let (what, (span, in_title)) = (in_row.place(column), runs[at]);
            occurrences.counts[what as usize] += 1;
            occurrences.runs.push(Occurrence { what, span, in_title });
        });
    }
}

thread_local! {
    static IN_ROW: RefCell<InRow> = RefCell::default();
}

/// The place in a row of each of its columns; what stands there for other columns means nothing.
#[derive(Debug, Default)]
struct InRow(Vec<u32>);

impl InRow {
    fn turn_to(&mut self, row: &SparseRow, columns: usize) {
        if self.0.len() < columns {
            self.0.resize(columns, 0);
        }
        for (place, &column) in (0..).zip(&row.indices) {
            self.0[column as usize] = place;
        }
    }

    fn place(&self, column: u32) -> u32 {
        self.0[column as usize]
    }
}

#[cfg(test)]
mod tests {
    use crate::{Content, FeatureOptions, FeaturizerBuilder, ViewSet};
    use notis_text::analyze;

    #[test]
    fn every_term_of_the_row_has_its_places() {
        let options = FeatureOptions {
            views: ViewSet {
                words: 2,
                stems: true,
                chars: Some((3, 5)),
                compounds: true,
                marks: true,
                meaning: false,
                encoded: 0,
            },
            min_df: 1,
            ..FeatureOptions::default()
        };
        let article = analyze("Ferja, ferja! sa «hun».\n\nFerja kom 3. mai.", Some("Ferja kom"));
        let mut builder = FeaturizerBuilder::new(options.clone());
        builder.add(&options.views.terms(&article));
        let (featurizer, counts) = builder.finish();
        let content = Content::of(&article);
        let occurrences = featurizer.locate(&content, featurizer.row(&content));
        let stand: Vec<f32> = occurrences.counts.iter().map(|&count| count as f32).collect();
        assert_eq!(stand, counts.row(0).values);
        assert_eq!(
            occurrences.words.len(),
            article.tokens.len() + article.title_tokens.len()
        );
        assert!(occurrences.words[..2].iter().all(|word| word.in_title) && !occurrences.words[2].in_title);
    }
}
