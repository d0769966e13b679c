//! Whose words a sentence holds.

use super::SPOILT;
use super::line::Line;
use crate::lexicon::{Class, Classes};
use crate::{Candidate, Document, Edit, EditKind};
use notis_text::{BlockKind, Span};

/// Who speaks in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The reporter.
    Reporter,
    /// Somebody quoted, and the sentence says who.
    Named,
    /// The end of a quote that began in an earlier sentence; this one says who.
    Continued,
    /// Somebody quoted, and the sentence does not say who.
    Lone,
}

/// Follows the voices through an article, sentence by sentence.
#[derive(Debug)]
pub(super) struct Follower {
    block: usize,
    /// A quote is open: it began, and nobody has been named.
    open: bool,
    /// The article quotes people at length, so that who says «I» is not the reporter.
    interview: bool,
}

/// A paragraph of more bytes than this is not one quote, whatever it opens with.
const LONGEST_QUOTE: usize = 800;

impl Follower {
    /// Ready for the first sentence of an article.
    pub(super) fn new(document: &Document<'_>) -> Self {
        let text = document.article().text;
        let quotes = document
            .candidates()
            .iter()
            .filter(|c| opens_with_dash(c.span.of(text)))
            .count();
        Follower {
            block: usize::MAX,
            open: false,
            interview: quotes >= 2,
        }
    }

    /// The voice of the next sentence.
    pub(super) fn next(&mut self, line: &Line<'_>, candidate: &Candidate) -> Voice {
        self.open &= self.block == candidate.block;
        self.block = candidate.block;
        let opens = opens_quote(line.text());
        let quoted = opens || (self.open && self.goes_on(line)) || (self.interview && speaks(line));
        let voice = match (quoted, names_speaker(line)) {
            (true, true) if opens => Voice::Named,
            (true, true) => Voice::Continued,
            (true, false) => Voice::Lone,
            (false, _) => Voice::Reporter,
        };
        self.open = voice == Voice::Lone && !opens_with_a_name(line.text());
        voice
    }

    /// Whether a sentence belongs to the quote that is open.
    fn goes_on(&self, line: &Line<'_>) -> bool {
        let block = line.article().blocks[self.block];
        speaks(line) || (block.kind == BlockKind::Quote && block.span.len() <= LONGEST_QUOTE)
    }
}

/// Whether a sentence read by itself is a quote that names no speaker.
pub(super) fn is_lone(line: &Line<'_>) -> bool {
    opens_quote(line.text()) && !names_speaker(line)
}

/// What a sentence of the reporter's loses by speaking to the reader: a guide or a notice does, news does not.
pub(super) fn address(line: &Line<'_>, voice: Voice) -> f32 {
    const LOSS: f32 = 0.5;
    let speaks_to = voice == Voice::Reporter && line.present.has(Class::You);
    if speaks_to { LOSS } else { 0.0 }
}

/// What a voice takes from a sentence. Who speaks of «we» or «you» sets a scene; who does not, reports.
pub(super) fn blemish(line: &Line<'_>, voice: Voice) -> f32 {
    match voice {
        Voice::Reporter => 0.0,
        Voice::Named | Voice::Continued if speaks(line) => 0.6,
        Voice::Named | Voice::Continued => 0.15,
        Voice::Lone => SPOILT,
    }
}

/// Whether a sentence opens with the mark of a quote. A reader takes a name in quotation marks for one, too.
fn opens_quote(text: &str) -> bool {
    opens_with_dash(text) || text.starts_with(['«', '"', '“', '”', '„'])
}

fn opens_with_dash(text: &str) -> bool {
    text.starts_with(['–', '—']) || text.starts_with("- ")
}

/// Whether the quotation mark that opens the sentence closes around a name: words follow that do not tell who speaks.
fn opens_with_a_name(text: &str) -> bool {
    let close = text
        .find(['»', '”'])
        .filter(|_| text.starts_with(['«', '“', '”', '„']));
    close.is_some_and(|at| {
        text[at..].chars().nth(1) == Some(' ') && text[at..].chars().nth(2).is_some_and(char::is_lowercase)
    })
}

/// Whether the sentence has a clause that says who speaks.
fn names_speaker(line: &Line<'_>) -> bool {
    speech_verb(line).is_some()
}

/// Whether the clause that says who speaks says it with a pronoun: «…, sa han».
pub(super) fn speaker_is_pronoun(line: &Line<'_>) -> bool {
    const PRONOUNS: Classes = Classes::of(&[Class::SingularSubject, Class::They]);
    speech_verb(line).is_some_and(|verb| line.classes(verb + 1 - line.first).meets(PRONOUNS))
}

/// The verb of the clause that says who speaks: a reporting verb outside the quoted words, behind a comma or a closing
/// mark. «…, svarte fire av ti at de vil vente» tells what was said, it does not quote.
fn speech_verb(line: &Line<'_>) -> Option<usize> {
    if !line.present.has(Class::ReportingVerb) {
        return None;
    }
    let article = line.article();
    let says = |token: usize| {
        if !line.classes_of(token).has(Class::ReportingVerb) {
            return false;
        }
        let before = article.text[line.span.start..article.tokens[token].span.start].trim_end();
        let behind = before.ends_with([',', '»', '"', '”', '!', '?', ':']) || before.is_empty();
        let inside = before.matches('«').count() > before.matches('»').count();
        behind && !inside && !(token..line.end).any(|t| article.form(t) == "at")
    };
    line.tokens().find(|&token| says(token))
}

/// Whether the sentence speaks in the first or second person.
fn speaks(line: &Line<'_>) -> bool {
    line.present
        .meets(Classes::of(&[Class::FirstPerson, Class::WeOrYou]))
}

/// Puts the mark of a quote in front of its last sentence.
pub(super) fn mark(line: &Line<'_>) -> Edit {
    Edit {
        kind: EditKind::QuoteMark,
        span: Span::new(line.span.start, line.span.start),
        replacement: "– ".to_owned(),
    }
}
