//! An article as the methods see it: its body sentences as sparse rows of weighted terms.
//!
//! Terms are stems, weighted by how rare they are in Norwegian at large ([`notis_features::Background`]): in a single article the words
//! that tell most are also the most frequent, so its own frequencies cannot tell them from filler.

use crate::heading::{Opening, Seen};
use crate::words::{self, Known};
use crate::{Cost, Query};
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
    entries: Range<usize>,
}

/// A term of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TermCount {
    /// Index of the term, below [`Document::term_count`].
    pub term: u32,
    /// How often the sentence has it.
    pub count: f32,
}

/// An article prepared for choosing sentences. Building it takes time linear in the length of the article.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    article: &'a Analysis<'a>,
    candidates: Vec<Candidate>,
    entries: Vec<TermCount>,
    /// The TF-IDF weight of each entry, scaled so that the row of a sentence has unit length.
    weights: Vec<f32>,
    rarity: Vec<f32>,
    title: Vec<u32>,
    /// Whether the reader has read the title.
    title_is_read: bool,
    /// The title that runs into the first sentence, where the page lost the break between them.
    title_in_front: Option<Span>,
    query: Vec<(u32, f32)>,
    of_type: Vec<Option<u32>>,
    /// What is known of each word type.
    words: Vec<Known>,
}

impl<'a> Document<'a> {
    /// Prepares `article`; `query` holds what the reader cares about, in words of this article.
    ///
    /// # Panics
    /// Where the query has a word type that the article does not have.
    pub fn new(article: &'a Analysis<'a>, query: &Query) -> Self {
        let words = words::known(article);
        let terms = Terms::new(article, &words);
        let mut document = Document {
            article,
            candidates: Vec::new(),
            entries: Vec::new(),
            weights: Vec::new(),
            rarity: Vec::new(),
            title: Vec::new(),
            title_is_read: true,
            title_in_front: None,
            query: Vec::new(),
            of_type: Vec::new(),
            words,
        };
        document.read_sentences(&terms);
        document.title.extend(terms.of_title(article));
        document.title.sort_unstable();
        document.title.dedup();
        document.query = terms.of_query(query);
        document.rarity = terms.rarity;
        document.of_type = terms.of_type;
        document.weigh();
        document
    }

    fn read_sentences(&mut self, terms: &Terms<'_>) {
        let article = self.article;
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
            let (span, tokens) = self.without_heading(index, span, tokens, &seen);
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
        index: usize,
        span: Span,
        tokens: Range<usize>,
        seen: &Seen,
    ) -> (Span, Range<usize>) {
        let article = self.article;
        let block = |index: usize| article.sentences.get(index).map(|sentence| sentence.block);
        let has_neighbour = block(index + 1) == block(index) || index > 0 && block(index - 1) == block(index);
        let start = || Opening::new(article, &self.words, seen, tokens.clone()).sentence_start();
        let Some(first) = has_neighbour.then(start).flatten() else {
            return (span, tokens);
        };
        // A dash that opens a quote stands in front of its first word.
        let gap = article.tokens[first].span.start - article.gap(first).trim_start().len();
        let heading = Span::new(span.start, gap).trimmed(article.text);
        if tokens.start == 0 {
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

    /// The same for a reader who does not see the title: what it says must be said.
    #[must_use]
    pub fn without_title(self) -> Self {
        Document {
            title_is_read: false,
            ..self
        }
    }

    /// The title as it is printed, where the article has one.
    pub fn title_text(&self) -> Option<String> {
        let blocks = &self.article.blocks;
        let block = || blocks.iter().find(|block| block.kind == BlockKind::Title);
        let inside = || block().map(|block| self.article.slice(block.span));
        self.article.title.or_else(inside).map(crate::space::collapse)
    }

    /// The title that runs into the first sentence, where the page lost the break between them.
    pub(crate) fn title_in_front(&self) -> Option<Span> {
        self.title_in_front
    }

    /// The share of a body sentence that a title which the reader has read says already, 0 to 1.
    pub fn share_of_title(&self, candidate: usize) -> f32 {
        /// Of a sentence of fewer terms a title has most by chance: «Fondet sier nei.»
        const TERMS: usize = 4;
        if !self.title_is_read || self.entries(candidate).len() < TERMS {
            return 0.0;
        }
        let told = self
            .row(candidate)
            .filter(|(term, _)| self.title.binary_search(term).is_ok());
        told.map(|(_, weight)| weight * weight).sum()
    }

    /// The article.
    pub fn article(&self) -> &'a Analysis<'a> {
        self.article
    }

    /// The body sentences, in order.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The words of the body sentences.
    pub fn words_of_body(&self) -> usize {
        self.candidates.iter().map(|candidate| candidate.cost.words).sum()
    }

    /// Whether nothing but white space stands between two candidates.
    pub fn touch(&self, first: usize, second: usize) -> bool {
        let (end, start) = (
            self.candidates[first].span.end,
            self.candidates[second].span.start,
        );
        self.article
            .text
            .get(end..start)
            .is_some_and(|gap| gap.trim().is_empty())
    }

    /// How many different terms the article has.
    pub fn term_count(&self) -> usize {
        self.rarity.len()
    }

    /// The terms of a body sentence, by rising index.
    pub fn entries(&self, candidate: usize) -> &[TermCount] {
        &self.entries[self.candidates[candidate].entries.clone()]
    }

    /// The term of a word type of the article; `None` for a stop word.
    pub fn term_of(&self, id: TypeId) -> Option<u32> {
        self.of_type[id as usize]
    }

    /// What is known of each word type of the article.
    pub(crate) fn words(&self) -> &[Known] {
        &self.words
    }

    /// How telling a term is: −ln of the share of Norwegian pages that have it, from about 1 to 12.
    pub fn rarity(&self, term: u32) -> f32 {
        self.rarity[term as usize]
    }

    /// The TF-IDF weights of a body sentence as a row of unit length; a sentence without a telling word gives none.
    pub fn row(&self, candidate: usize) -> impl Iterator<Item = (u32, f32)> {
        let range = self.candidates[candidate].entries.clone();
        let weights = &self.weights[range.clone()];
        self.entries[range].iter().zip(weights).map(|(e, &w)| (e.term, w))
    }

    /// How often each term occurs in the body sentences.
    pub fn term_counts(&self) -> Vec<f32> {
        let mut counts = vec![0.0; self.term_count()];
        for entry in &self.entries {
            counts[entry.term as usize] += entry.count;
        }
        counts
    }

    /// Each term's share of all the terms of the body sentences.
    pub fn term_shares(&self) -> Vec<f32> {
        let mut shares = self.term_counts();
        let all = shares.iter().sum::<f32>().max(1.0);
        shares.iter_mut().for_each(|share| *share /= all);
        shares
    }

    /// The terms of the title, by rising index.
    pub fn title(&self) -> &[u32] {
        &self.title
    }

    /// The terms of the caller's query that the article has, with their weights.
    pub fn query(&self) -> &[(u32, f32)] {
        &self.query
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

    fn of_query(&self, query: &Query) -> Vec<(u32, f32)> {
        let known = |&(id, weight): &(TypeId, f32)| Some((self.of_type[id as usize]?, weight));
        query.terms().iter().filter_map(known).collect()
    }
}
