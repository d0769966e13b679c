//! Whether a sentence can be read by itself, and what must be changed so that it can.
//!
//! A sentence torn out of its article may open by pointing back at what was left out («Det ble det ikke noe av»), be a
//! quote without its speaker, or carry what only the page needed. The rules here are written from Norwegian grammar in
//! both written forms. They are careful: a sentence is called self-contained only where nothing speaks against it,
//! since there is nearly always another one to choose.

mod caption;
mod given_names;
mod judge;
mod line;
mod main_clause;
mod marks;
mod opener;
mod persons;
mod quote;
mod reading;
mod readings;
mod shape;
mod trim;
mod verbs;
mod voice;

use crate::words;
use crate::{Candidate, Document};
use line::Reader;
use notis_text::{Analysis, Span};
use opener::Link;
pub(crate) use reading::{Reading, SPOILT};
pub(crate) use readings::Readings;

/// For each candidate what shows that it may be a caption, a bit for each sign: what `scripts/caption_weights.py` finds its weights
/// from.
#[doc(hidden)]
pub fn caption_signs(document: &Document<'_>) -> Vec<u32> {
    let reader = Reader::new(document.article(), document.words());
    let signs = |(index, candidate): (usize, &Candidate)| {
        let line = &reader.line_of(candidate.span, candidate.tokens.clone());
        caption::signs(&caption::Place {
            document,
            line,
            index,
        })
    };
    document.candidates().iter().enumerate().map(signs).collect()
}

/// Whether the sentence at `span` opens by pointing back at what stands before it.
pub(crate) fn points_back(document: &Document<'_>, span: Span) -> bool {
    let reader = Reader::new(document.article(), document.words());
    opener::link(&reader.line(span)) != Link::None
}

/// Where the main clause of the sentence at `span` ends, where something behind it may be left out.
pub(crate) fn main_clause_end(document: &Document<'_>, span: Span) -> Option<usize> {
    let reader = Reader::new(document.article(), document.words());
    main_clause::end(&reader.line(span))
}

/// What a reader stumbles over in a printed sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Faults {
    pub(crate) points_back: bool,
    pub(crate) lone_quote: bool,
    pub(crate) page: bool,
    pub(crate) fragment: bool,
}

/// The faults of a printed sentence, analyzed by itself.
pub(crate) fn faults(printed: &Analysis<'_>) -> Faults {
    let words = words::known(printed);
    let reader = Reader::new(printed, &words);
    let line = reader.line(Span::new(0, printed.text.len()));
    Faults {
        points_back: opener::link(&line) != Link::None,
        lone_quote: quote::is_lone(&line),
        page: shape::is_page(&line),
        fragment: shape::is_fragment(&line),
    }
}

#[cfg(test)]
mod tests;
