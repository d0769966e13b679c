//! All that is known of one article's text, found in one go.

use crate::block::{Block, BlockKind};
use crate::language::{Language, identify_tokens};
use crate::normalized::Normalized;
use crate::sentences::{Sentence, sentences};
use crate::span::Span;
use crate::stem::Stemmer;
use crate::structure::structure;
use crate::structure::title_span;
use crate::tokens::{Folding, Token, tokens};
use crate::types::{TypeId, Types};
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

thread_local! {
    /// Each thread stems a word type once, over all its articles.
    static STEMMER: RefCell<Stemmer> = RefCell::default();
}

/// An article's text with its blocks, sentences and tokens. Every later stage (features, topics, digests) reads this.
#[derive(Clone, Debug)]
pub struct Analysis<'a> {
    /// The text as it was read; every span but those of `title_tokens` points into it.
    pub text: &'a str,
    /// The title where the text does not open with it; `None` where the title is a block of the text or unknown.
    pub title: Option<&'a str>,
    /// The tokens of `title`, with spans into it.
    pub title_tokens: Vec<Token>,
    /// The typed blocks, in order.
    pub blocks: Vec<Block>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The tokens, in order.
    pub tokens: Vec<Token>,
    /// The type of each token.
    pub token_types: Vec<TypeId>,
    /// The type of each token of the title.
    pub title_types: Vec<TypeId>,
    /// The distinct folded forms of title and text, with their stems.
    pub types: Types<'a>,
    /// The written form.
    pub language: Language,
}

impl<'a> Analysis<'a> {
    /// The stretch of the text a span covers.
    #[inline]
    pub fn slice(&self, span: Span) -> &'a str {
        &self.text[span.start..span.end]
    }

    /// The tokens that lie inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        &self.tokens[self.indices_in(span)]
    }

    /// The indices, into `tokens` and `token_types`, of the tokens that lie inside `span`.
    pub fn indices_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.start < span.start);
        let to = self.tokens.partition_point(|t| t.span.end <= span.end);
        from..to.max(from)
    }

    /// The folded form of a token of the text, by its index.
    #[inline]
    pub fn form(&self, token: usize) -> &str {
        self.types.form(self.token_types[token])
    }

    /// The stem of a token of the text, by its index.
    #[inline]
    pub fn stem(&self, token: usize) -> &str {
        self.types.stem(self.token_types[token])
    }

    /// What stands between a token of the text, by its index, and the one before it, as a reader sees it: blanks in a row are
    /// one, marks without width are none.
    #[inline]
    pub fn gap(&self, token: usize) -> Cow<'a, str> {
        let (end, start) = (
            token
                .checked_sub(1)
                .map_or(0, |before| self.tokens[before].span.end),
            self.tokens[token].span.start,
        );
        let gap = &self.text[end.min(start)..start];
        // Nearly all are, and are told at once.
        if gap == " " {
            return gap.into();
        }
        Normalized::of(gap).map_or(gap.into(), |normal| normal.text.into())
    }

    /// The kind of the block a sentence lies in.
    pub fn kind_of(&self, sentence: &Sentence) -> BlockKind {
        self.blocks[sentence.block].kind
    }
}

/// Analyzes an article: `text` as it was read, and its `title` where it is known from elsewhere (a title that opens
/// the text counts once, as a block of the text).
///
/// Spaces of other kinds and numbers, letters with their marks apart and marks without width change nothing but the
/// spans.
pub fn analyze<'a>(text: &'a str, title: Option<&'a str>) -> Analysis<'a> {
    let normalized = Normalized::of(text);
    let normal = normalized.as_ref().map_or(text, |normalized| &normalized.text);
    let normalized_title = title.and_then(Normalized::of);
    let normal_title = normalized_title
        .as_ref()
        .map(|title| title.text.as_str())
        .or(title);
    let known_title = normal_title.map(str::trim).filter(|title| !title.is_empty());
    let mut blocks = structure(normal, known_title);
    let mut sentences = sentences(normal, &blocks);
    let is_apart = known_title.is_some_and(|title| title_span(normal, title).is_none());
    let title = title.filter(|_| is_apart);
    let title_tokens = read_tokens(title.unwrap_or_default(), normalized_title.as_ref());
    let mut normal_tokens = Vec::with_capacity(text.len() / 6);
    tokens(normal, &mut normal_tokens);
    let language = identify_tokens(normal, &normal_tokens);
    if let Some(normalized) = &normalized {
        blocks
            .iter_mut()
            .for_each(|block| block.span = normalized.read_span(block.span));
        sentences
            .iter_mut()
            .for_each(|sentence| sentence.span = normalized.read_span(sentence.span));
        lead_back(&mut normal_tokens, normalized, text);
    }
    let tokens = normal_tokens;
    let (types, [title_types, token_types]) = STEMMER.with_borrow_mut(|stemmer| {
        let title = title.unwrap_or_default();
        Types::of((title, &title_tokens), (text, &tokens), stemmer)
    });
    Analysis {
        text,
        title,
        title_tokens,
        blocks,
        sentences,
        tokens,
        token_types,
        title_types,
        types,
        language,
    }
}

/// The tokens of `text`, found in its normal form where that is another.
fn read_tokens(text: &str, normalized: Option<&Normalized>) -> Vec<Token> {
    let mut found = Vec::new();
    match normalized.filter(|_| !text.is_empty()) {
        Some(normalized) => {
            tokens(&normalized.text, &mut found);
            lead_back(&mut found, normalized, text);
        }
        None => tokens(text, &mut found),
    }
    found
}

/// Leads tokens of a normal text back to `text` as it was read. What two share, a letter whose marks were put in their order,
/// belongs to the first.
fn lead_back(tokens: &mut Vec<Token>, normalized: &Normalized, text: &str) {
    let mut end = 0;
    tokens.retain_mut(|token| {
        let read = normalized.read_span(token.span);
        if read.end <= end {
            return false;
        }
        let read = Span::new(read.start.max(end), read.end);
        if read.of(text) != token.span.of(&normalized.text) {
            token.folding = Folding::Other;
        }
        (token.span, end) = (read, read.end);
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_stand_one_behind_the_other_however_a_letter_is_marked() {
        let analysis = analyze("Noreg \u{fb2a}\u{20d2}\u{118} er her.", None);
        assert!(analysis.tokens.is_sorted_by(|a, b| a.span.end <= b.span.start));
    }

    #[test]
    fn a_title_that_opens_the_text_counts_once() {
        let analysis = analyze("Flaum i Voss\n\nElva steig i natt.", Some("Flaum i Voss"));
        assert_eq!(analysis.title, None);
        assert_eq!(analysis.blocks[0].kind, BlockKind::Title);
        assert!(analysis.title_tokens.is_empty());
    }

    #[test]
    fn spans_in_a_title_count_from_its_first_byte_as_it_was_read() {
        let analysis = analyze("Elva steig i natt.", Some("  Flaum i Voss "));
        assert_eq!(analysis.title, Some("  Flaum i Voss "));
        assert_eq!(analysis.title_tokens[0].span, Span::new(2, 7));
        assert_eq!(analyze("Elva steig i natt.", Some(" ")).title, None);
    }
}
