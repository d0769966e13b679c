//! What a source says of stretches of a text, for whoever works out the structure of an article.

use std::ops::Range;

/// A stretch of an article's text that its source marks.
///
/// ```
/// use notis_corpus::{Block, BlockKind};
/// let text = "Ferja stod\n\nHo ligg ved kai.";
/// let block = Block { kind: BlockKind::Heading, span: 0..10 };
/// assert_eq!(&text[block.span], "Ferja stod");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
}

/// What a source may call a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
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

/// Puts blocks together into a text with an empty line between them.
#[derive(Debug, Default)]
pub(crate) struct Composer {
    text: String,
    blocks: Vec<Block>,
}

impl Composer {
    /// Adds a block, its white space collapsed; one without a word is left out.
    pub(crate) fn add(&mut self, kind: BlockKind, words: &str) {
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
        self.blocks.push(Block { kind, span });
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text and its blocks.
    pub(crate) fn finish(self) -> (String, Vec<Block>) {
        (self.text, self.blocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_parted_by_an_empty_line_and_point_at_their_words() {
        let mut composer = Composer::default();
        composer.add(BlockKind::Heading, " Flaum\n i Voss ");
        composer.add(BlockKind::Paragraph, " \u{a0}\n");
        composer.add(BlockKind::Paragraph, "Elva steig.");
        let (text, blocks) = composer.finish();
        assert_eq!(text, "Flaum i Voss\n\nElva steig.");
        assert_eq!(&text[blocks[1].span.clone()], "Elva steig.");
        assert_eq!(blocks.len(), 2);
    }
}
