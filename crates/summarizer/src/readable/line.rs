//! A sentence as the rules see it: a stretch of tokens with the classes of their words.

use crate::lexicon::Classes;
use crate::words::Known;
use notis_text::{Analysis, Span};
use std::ops::Range;

/// An article with what is known of each of its distinct words.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d> {
    article: &'d Analysis<'d>,
    words: &'d [Known],
}

impl<'d> Reader<'d> {
    pub(super) fn new(article: &'d Analysis<'d>, words: &'d [Known]) -> Self {
        Reader { article, words }
    }

    pub(super) fn line(self, span: Span) -> Line<'d> {
        self.line_of(span, self.article.indices_in(span))
    }

    /// The line at `span`, which has these tokens.
    pub(super) fn line_of(self, span: Span, tokens: Range<usize>) -> Line<'d> {
        let types = &self.article.token_types[tokens.clone()];
        let classes = types.iter().map(|&id| self.words[id as usize].classes);
        Line {
            reader: self,
            span,
            first: tokens.start,
            end: tokens.end,
            present: classes.fold(Classes::default(), Classes::and),
        }
    }
}

/// A sentence, or a part of one, as the rules see it.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    reader: Reader<'r>,
    pub(super) span: Span,
    /// Indices of its tokens.
    pub(super) first: usize,
    pub(super) end: usize,
    /// The classes of all its words.
    pub(super) present: Classes,
}

impl<'r> Line<'r> {
    #[inline]
    pub(super) fn article(&self) -> &'r Analysis<'r> {
        self.reader.article
    }

    pub(super) fn text(&self) -> &'r str {
        self.article().slice(self.span)
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.end - self.first
    }

    /// The indices of its tokens.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.first..self.end
    }

    /// The folded form of its `i`-th word; empty beyond its end.
    #[inline]
    pub(super) fn word(&self, i: usize) -> &'r str {
        if self.first + i < self.end {
            self.article().form(self.first + i)
        } else {
            ""
        }
    }

    /// What its `i`-th word may be; nothing beyond its end.
    #[inline]
    pub(super) fn classes(&self, i: usize) -> Classes {
        if self.first + i < self.end {
            self.classes_of(self.first + i)
        } else {
            Classes::default()
        }
    }

    /// What a token of the article may be.
    #[inline]
    pub(super) fn classes_of(&self, token: usize) -> Classes {
        self.reader.words[self.article().token_types[token] as usize].classes
    }

    /// The same line without its first `n` words.
    pub(super) fn after(&self, n: usize) -> Line<'r> {
        let first = (self.first + n).min(self.end);
        let start = if first < self.end {
            self.article().tokens[first].span.start
        } else {
            self.span.end
        };
        self.reader
            .line_of(Span::new(start, self.span.end), first..self.end)
    }

    /// The stretch of it from `start` to `end`.
    pub(super) fn part(&self, start: usize, end: usize) -> Line<'r> {
        self.reader.line(Span::new(start, end))
    }
}
