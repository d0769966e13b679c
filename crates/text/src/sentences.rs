//! Sentences inside the blocks of an article.

use crate::{Block, Span};

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it is, without the white space around it; sentences are in order and do not overlap.
    pub span: Span,
    /// Index of the block it lies in.
    pub block: usize,
}

/// The sentences of `text`, in order; none crosses the end of a block.
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut start = block.span.start;
        let slice = block.span.of(text);
        for (at, mark) in slice.match_indices(['.', '!', '?']) {
            let end = block.span.start + at + mark.len();
            let rest = &text[end..block.span.end];
            if rest.starts_with(' ')
                && rest
                    .trim_start()
                    .starts_with(|c: char| c.is_uppercase() || c == '–')
            {
                push(text, Span::new(start, end), index, &mut out);
                start = end;
            }
        }
        push(text, Span::new(start, block.span.end), index, &mut out);
    }
    out
}

fn push(text: &str, span: Span, block: usize, out: &mut Vec<Sentence>) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        out.push(Sentence { span, block });
    }
}
