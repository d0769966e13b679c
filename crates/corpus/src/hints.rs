//! What a source says of stretches of a text, for whoever works out the structure of an article.

use std::ops::Range;

/// A stretch of an article's text that its source marks.
///
/// ```
/// use notis_corpus::{Hint, HintKind};
/// let text = "Ferja stod\n\nHo ligg ved kai.";
/// let block = Hint { kind: HintKind::Heading, span: 0..10 };
/// assert_eq!(&text[block.span], "Ferja stod");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it is.
    pub kind: HintKind,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
}

/// What a source may call a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HintKind {
    /// A heading, the article's own or one between its paragraphs.
    Heading,
    /// A paragraph of running text, or an item of a list.
    Paragraph,
    /// Words that are quoted.
    Quote,
    /// Words beneath a picture.
    Caption,
    /// Who wrote it.
    Byline,
    /// A box of facts beside the text.
    FactBox,
}

/// Puts hints together into a text with an empty line between them.
#[derive(Debug, Default)]
pub(crate) struct Composer {
    text: String,
    hints: Vec<Hint>,
}

impl Composer {
    /// Adds a block, its white space collapsed; one without a word is left out.
    pub(crate) fn add(&mut self, kind: HintKind, words: &str) {
        let mut words = words.split_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        for word in words {
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        let span = start..self.text.len();
        self.hints.push(Hint { kind, span });
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.hints.is_empty()
    }

    /// The text and its hints.
    pub(crate) fn finish(self) -> (String, Vec<Hint>) {
        (self.text, self.hints)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_parted_by_an_empty_line_and_point_at_their_words() {
        let mut composer = Composer::default();
        composer.add(HintKind::Heading, " Flaum\n i Voss ");
        composer.add(HintKind::Paragraph, " \u{a0}\n");
        composer.add(HintKind::Paragraph, "Elva steig.");
        let (text, hints) = composer.finish();
        assert_eq!(text, "Flaum i Voss\n\nElva steig.");
        assert_eq!(&text[hints[1].span.clone()], "Elva steig.");
        assert_eq!(hints.len(), 2);
    }
}
