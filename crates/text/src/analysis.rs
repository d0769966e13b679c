//! All that is known of one article's text, found in one go.

use crate::block::{Block, BlockKind};
use crate::language::{Language, identify_tokens};
use crate::normalized::{Normalized, Original};
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
    /// The text as it was read, for spans into `text`.
    pub original: Original<'a>,
    normal: Option<Box<NormalForm>>,
}

/// Where all stands in the normal form of a text, see [`Analysis::in_normal_form`].
#[derive(Clone, Debug)]
struct NormalForm {
    /// `None` where the text, or the title, is in this form as it was read.
    text: Option<Normalized>,
    title: Option<Normalized>,
    title_tokens: Vec<Token>,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
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

    /// The same article with its white space, letters and marks written in one way, for rules that look at the text itself: its
    /// spans point into that form, its types have the same numbers, and [`Analysis::original`] leads back.
    ///
    /// ```
    /// let analysis = notis_text::analyze("Elva\u{a0} steig.", None);
    /// let normal = analysis.in_normal_form();
    /// assert_eq!(normal.text, "Elva steig.");
    /// assert_eq!(normal.original.slice(normal.sentences[0].span), "Elva\u{a0} steig.");
    /// ```
    pub fn in_normal_form(&self) -> Cow<'_, Analysis<'_>> {
        let Some(normal) = &self.normal else {
            return Cow::Borrowed(self);
        };
        let original = match &normal.text {
            Some(text) => text.original(self.text),
            None => self.original,
        };
        let title = normal.title.as_ref().map(|title| title.text.as_str());
        Cow::Owned(Analysis {
            text: original.normal,
            title: title.or(self.title),
            title_tokens: normal.title_tokens.clone(),
            blocks: normal.blocks.clone(),
            sentences: normal.sentences.clone(),
            tokens: normal.tokens.clone(),
            token_types: self.token_types.clone(),
            title_types: self.title_types.clone(),
            types: self.types.clone(),
            language: self.language,
            original,
            normal: None,
        })
    }

    /// Where a stretch of the normal form of the separate title, or of the text, stands in it as it was read.
    pub fn span_of_normal(&self, span: Span, in_title: bool) -> Span {
        let normal = self.normal.as_deref();
        let form = normal.and_then(|normal| if in_title { &normal.title } else { &normal.text }.as_ref());
        form.map_or(span, |form| form.read_span(span))
    }

    /// The kind of the block a sentence lies in.
    pub fn kind_of(&self, sentence: &Sentence) -> BlockKind {
        self.blocks[sentence.block].kind
    }

    /// Leads all spans from the normal forms of text and title back to both as they were read.
    fn lead_back(&mut self, text: Option<Normalized>, title: Option<Normalized>) {
        let mut normal = NormalForm {
            text,
            title,
            title_tokens: self.title_tokens.clone(),
            blocks: self.blocks.clone(),
            sentences: self.sentences.clone(),
            tokens: std::mem::take(&mut self.tokens),
        };
        match &normal.text {
            Some(form) => {
                let blocks = self.blocks.iter_mut().map(|block| &mut block.span);
                let sentences = self.sentences.iter_mut().map(|sentence| &mut sentence.span);
                blocks
                    .chain(sentences)
                    .for_each(|span| *span = form.read_span(*span));
                self.tokens = led_back(&mut normal.tokens, form, self.text);
            }
            None => self.tokens.clone_from(&normal.tokens),
        }
        if let (Some(form), Some(title)) = (&normal.title, self.title) {
            self.title_tokens = led_back(&mut normal.title_tokens, form, title);
        }
        self.normal = Some(Box::new(normal));
    }

    fn find_types(&mut self) {
        let title = (self.title.unwrap_or_default(), &*self.title_tokens);
        let text = (self.text, &*self.tokens);
        (self.types, [self.title_types, self.token_types]) =
            STEMMER.with_borrow_mut(|stemmer| Types::of(title, text, stemmer));
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
    let blocks = structure(normal, known_title);
    let sentences = sentences(normal, &blocks);
    let is_apart = known_title.is_some_and(|title| title_span(normal, title).is_none());
    let title = title.filter(|_| is_apart);
    let tokens = found(normal, text.len() / 6);
    let title_tokens = found(title.and(normal_title).unwrap_or_default(), 0);
    let mut analysis = Analysis {
        text,
        title,
        title_tokens,
        blocks,
        sentences,
        language: identify_tokens(normal, &tokens),
        tokens,
        token_types: Vec::new(),
        title_types: Vec::new(),
        types: Types::default(),
        original: text.into(),
        normal: None,
    };
    let normalized_title = normalized_title.filter(|_| is_apart);
    if normalized.is_some() || normalized_title.is_some() {
        analysis.lead_back(normalized, normalized_title);
    }
    analysis.find_types();
    analysis
}

/// The tokens of `text`, of which about so many are expected.
fn found(text: &str, about: usize) -> Vec<Token> {
    let mut found = Vec::with_capacity(about);
    tokens(text, &mut found);
    found
}

/// Leads tokens of a normal text back to `text` as it was read. What two share, a letter whose marks were put in their order,
/// belongs to the first; the other is in neither.
fn led_back(tokens: &mut Vec<Token>, normalized: &Normalized, text: &str) -> Vec<Token> {
    let mut read_tokens: Vec<Token> = Vec::with_capacity(tokens.len());
    tokens.retain(|token| {
        let end = read_tokens.last().map_or(0, |last| last.span.end);
        let read = normalized.read_span(token.span);
        if read.end <= end {
            return false;
        }
        let read = Span::new(read.start.max(end), read.end);
        let is_same = read.of(text) == token.span.of(&normalized.text);
        read_tokens.push(Token {
            span: read,
            folding: if is_same { token.folding } else { Folding::Other },
            ..*token
        });
        true
    });
    read_tokens
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
