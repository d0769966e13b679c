//! An article as the methods see it: its body sentences as sparse rows of weighted terms.

use crate::{Cost, Query};
use notis_text::{Analysis, Span, Stemmer, fold};
use rustc_hash::FxHashMap;
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
    /// What it takes from a budget as it stands.
    pub cost: Cost,
    entries: Range<usize>,
    norm: f32,
}

/// A term of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
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
    entries: Vec<Entry>,
    rarity: Vec<f32>,
    title: Vec<u32>,
    query: Vec<(u32, f32)>,
}

impl<'a> Document<'a> {
    /// Prepares `article`; `query` holds what the reader cares about.
    pub fn new(article: &'a Analysis<'a>, query: &Query) -> Self {
        let mut terms = Terms::default();
        let mut document = Document {
            article,
            candidates: Vec::new(),
            entries: Vec::new(),
            rarity: Vec::new(),
            title: Vec::new(),
            query: Vec::new(),
        };
        document.read_sentences(&mut terms);
        document.title = terms.of_title(article);
        document.query = terms.of_query(query);
        document.rarity = inverse_sentence_frequency(&document.candidates, &document.entries, terms.len());
        document.weigh();
        document
    }

    fn read_sentences(&mut self, terms: &mut Terms) {
        let article = self.article;
        let mut row = Vec::new();
        for (index, sentence) in article.sentences.iter().enumerate() {
            if !article.kind_of(sentence).is_running_text() {
                continue;
            }
            row.clear();
            row.extend(
                article
                    .tokens_in(sentence.span)
                    .iter()
                    .map(|t| terms.id(t.span.of(article.text))),
            );
            let start = self.entries.len();
            count_sorted(&mut row, &mut self.entries);
            self.candidates.push(Candidate {
                span: sentence.span,
                sentence: index,
                block: sentence.block,
                cost: Cost::of(sentence.span.of(article.text)),
                entries: start..self.entries.len(),
                norm: 0.0,
            });
        }
    }

    fn weigh(&mut self) {
        for candidate in &mut self.candidates {
            let weights = self.entries[candidate.entries.clone()]
                .iter()
                .map(|e| e.count * self.rarity[e.term as usize]);
            candidate.norm = weights.map(|w| w * w).sum::<f32>().sqrt();
        }
    }

    /// The article.
    pub fn article(&self) -> &'a Analysis<'a> {
        self.article
    }

    /// The body sentences, in order.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// How many different terms the article has.
    pub fn term_count(&self) -> usize {
        self.rarity.len()
    }

    /// The terms of a body sentence, by rising index.
    pub fn entries(&self, candidate: usize) -> &[Entry] {
        &self.entries[self.candidates[candidate].entries.clone()]
    }

    /// How telling a term is: 0 for a word that every sentence has, more for a rarer one.
    pub fn rarity(&self, term: u32) -> f32 {
        self.rarity[term as usize]
    }

    /// The TF-IDF weights of a body sentence as a row of unit length; a sentence without a telling word gives none.
    pub fn row(&self, candidate: usize) -> impl Iterator<Item = (u32, f32)> {
        let norm = self.candidates[candidate].norm;
        let scale = if norm > 0.0 { 1.0 / norm } else { 0.0 };
        self.entries(candidate)
            .iter()
            .map(move |e| (e.term, e.count * self.rarity(e.term) * scale))
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

/// Counts the terms of one sentence and appends them by rising index.
fn count_sorted(row: &mut [u32], entries: &mut Vec<Entry>) {
    row.sort_unstable();
    for group in row.chunk_by(|a, b| a == b) {
        entries.push(Entry {
            term: group[0],
            count: group.len() as f32,
        });
    }
}

/// ln(N / n) over the N sentences, for a term that n of them have.
fn inverse_sentence_frequency(candidates: &[Candidate], entries: &[Entry], terms: usize) -> Vec<f32> {
    let mut sentences = vec![0_u32; terms];
    for entry in entries {
        sentences[entry.term as usize] += 1;
    }
    let all = candidates.len() as f64 + 1.0;
    sentences
        .into_iter()
        .map(|n| libm::log(all / f64::from(n.max(1))) as f32)
        .collect()
}

/// The terms of one article, numbered by first appearance. A term is a stem.
#[derive(Default)]
struct Terms {
    stemmer: Stemmer,
    of_word: FxHashMap<String, u32>,
    of_stem: FxHashMap<String, u32>,
    folded: String,
}

impl Terms {
    fn len(&self) -> usize {
        self.of_stem.len()
    }

    fn id(&mut self, word: &str) -> u32 {
        self.folded.clear();
        fold(word, &mut self.folded);
        if let Some(&id) = self.of_word.get(&self.folded) {
            return id;
        }
        let stem = self.stemmer.stem(&self.folded);
        let next = self.of_stem.len() as u32;
        let id = *self.of_stem.entry(stem.to_owned()).or_insert(next);
        self.of_word.insert(self.folded.clone(), id);
        id
    }

    fn of_title(&mut self, article: &Analysis<'_>) -> Vec<u32> {
        let title = article.title.unwrap_or_default();
        let apart = article.title_tokens.iter().map(|t| t.span.of(title));
        let blocks = article
            .blocks
            .iter()
            .filter(|b| b.kind == notis_text::BlockKind::Title);
        let inside = blocks
            .flat_map(|b| article.tokens_in(b.span))
            .map(|t| t.span.of(article.text));
        let mut ids: Vec<u32> = apart.chain(inside).map(|word| self.id(word)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn of_query(&self, query: &Query) -> Vec<(u32, f32)> {
        query
            .terms()
            .filter_map(|(stem, weight)| Some((*self.of_stem.get(stem)?, weight)))
            .collect()
    }
}
