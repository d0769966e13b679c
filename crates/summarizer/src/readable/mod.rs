//! Whether a sentence can be read by itself, and what must be changed so that it can.
//!
//! A sentence torn out of its article may open by pointing back at what was left out («Det ble det ikke noe av»), be a
//! quote without its speaker, or carry what only the page needed. The rules here are written from Norwegian grammar in
//! both written forms. They are careful: a sentence is called self-contained only where nothing speaks against it,
//! since there is nearly always another one to choose.

mod caption;
mod given_names;
mod line;
mod main_clause;
mod marks;
mod opener;
mod persons;
mod quote;
mod readings;
mod shape;
mod trim;
mod verbs;

use crate::digest::pieces;
use crate::words;
use crate::{Candidate, Cost, Document, Edit};
use line::{Line, Reader};
use notis_text::{Analysis, Original, Span};
use opener::Link;
use quote::Voice;
pub(crate) use readings::Readings;

/// How a candidate reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// It can be understood only right after the sentence before it.
    pub(crate) leans: bool,
    /// It is the first sentence and points back all the same: at the title, or at what the page has lost.
    pub(crate) leans_on_title: bool,
    /// It opens with the article of something that may have been told of: «Den tidligere fotballstjernen …».
    pub(crate) opens_definite: bool,
    /// What spoils it unless it stands right behind the sentence before it: a pronoun that nothing in it explains.
    pub(crate) open: f32,
    /// What spoils it wherever it stands, 0 (nothing) and up.
    pub(crate) blemish: f32,
    /// It is no sentence of the article: a fragment, a caption, what the page left, what only announces the next one.
    pub(crate) junk: bool,
    /// It is too short for a clause: «For nå.»
    pub(crate) short: bool,
    /// It begins a quote, or goes on with one, and does not name its speaker.
    pub(crate) lone: bool,
    /// It quotes somebody, and names the speaker.
    pub(crate) quotes: bool,
    /// For the first sentence of a quote that does not name its speaker: the sentence soon behind it that does.
    pub(crate) speaker: Option<usize>,
    /// It is running text of a reporter, neither a fragment nor somebody's quote: the news is told in such sentences.
    pub(crate) tells: bool,
    /// Edits where the sentence before it is not in the digest.
    pub(crate) alone: Vec<Edit>,
    /// Edits where the sentence before it is.
    pub(crate) following: Vec<Edit>,
    /// The larger cost of the two.
    pub(crate) cost: Cost,
}

impl Reading {
    /// Whether a reader gets across it without stumbling.
    pub(crate) fn is_sound(&self) -> bool {
        /// A question, what speaks to the reader, or of «I», has more.
        const STUMBLE: f32 = 0.5;
        self.blemish < STUMBLE
    }
}

/// For each candidate what shows that it may be a caption, a bit for each sign: what its weights are found from.
pub(crate) fn caption_signs(document: &Document<'_>) -> Vec<u32> {
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

/// A blemish that only a digest without a better sentence may have.
pub(crate) const SPOILT: f32 = 1.0;

/// What a sentence lacks before anything is mended.
fn judge(line: &Line<'_>, link: Link, voice: Voice) -> Reading {
    let (short, spoilt) = (
        shape::is_short(line),
        shape::is_broken(line) || shape::is_page(line),
    );
    let shape = if short || spoilt {
        SPOILT
    } else {
        shape::flaw(line)
    };
    let quoted = matches!(voice, Voice::Named | Voice::Continued);
    let unnamed = quoted && quote::speaker_is_pronoun(line);
    let inside = quoted && quote::answers(line, voice);
    Reading {
        leans: link != Link::None || opener::dangles(line, false) || unnamed || inside,
        open: opener::unresolved(line, voice).max(quote::looks_quoted(line, voice)),
        blemish: quote::blemish(line, voice) + quote::address(line, voice) + shape,
        opens_definite: opener::is_article(line),
        tells: voice == Voice::Reporter && shape < SPOILT,
        junk: spoilt || line.text().ends_with(':') || shape::tells_who_told(line),
        short,
        lone: voice == Voice::Lone,
        quotes: quoted,
        ..Reading::default()
    }
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

/// Mends what can be mended for sure. `name` gives the person that a pronoun certainly stands for.
fn mend(
    reading: &mut Reading,
    line: &Line<'_>,
    (link, voice): (Link, Voice),
    name: impl Fn(&str) -> Option<String>,
) {
    reading.following = trim::edits(line, voice);
    reading.alone = reading.following.clone();
    if let Some((edit, leans)) = opener::mended(line, link, name) {
        reading.leans = leans;
        reading.leans_on_title &= leans;
        reading.alone.push(edit);
    }
    if voice == Voice::Continued {
        reading.alone.push(quote::mark(line));
    }
    in_order(&mut reading.alone);
    in_order(&mut reading.following);
}

/// Sorts edits and drops each that overlaps one before it.
pub(crate) fn in_order(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|e| (e.span.start, e.span.end));
    let mut end = 0;
    edits.retain(|edit| {
        let apart = edit.span.start >= end;
        end = if apart { edit.span.end } else { end };
        apart
    });
}

fn cost(original: Original<'_>, candidate: &Candidate, reading: &Reading) -> Cost {
    if reading.alone.is_empty() && reading.following.is_empty() {
        return candidate.cost;
    }
    let cost = |edits| Cost::of_pieces(pieces(original, candidate.span, edits));
    cost(&reading.alone).max(cost(&reading.following))
}

#[cfg(test)]
mod tests;
