//! The terms of an article: what is counted, and where each stands.

use std::ops::Range;

use notis_text::hash::{hash_bytes, mix};
use notis_text::{Analysis, Span, Token, TokenKind, TypeId, Types};

use crate::compounds;
use crate::content::{Content, Stretch};
use crate::letters::LetterRuns;
use crate::vectors::{DIMENSIONS, WordVectors};
use crate::views::{View, ViewSet};

/// A term where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// The term: its hash, marked with its view.
    pub(crate) term: u64,
    /// Where it stands: in the text, or in the title that stands apart from it.
    pub(crate) span: Span,
    /// Whether `span` points into that title.
    pub(crate) in_title: bool,
}

/// The distinct terms of one article, ascending, each with its count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermCounts {
    pub(crate) counts: Vec<(u64, u32)>,
    /// The numbers of the dense views that are on.
    pub(crate) dense: Vec<f32>,
}

impl TermCounts {
    /// How many distinct terms there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The terms, ascending, each with its count, which is 255 at most; the dense views are not among them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u64, u32)> {
        self.counts.iter().copied()
    }

    fn of(mut found: Vec<(u64, u32)>) -> Self {
        found.sort_unstable_by_key(|&(term, _)| term);
        let runs = found.chunk_by(|a, b| a.0 == b.0);
        let counts = runs
            .map(|run| (run[0].0, run.iter().map(|r| r.1).sum::<u32>().min(MOST_COUNTED)))
            .collect();
        TermCounts {
            counts,
            dense: Vec::new(),
        }
    }
}

/// What a count is cut at.
pub(crate) const MOST_COUNTED: u32 = 255;

impl ViewSet {
    /// The terms of an article with their counts; counts beyond 255 are taken as 255.
    pub fn terms(&self, analysis: &Analysis<'_>) -> TermCounts {
        self.terms_of(&Content::of(analysis))
    }

    /// The same of an article of which this counts.
    pub fn terms_of(&self, content: &Content<'_>) -> TermCounts {
        let mut letters = LetterRuns::default();
        let mut found = Vec::with_capacity(content.words() * 3);
        for (word, count) in content.counted() {
            self.within_word(content, word, &mut letters, &mut |term| {
                found.push((term, count));
            });
        }
        self.for_each_run(content, |run| found.push((run.term, 1)));
        TermCounts {
            dense: self.dense_of(content),
            ..TermCounts::of(found)
        }
    }

    /// How many numbers the dense views have together.
    pub(crate) fn dense_width(&self) -> usize {
        usize::from(self.meaning) * DIMENSIONS + usize::from(self.encoded)
    }

    /// The numbers of the dense views; zeros where an encoder's are wanted and the article has none.
    fn dense_of(&self, content: &Content<'_>) -> Vec<f32> {
        let mut dense = self.meaning_of(content);
        dense.extend(self.encoded_of(content));
        dense.resize(self.dense_width(), 0.0);
        dense
    }

    /// The encoder's vector of an article; empty where the view is off or the article has none of that width.
    pub(crate) fn encoded_of<'a>(&self, content: &Content<'a>) -> &'a [f32] {
        let fits = content.vector().len() == usize::from(self.encoded);
        if fits { content.vector() } else { &[] }
    }

    /// The sum of the vectors of an article's stems, each type counted once; empty where the view is off.
    pub(crate) fn meaning_of(&self, content: &Content<'_>) -> Vec<f32> {
        if !self.meaning {
            return Vec::new();
        }
        let mut sum = vec![0.0; DIMENSIONS];
        let mut seen = vec![false; content.types()];
        for &word in content.stretches().iter().flat_map(|stretch| stretch.types) {
            if !std::mem::replace(&mut seen[word as usize], true) {
                WordVectors::shipped().add_to(content.all_types().stem(word), &mut sum);
            }
        }
        sum
    }

    /// Calls `visit` for the terms that reach beyond one word, where they stand: runs of words, and the marks before
    /// words. The separate title comes first, then block by block.
    pub(crate) fn for_each_run(&self, content: &Content<'_>, mut visit: impl FnMut(Occurrence)) {
        if self.words < 2 && !self.marks {
            return;
        }
        for stretch in content.stretches() {
            for index in 0..stretch.tokens.len() {
                self.runs_that_end_at(index, stretch, content, &mut visit);
                if self.marks {
                    marks_before(index, stretch, content, &mut visit);
                }
            }
        }
    }

    fn runs_that_end_at(
        &self,
        last: usize,
        stretch: &Stretch<'_>,
        words: &Content<'_>,
        visit: &mut impl FnMut(Occurrence),
    ) {
        let mut state = mix(0, words.hash(stretch.types[last]));
        for first in (0..last).rev().take(usize::from(self.words).saturating_sub(1)) {
            state = mix(state, words.hash(stretch.types[first]));
            emit(stretch, View::Words, state, first..last + 1, visit);
        }
    }

    /// The terms that a word has wherever it stands: itself, its stem and its runs of letters.
    pub(crate) fn within_word(
        &self,
        content: &Content<'_>,
        word: TypeId,
        letters: &mut LetterRuns,
        visit: &mut impl FnMut(u64),
    ) {
        if self.words > 0 {
            visit(content.word_itself(word, false));
        }
        if self.stems {
            visit(content.word_itself(word, true));
        }
        if self.compounds {
            made_of(content.all_types(), word, visit);
        }
        if let Some(lengths) = self.chars {
            letters.visit(content.all_types().form(word), lengths, visit);
        }
    }
}

/// Tells of the term that some tokens of a stretch make together.
fn emit(
    stretch: &Stretch<'_>,
    view: View,
    hash: u64,
    tokens: Range<usize>,
    visit: &mut impl FnMut(Occurrence),
) {
    visit(Occurrence {
        term: view.tag(hash),
        span: stretch.span_of(tokens),
        in_title: stretch.in_title,
    });
}

/// What stands between a token and the one before it, alone and beside each of the two.
fn marks_before(
    index: usize,
    stretch: &Stretch<'_>,
    words: &Content<'_>,
    visit: &mut impl FnMut(Occurrence),
) {
    let token = &stretch.tokens[index];
    let before = index.checked_sub(1).map(|before| &stretch.tokens[before]);
    let start = before
        .map_or(token.span.start, |before| before.span.end)
        .min(token.span.start);
    let gap = stretch.text[start..token.span.start].trim();
    let mark = mix(hash_bytes(gap.as_bytes()), shape(token, stretch.text));
    emit(stretch, View::Marks, mark, index..index + 1, visit);
    if !gap.is_empty() {
        let left = index
            .checked_sub(1)
            .map_or(0, |before| words.hash(stretch.types[before]));
        emit(
            stretch,
            View::Marks,
            mix(left, mark),
            index.saturating_sub(1)..index + 1,
            visit,
        );
        emit(
            stretch,
            View::Marks,
            mix(mark, words.hash(stretch.types[index])),
            index..index + 1,
            visit,
        );
    }
}

/// Capitals and digits of a token, as a number.
fn shape(token: &Token, text: &str) -> u64 {
    let slice = token.span.of(text);
    let capital = slice.starts_with(char::is_uppercase);
    let all_capitals = capital && slice.len() > 1 && slice.chars().all(char::is_uppercase);
    u64::from(capital) + 2 * u64::from(all_capitals) + 4 * u64::from(token.kind == TokenKind::Number)
}

/// What a word is made of: the stems of a compound's parts, or else its own, so that a simple word meets the compounds
/// that it is part of. Stop words stay away.
fn made_of(types: &Types<'_>, word: TypeId, visit: &mut impl FnMut(u64)) {
    if types.is_stop_word(word) {
        return;
    }
    let mut is_compound = false;
    compounds::for_each_part(types.form(word), |part| {
        is_compound = true;
        visit(View::Compounds.tag(part));
    });
    if !is_compound {
        visit(View::Compounds.tag(hash_bytes(types.stem(word).as_bytes())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_text::analyze;

    fn runs(views: &ViewSet, text: &str, title: Option<&str>) -> Vec<String> {
        let analysis = analyze(text, title);
        let mut out = Vec::new();
        views.for_each_run(&Content::of(&analysis), |run| {
            let source = if run.in_title {
                analysis.title.unwrap_or_default()
            } else {
                text
            };
            out.push(run.span.of(source).to_owned());
        });
        out
    }

    #[test]
    fn runs_span_all_their_words() {
        let views = ViewSet {
            words: 3,
            ..ViewSet::default()
        };
        assert_eq!(
            runs(&views, "Ferja til Voss.", None),
            ["Ferja til", "til Voss", "Ferja til Voss"]
        );
    }

    #[test]
    fn a_title_apart_comes_first_and_forms_no_pair_with_the_text() {
        let views = ViewSet::default();
        assert_eq!(
            runs(&views, "Elva steig.", Some("Flaum no")),
            ["Flaum no", "Elva steig"]
        );
    }

    #[test]
    fn the_case_of_a_word_does_not_count() {
        let views = ViewSet {
            stems: true,
            chars: Some((3, 3)),
            ..ViewSet::default()
        };
        let terms = views.terms(&analyze("Ål.", None));
        assert_eq!(terms.len(), 4, "the word, its stem and two runs of letters");
        assert_eq!(terms, views.terms(&analyze("ÅL.", None)));
    }

    #[test]
    fn a_word_counts_as_often_as_it_stands() {
        let views = ViewSet {
            words: 1,
            ..ViewSet::default()
        };
        let terms = views.terms(&analyze(&"ferja ".repeat(300), Some("Ferja")));
        let counts: Vec<u32> = terms.counts.iter().map(|&(_, count)| count).collect();
        assert_eq!(counts, [MOST_COUNTED]);
    }

    #[test]
    fn a_compound_meets_the_words_it_is_made_of() {
        let views = ViewSet {
            words: 0,
            compounds: true,
            ..ViewSet::default()
        };
        let terms = |text: &str| views.terms(&analyze(text, None)).counts;
        let route = terms("Ruten.");
        assert_eq!(route.len(), 1);
        for text in ["Ferjeruta.", "Bussruter."] {
            let found = terms(text);
            assert!(found.len() == 2 && found.contains(&route[0]), "{text}");
        }
        assert!(terms("Og det er som før.").is_empty(), "stop words are no parts");
    }

    #[test]
    fn the_order_of_a_pair_matters() {
        let views = ViewSet::default();
        assert_ne!(
            views.terms(&analyze("sa nei.", None)),
            views.terms(&analyze("nei sa.", None))
        );
    }
}
