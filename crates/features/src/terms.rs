//! The terms of an article: what is counted, and where each stands.

use std::ops::Range;

use notis_text::{Analysis, BlockKind, Span, Token, TokenKind, TypeId};

use crate::hash::{hash_bytes, mix};
use crate::vectors::{DIMENSIONS, WordVectors};
use crate::views::{View, ViewSet};

/// A term where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The term: its hash, marked with its view.
    pub term: u64,
    /// Where it stands: in the text, or in the title that stands apart from it.
    pub span: Span,
    /// Whether `span` points into that title.
    pub in_title: bool,
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

    fn of(mut found: Vec<(u64, u32)>) -> Self {
        found.sort_unstable();
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

/// Whether a block's words say what the article is about: its date head and what the page left behind do not.
fn is_content(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Date | BlockKind::Remnant)
}

impl ViewSet {
    /// The terms of an article with their counts; counts beyond 255 are taken as 255.
    pub fn terms(&self, analysis: &Analysis<'_>) -> TermCounts {
        let mut found = Vec::with_capacity(analysis.tokens.len() * 2);
        self.for_each_counted(analysis, |term, count| found.push((term, count)));
        TermCounts {
            dense: self.dense_of(analysis),
            ..TermCounts::of(found)
        }
    }

    /// How many numbers the dense views have together.
    pub(crate) fn dense_width(&self) -> usize {
        usize::from(self.meaning) * DIMENSIONS + usize::from(self.encoded)
    }

    /// The numbers of the dense views; zeros where an encoder's are wanted and the article has none.
    fn dense_of(&self, analysis: &Analysis<'_>) -> Vec<f32> {
        let mut dense = self.meaning_of(analysis);
        dense.extend(self.encoded_of(analysis));
        dense.resize(self.dense_width(), 0.0);
        dense
    }

    /// The encoder's vector of an article; empty where the view is off or the article has none of that width.
    pub(crate) fn encoded_of<'a>(&self, analysis: &'a Analysis<'_>) -> &'a [f32] {
        let fits = analysis.vector.len() == usize::from(self.encoded);
        if fits { &analysis.vector } else { &[] }
    }

    /// The sum of the vectors of an article's stems, each type counted once; empty where the view is off.
    pub(crate) fn meaning_of(&self, analysis: &Analysis<'_>) -> Vec<f32> {
        if !self.meaning {
            return Vec::new();
        }
        let mut sum = vec![0.0; DIMENSIONS];
        let mut seen = vec![false; analysis.types.len()];
        for &word in Stretch::all(analysis).flat_map(|stretch| stretch.types) {
            if !std::mem::replace(&mut seen[word as usize], true) {
                WordVectors::shipped().add_to(analysis.types.stem(word), &mut sum);
            }
        }
        sum
    }

    /// Calls `visit` for the terms of an article with a count each; one term may come several times.
    pub(crate) fn for_each_counted(&self, analysis: &Analysis<'_>, mut visit: impl FnMut(u64, u32)) {
        let words = Words::of(analysis);
        let mut counts = vec![0; analysis.types.len()];
        for stretch in Stretch::all(analysis) {
            self.runs(&stretch, &words, &mut |occurrence| visit(occurrence.term, 1));
            for &word in stretch.words() {
                counts[word as usize] += 1;
            }
        }
        for word in analysis.types.ids().filter(|&word| counts[word as usize] > 0) {
            self.within_word(analysis, word, &mut |term| visit(term, counts[word as usize]));
        }
    }

    /// Calls `visit` for every term of an article where it stands, the separate title first, then block by block.
    pub fn for_each(&self, analysis: &Analysis<'_>, mut visit: impl FnMut(Occurrence)) {
        let words = Words::of(analysis);
        for stretch in Stretch::all(analysis) {
            self.runs(&stretch, &words, &mut visit);
            for (token, &word) in stretch.tokens.iter().zip(stretch.types) {
                let span = token.span;
                let in_title = stretch.in_title;
                self.within_word(analysis, word, &mut |term| {
                    visit(Occurrence { term, span, in_title });
                });
            }
        }
    }

    /// Calls `visit` for every word where it stands: its type, its place, and whether that is in the separate title.
    pub fn for_each_word(&self, analysis: &Analysis<'_>, mut visit: impl FnMut(TypeId, Span, bool)) {
        for stretch in Stretch::all(analysis) {
            for (token, &word) in stretch.tokens.iter().zip(stretch.types) {
                visit(word, token.span, stretch.in_title);
            }
        }
    }

    /// The runs of words of a stretch, and the marks before its words.
    fn runs(&self, stretch: &Stretch<'_>, words: &Words, visit: &mut impl FnMut(Occurrence)) {
        for index in 0..stretch.tokens.len() {
            self.runs_that_end_at(index, stretch, words, visit);
            if self.marks {
                marks_before(index, stretch, words, visit);
            }
        }
    }

    fn runs_that_end_at(
        &self,
        last: usize,
        stretch: &Stretch<'_>,
        words: &Words,
        visit: &mut impl FnMut(Occurrence),
    ) {
        let mut state = 0;
        for first in (0..=last).rev().take(usize::from(self.words)) {
            state = mix(state, words.hash(stretch.types[first]));
            stretch.emit(View::Words, state, first..last + 1, visit);
        }
    }

    /// The terms within a word: they are the same wherever it stands.
    fn within_word(&self, analysis: &Analysis<'_>, word: TypeId, visit: &mut impl FnMut(u64)) {
        if self.stems {
            visit(View::Stems.tag(hash_bytes(analysis.types.stem(word).as_bytes())));
        }
        if let Some((shortest, longest)) = self.chars {
            letter_runs(
                analysis.types.form(word),
                usize::from(shortest)..=usize::from(longest),
                visit,
            );
        }
    }
}

/// The hash of each type of an article.
struct Words(Vec<u64>);

impl Words {
    fn of(analysis: &Analysis<'_>) -> Self {
        let types = &analysis.types;
        Words(
            types
                .ids()
                .map(|id| hash_bytes(types.form(id).as_bytes()))
                .collect(),
        )
    }

    fn hash(&self, word: TypeId) -> u64 {
        self.0[word as usize]
    }
}

/// A block's tokens, or those of a title apart.
struct Stretch<'a> {
    text: &'a str,
    tokens: &'a [Token],
    types: &'a [TypeId],
    in_title: bool,
}

impl<'a> Stretch<'a> {
    fn all(analysis: &'a Analysis<'a>) -> impl Iterator<Item = Stretch<'a>> {
        let title = analysis.title.map(|text| Stretch {
            text,
            tokens: &analysis.title_tokens,
            types: &analysis.title_types,
            in_title: true,
        });
        let blocks = analysis.blocks.iter().filter(|block| is_content(block.kind));
        title.into_iter().chain(blocks.map(|block| {
            let inside = analysis.indices_in(block.span);
            Stretch {
                text: analysis.text,
                tokens: &analysis.tokens[inside.clone()],
                types: &analysis.token_types[inside],
                in_title: false,
            }
        }))
    }

    /// The types of its tokens, as often as they stand there.
    fn words(&self) -> &'a [TypeId] {
        self.types
    }

    fn emit(&self, view: View, hash: u64, tokens: Range<usize>, visit: &mut impl FnMut(Occurrence)) {
        let span = Span::new(
            self.tokens[tokens.start].span.start,
            self.tokens[tokens.end - 1].span.end,
        );
        visit(Occurrence {
            term: view.tag(hash),
            span,
            in_title: self.in_title,
        });
    }
}

/// What stands between a token and the one before it, alone and beside each of the two.
fn marks_before(index: usize, stretch: &Stretch<'_>, words: &Words, visit: &mut impl FnMut(Occurrence)) {
    let token = &stretch.tokens[index];
    let before = index.checked_sub(1).map(|before| &stretch.tokens[before]);
    let start = before
        .map_or(token.span.start, |before| before.span.end)
        .min(token.span.start);
    let gap = stretch.text[start..token.span.start].trim();
    let mark = mix(hash_bytes(gap.as_bytes()), shape(token, stretch.text));
    stretch.emit(View::Marks, mark, index..index + 1, visit);
    if !gap.is_empty() {
        let left = index
            .checked_sub(1)
            .map_or(0, |before| words.hash(stretch.types[before]));
        stretch.emit(
            View::Marks,
            mix(left, mark),
            index.saturating_sub(1)..index + 1,
            visit,
        );
        stretch.emit(
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

/// Runs of letters of a word between its edge marks, «_skole_».
fn letter_runs(word: &str, lengths: std::ops::RangeInclusive<usize>, visit: &mut impl FnMut(u64)) {
    let marked = format!("_{word}_");
    let mut edges: Vec<usize> = marked.char_indices().map(|(at, _)| at).collect();
    edges.push(marked.len());
    let letters = edges.len() - 1;
    for length in *lengths.start()..=(*lengths.end()).min(letters) {
        for start in 0..=letters - length {
            let run = &marked.as_bytes()[edges[start]..edges[start + length]];
            visit(View::Chars.tag(hash_bytes(run)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_text::analyze;

    fn spans(views: &ViewSet, text: &str, title: Option<&str>) -> Vec<String> {
        let analysis = analyze(text, title);
        let mut out = Vec::new();
        views.for_each(&analysis, |o| {
            let source = if o.in_title {
                analysis.title.unwrap_or_default()
            } else {
                text
            };
            out.push(o.span.of(source).to_owned());
        });
        out
    }

    #[test]
    fn pairs_span_both_words() {
        let views = ViewSet {
            words: 2,
            ..ViewSet::default()
        };
        assert_eq!(
            spans(&views, "Ferja til Voss.", None),
            ["Ferja", "til", "Ferja til", "Voss", "til Voss"]
        );
    }

    #[test]
    fn a_title_apart_comes_first_and_forms_no_pair_with_the_text() {
        let views = ViewSet {
            words: 2,
            ..ViewSet::default()
        };
        assert_eq!(
            spans(&views, "Elva steig.", Some("Flaum")),
            ["Flaum", "Elva", "steig", "Elva steig"]
        );
    }

    #[test]
    fn letter_runs_mark_the_edges_of_a_word() {
        let views = ViewSet {
            words: 0,
            chars: Some((3, 3)),
            ..ViewSet::default()
        };
        assert_eq!(spans(&views, "Ål.", None).len(), 2);
        let same = views.terms(&analyze("ÅL.", None));
        assert_eq!(same, views.terms(&analyze("ål.", None)));
    }

    #[test]
    fn counting_finds_what_stands_there() {
        let views = ViewSet {
            words: 3,
            stems: true,
            chars: Some((2, 4)),
            compounds: true,
            marks: true,
            meaning: false,
            encoded: 0,
        };
        let analysis = analyze(
            "– Ferja, ferja! sa «hun».\n\nFerja kom 3. mai.",
            Some("Ferja kom"),
        );
        let mut found = Vec::new();
        views.for_each(&analysis, |occurrence| found.push((occurrence.term, 1)));
        assert_eq!(TermCounts::of(found), views.terms(&analysis));
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
