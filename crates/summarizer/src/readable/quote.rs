//! Whose words a sentence holds.

use super::lexicon;
use super::{Line, SPOILT};
use crate::{Candidate, Edit, EditKind};
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
#[derive(Debug, Default)]
pub(super) struct Follower {
    block: Option<usize>,
    /// A quote is open: it began, and nobody has been named.
    open: bool,
}

impl Follower {
    /// The voice of the next sentence.
    pub(super) fn next(&mut self, line: &Line<'_>, candidate: &Candidate) -> Voice {
        let quote_block = line.article.blocks[candidate.block].kind == BlockKind::Quote;
        if self.block.replace(candidate.block) != Some(candidate.block) {
            self.open = false;
        }
        let opens = opens_quote(line.text());
        let named = names_speaker(line);
        let voice = match (opens, self.open && (quote_block || speaks(line))) {
            (true, _) if named => Voice::Named,
            (true, _) => Voice::Lone,
            (false, true) if named => Voice::Continued,
            (false, true) => Voice::Lone,
            (false, false) => Voice::Reporter,
        };
        self.open = voice == Voice::Lone;
        voice
    }
}

/// Whether a sentence read by itself is a quote that names no speaker.
pub(super) fn is_lone(line: &Line<'_>) -> bool {
    opens_quote(line.text()) && !names_speaker(line)
}

/// What a voice takes from a sentence.
pub(super) fn blemish(voice: Voice) -> f32 {
    match voice {
        Voice::Reporter => 0.0,
        Voice::Named | Voice::Continued => 0.15,
        Voice::Lone => SPOILT,
    }
}

/// Whether a sentence opens with the mark of a quote.
fn opens_quote(text: &str) -> bool {
    let dash = ["– ", "- ", "— ", "–", "—"];
    dash.iter().any(|mark| text.starts_with(mark)) || text.starts_with(['«', '"', '“', '”', '„'])
}

/// Whether the sentence has a clause that says who speaks: a reporting verb outside the quoted words, behind a comma
/// or a closing mark, or «ifølge».
fn names_speaker(line: &Line<'_>) -> bool {
    let article = line.article;
    (line.first..line.end).any(|token| {
        let word = article.form(token);
        lexicon::is_reporting_verb(word) && {
            let before = article.text[line.span.start..article.tokens[token].span.start].trim_end();
            before.ends_with([',', '»', '"', '”', '!', '?', ':']) || before.is_empty()
        }
    })
}

/// Whether the sentence speaks in the first or second person.
fn speaks(line: &Line<'_>) -> bool {
    line.words()
        .any(|w| lexicon::is_first_person(w) || lexicon::is_we_or_you(w))
}

/// Puts the mark of a quote in front of its last sentence.
pub(super) fn mark(line: &Line<'_>) -> Edit {
    Edit {
        kind: EditKind::QuoteMark,
        span: Span::new(line.span.start, line.span.start),
        replacement: "– ".to_owned(),
    }
}
