//! Sentences inside the blocks of an article.
//!
//! A sentence may end at `. ! ? …`, or at a colon that a capital or a line of dialogue follows. Whether it does is
//! decided from what stands on both sides, as in Punkt (Kiss and Strunk 2006), but with written knowledge of Norwegian
//! in place of statistics gathered from the text, so that one passage is always cut in the same way: [abbreviations],
//! ordinals and initials on the left, and on the right the words that open sentences and are no names ([openers]).
//!
//! [abbreviations]: self::abbreviations
//! [openers]: crate::openers

mod abbreviations;
mod boundary;
mod next;
mod numbers;
mod scanner;

pub(crate) use abbreviations::is_abbreviation;
pub(crate) use scanner::Scanner;

use crate::block::Block;
use crate::span::Span;

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it is, without the white space around it; sentences are in order and do not overlap.
    pub span: Span,
    /// Index of the block it lies in.
    pub block: usize,
}

/// The sentences of `text`, in order; none crosses the end of a block. A date, a dateline, a byline and a credit are one
/// sentence each.
///
/// ```
/// use notis_text::{sentences, structure};
/// let text = "Kong Harald 5. kom kl. 12.30. – Så fint! sa elevane. Dei song bl.a. «Ja, vi elsker».";
/// assert_eq!(sentences(text, &structure(text, None)).len(), 3);
/// ```
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(text.len() / 80 + blocks.len());
    let mut scanner = Scanner::new(text, Span::default());
    for (block, &Block { kind, span }) in blocks.iter().enumerate() {
        if kind.purpose().is_one_sentence {
            push(span.trimmed(text), block, &mut out);
        } else {
            scanner.enter(span);
            scanner.by_ref().for_each(|span| push(span, block, &mut out));
        }
    }
    out
}

fn push(span: Span, block: usize, out: &mut Vec<Sentence>) {
    if !span.is_empty() {
        out.push(Sentence { span, block });
    }
}
