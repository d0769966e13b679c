//! An article as the methods see it: its rows, its reader and what the reader cares about.

use crate::Query;
use crate::rows::{Candidate, Rows, TermCount};
use crate::words::Known;
use notis_text::{Analysis, BlockKind, Span, TypeId};
use std::sync::Arc;

/// An article prepared for choosing sentences. Building it takes time linear in the length of the article.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    article: &'a Analysis<'a>,
    rows: Arc<Rows>,
    /// Whether the reader has read the title.
    title_is_read: bool,
    query: Vec<(u32, f32)>,
}

impl<'a> Document<'a> {
    /// Prepares `article`; `query` holds what the reader cares about, in words of this article.
    ///
    /// # Panics
    /// Where the query has a word type that the article does not have.
    pub fn new(article: &'a Analysis<'a>, query: &Query) -> Self {
        Document::of_rows(article, Arc::new(Rows::of(article)), query)
    }

    /// The same, with the rows of this article, which were read before.
    ///
    /// # Panics
    /// As [`Document::new`].
    pub fn of_rows(article: &'a Analysis<'a>, rows: Arc<Rows>, query: &Query) -> Self {
        Document {
            article,
            query: rows.asked(query),
            rows,
            title_is_read: true,
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
        self.rows.title_in_front
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
            .filter(|(term, _)| self.rows.title.binary_search(term).is_ok());
        told.map(|(_, weight)| weight * weight).sum()
    }

    /// The article.
    pub fn article(&self) -> &'a Analysis<'a> {
        self.article
    }

    /// The body sentences, in order.
    pub fn candidates(&self) -> &[Candidate] {
        &self.rows.candidates
    }

    /// The words of the body sentences.
    pub fn words_of_body(&self) -> usize {
        self.rows
            .candidates
            .iter()
            .map(|candidate| candidate.cost.words)
            .sum()
    }

    /// Whether nothing but white space stands between two candidates.
    pub fn touch(&self, first: usize, second: usize) -> bool {
        let (end, start) = (
            self.rows.candidates[first].span.end,
            self.rows.candidates[second].span.start,
        );
        self.article
            .text
            .get(end..start)
            .is_some_and(|gap| gap.trim().is_empty())
    }

    /// How many different terms the article has.
    pub fn term_count(&self) -> usize {
        self.rows.rarity.len()
    }

    /// The terms of a body sentence, by rising index.
    pub fn entries(&self, candidate: usize) -> &[TermCount] {
        &self.rows.entries[self.rows.candidates[candidate].entries.clone()]
    }

    /// The term of a word type of the article; `None` for a stop word.
    pub fn term_of(&self, id: TypeId) -> Option<u32> {
        self.rows.of_type[id as usize]
    }

    /// What is known of each word type of the article.
    pub(crate) fn words(&self) -> &[Known] {
        &self.rows.words
    }

    /// How telling a term is: −ln of the share of Norwegian pages that have it, from about 1 to 12.
    pub fn rarity(&self, term: u32) -> f32 {
        self.rows.rarity[term as usize]
    }

    /// The TF-IDF weights of a body sentence as a row of unit length; a sentence without a telling word gives none.
    pub fn row(&self, candidate: usize) -> impl Iterator<Item = (u32, f32)> {
        let range = self.rows.candidates[candidate].entries.clone();
        let weights = &self.rows.weights[range.clone()];
        self.rows.entries[range]
            .iter()
            .zip(weights)
            .map(|(e, &w)| (e.term, w))
    }

    /// How often each term occurs in the body sentences.
    pub fn term_counts(&self) -> Vec<f32> {
        let mut counts = vec![0.0; self.term_count()];
        for entry in &self.rows.entries {
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
        &self.rows.title
    }

    /// The terms of the caller's query that the article has, with their weights.
    pub fn query(&self) -> &[(u32, f32)] {
        &self.query
    }
}
