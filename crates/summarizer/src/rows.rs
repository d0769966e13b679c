//! The body sentences of an article as sparse rows of weighted terms.
//!
//! Terms are stems, weighted by how rare they are in Norwegian at large ([`notis_features::Background`]): in a single article the words
//! that tell most are also the most frequent, so its own frequencies cannot tell them from filler.

use crate::cost::Cost;
use crate::heading::{Opening, Seen};
use crate::query::Query;
use crate::words::{self, Known};
use notis_text::{Analysis, BlockKind, Span, TypeId};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::Range;

/// A body sentence of the article: the only kind a digest may choose.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// Its index among all sentences of the article.
    pub sentence: usize,
    /// Its index block.
    pub block: usize,
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// What it takes from a budget as it stands.
    pub cost: Cost,
    pub(crate) entries: Range<usize>,
}

/// A term of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TermCount {
    /// Index of the term, below [`Document::term_count`](crate::Document::term_count).
    pub term: u32,
    /// How often the sentence has it.
    pub count: f32,
}

/// The body sentences of an article as rows of weighted terms: what of a [`Document`](crate::Document) depends on the article alone, so that
/// documents of one article can share it.
#[derive(Clone, Debug)]
pub struct Rows {
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) entries: Vec<TermCount>,
    /// The TF-IDF weight of each entry, scaled so that the row of a sentence has unit length.
    pub(crate) weights: Vec<f32>,
    pub(crate) rarity: Vec<f32>,
    pub(crate) title: Vec<u32>,
    /// The title that runs into the first sentence, where the page lost the break between them.
    pub(crate) title_in_front: Option<Span>,
    pub(crate) of_type: Vec<Option<u32>>,
    /// What is known of each word type.
    pub(crate) words: Vec<Known>,
}

/// A heading of fewer words is no headline. Of 82 headlines read on 2026-11-29 two of the three that were cut wrongly had fewer, and none
/// that was good.
const FEWEST_OF_TITLE: usize = 3;

impl Rows {
    /// Reads the sentences of `article`, in time linear in its length.
    pub fn of(article: &Analysis<'_>) -> Self {
        let words = words::known(article);
        let terms = Terms::new(article, &words);
        let mut rows = Rows {
            candidates: Vec::new(),
            entries: Vec::new(),
            weights: Vec::new(),
            rarity: Vec::new(),
            title: Vec::new(),
            title_in_front: None,
            of_type: Vec::new(),
            words,
        };
        rows.read_sentences(article, &terms);
        rows.title.extend(terms.of_title(article));
        rows.title.sort_unstable();
        rows.title.dedup();
        rows.rarity = terms.rarity;
        rows.of_type = terms.of_type;
        rows.weigh();
        rows
    }

    fn read_sentences(&mut self, article: &Analysis<'_>, terms: &Terms<'_>) {
        let seen = Seen::of(article);
        let mut row = Vec::new();
        for (index, sentence) in article.sentences.iter().enumerate() {
            if !article.kind_of(sentence).is_running_text() {
                continue;
            }
            let (head, span) = without_head(article.text, sentence.span);
            if !head.is_empty() {
                let types = &article.token_types[article.indices_in(head)];
                self.title.extend(terms.of_types(types));
            }
            let tokens = article.indices_in(span);
            let (span, tokens) = self.without_heading(article, index, (span, tokens), &seen);
            row.clear();
            let types = article.token_types[tokens.clone()].iter();
            append_some(types.map(|&id| terms.of_type[id as usize]), &mut row);
            let start = self.entries.len();
            count_sorted(&mut row, &mut self.entries);
            self.candidates.push(Candidate {
                span,
                sentence: index,
                block: sentence.block,
                tokens,
                cost: Cost::of(article.original.slice(span)),
                entries: start..self.entries.len(),
            });
        }
    }

    /// A sentence without the heading that runs into it, where it may: it stands beside others, and not on a line by itself.
    fn without_heading(
        &mut self,
        article: &Analysis<'_>,
        index: usize,
        (span, tokens): (Span, Range<usize>),
        seen: &Seen,
    ) -> (Span, Range<usize>) {
        let block = |index: usize| article.sentences.get(index).map(|sentence| sentence.block);
        let has_neighbour = block(index + 1) == block(index) || index > 0 && block(index - 1) == block(index);
        let start = || Opening::new(article, &self.words, seen, tokens.clone()).sentence_start();
        let Some(first) = has_neighbour.then(start).flatten() else {
            return (span, tokens);
        };
        // A dash that opens a quote stands in front of its first word.
        let gap = article.tokens[first].span.start - article.gap(first).trim_start().len();
        let heading = Span::new(span.start, gap).trimmed(article.text);
        if tokens.start == 0 && first >= FEWEST_OF_TITLE {
            self.title_in_front = Some(heading);
        }
        (Span::new(gap, span.end), first..tokens.end)
    }

    fn weigh(&mut self) {
        let weight = |e: &TermCount| e.count * self.rarity[e.term as usize];
        self.weights = self.entries.iter().map(weight).collect();
        for candidate in &self.candidates {
            let row = &mut self.weights[candidate.entries.clone()];
            let norm = row.iter().map(|w| w * w).sum::<f32>().sqrt();
            let scale = if norm > 0.0 { 1.0 / norm } else { 0.0 };
            row.iter_mut().for_each(|w| *w *= scale);
        }
    }

    /// The terms of a query that the article has.
    pub(crate) fn asked(&self, query: &Query) -> Vec<(u32, f32)> {
        let known = |&(id, weight): &(TypeId, f32)| Some((self.of_type[id as usize]?, weight));
        query.terms().iter().filter_map(known).collect()
    }
}

/// A sentence without the title and kickers that are glued to its front with bars («Flaum i Voss | Elva steig i natt.»),
/// where what is left is still a sentence.
fn without_head(text: &str, span: Span) -> (Span, Span) {
    let whole = (Span::new(span.start, span.start), span);
    let sentence = span.of(text);
    // A single letter is found faster than the whole bar, and most sentences have none.
    let bar = sentence.contains('|').then(|| sentence.rfind(BAR)).flatten();
    let Some(at) = bar.map(|bar| span.start + bar) else {
        return whole;
    };
    let rest = Span::new(at + BAR.len(), span.end).trimmed(text);
    if rest.of(text).split_whitespace().count() >= 4 {
        (Span::new(span.start, at), rest)
    } else {
        whole
    }
}

/// What parts the pieces of a head whose line breaks were lost.
const BAR: &str = " | ";

/// Appends those of `items` that there are, without a branch for each: whether a word is a stop word cannot be foretold.
pub(crate) fn append_some<T: Copy + Default>(
    items: impl ExactSizeIterator<Item = Option<T>>,
    out: &mut Vec<T>,
) {
    let mut found = out.len();
    out.resize(found + items.len(), T::default());
    for item in items {
        out[found] = item.unwrap_or_default();
        found += usize::from(item.is_some());
    }
    out.truncate(found);
}

/// Counts the terms of one sentence and appends them by rising index.
fn count_sorted(row: &mut [u32], entries: &mut Vec<TermCount>) {
    row.sort_unstable();
    for group in row.chunk_by(|a, b| a == b) {
        entries.push(TermCount {
            term: group[0],
            count: group.len() as f32,
        });
    }
}

/// The terms of one article, numbered by first appearance. A term is a stem; stop words have none.
struct Terms<'a> {
    of_type: Vec<Option<u32>>,
    of_stem: FxHashMap<&'a str, u32>,
    /// How rare each term is in Norwegian at large: that of its most common form.
    rarity: Vec<f32>,
}

impl<'a> Terms<'a> {
    fn new(article: &'a Analysis<'_>, words: &[Known]) -> Self {
        let types = &article.types;
        let mut terms = Terms {
            of_type: Vec::with_capacity(types.len()),
            of_stem: FxHashMap::with_capacity_and_hasher(types.len(), FxBuildHasher),
            rarity: Vec::with_capacity(types.len()),
        };
        for (id, word) in types.ids().zip(words) {
            let is_term = !types.is_stop_word(id);
            let term = is_term.then(|| terms.add(types.stem(id), word.rarity));
            terms.of_type.push(term);
        }
        terms
    }

    fn add(&mut self, stem: &'a str, idf: f32) -> u32 {
        let next = self.rarity.len() as u32;
        let id = *self.of_stem.entry(stem).or_insert(next);
        if id == next {
            self.rarity.push(idf);
        }
        self.rarity[id as usize] = self.rarity[id as usize].min(idf);
        id
    }

    fn of_types(&self, types: &[TypeId]) -> impl Iterator<Item = u32> {
        types.iter().filter_map(|&id| self.of_type[id as usize])
    }

    fn of_title(&self, article: &Analysis<'_>) -> Vec<u32> {
        let blocks = article.blocks.iter().filter(|b| b.kind == BlockKind::Title);
        let inside = blocks.flat_map(|b| &article.token_types[article.indices_in(b.span)]);
        let all: Vec<TypeId> = article.title_types.iter().chain(inside).copied().collect();
        self.of_types(&all).collect()
    }
}
