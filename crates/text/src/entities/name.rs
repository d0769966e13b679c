//! A name and its mentions.

use crate::span::Span;

/// A name, with everywhere it is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The fullest form that the article uses, without a genitive -s.
    pub name: String,
    /// Its mentions: those of the title first, then those of the text, in order.
    pub mentions: Vec<Mention>,
}

/// One mention of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it is, in the text, or in the separate title.
    pub span: Span,
    /// Whether the span points into the separate title.
    pub in_title: bool,
}
