//! Whose words a sentence holds.

use super::line::Line;
use super::reading::SPOILT;
use super::voice::Voice;
use super::{opener, trim};
use crate::lexicon::{Class, Classes};
use crate::{Candidate, Edit, EditKind};
use notis_text::{BlockKind, Case, Span};

/// Follows the voices through an article, sentence by sentence.
#[derive(Debug)]
pub(super) struct Follower {
    block: usize,
    /// A quote is open: it began, and nobody has been named.
    open: bool,
    /// The sentence before held somebody's words.
    quoted: bool,
    /// The article is more than one paragraph: where its breaks were lost, all of it may look like a quote.
    has_paragraphs: bool,
    /// The article quotes people at length, so that who says «I» is not the reporter.
    interview: bool,
    /// For each sentence, the first one of the quote that it belongs to, where a sentence soon behind that names the speaker.
    opened: Vec<Option<usize>>,
}

/// A paragraph of more bytes than this is not one quote, whatever it opens with.
const LONGEST_QUOTE: usize = 800;

impl Follower {
    /// Ready for the first of the sentences of an article.
    pub(super) fn new(lines: &[Line<'_>], candidates: &[Candidate]) -> Self {
        let dashes = lines.iter().filter(|line| opens_with_dash(line.text())).count();
        Follower {
            block: usize::MAX,
            open: false,
            quoted: false,
            has_paragraphs: candidates.windows(2).any(|pair| pair[0].block != pair[1].block),
            interview: dashes >= 2,
            opened: quotes(lines, candidates),
        }
    }

    /// The voice of a sentence, the one behind the last that was asked for.
    pub(super) fn next(&mut self, index: usize, line: &Line<'_>, candidate: &Candidate) -> Voice {
        self.open &= self.block == candidate.block;
        self.block = candidate.block;
        let opens = opens_quote(line.text()) && !opens_with_a_name(line);
        self.open &= !opener::is_attribution(line);
        let inside = self.opened[index].is_some() && !opener::is_attribution(line);
        let goes_on = inside || (self.open && self.goes_on(line)) || self.is_answer(line);
        let last = inside && self.opened.get(index + 1) != Some(&self.opened[index]);
        let voice = if !(opens || goes_on) {
            Voice::Reporter
        } else if !(last || names_speaker(line)) {
            Voice::Lone
        } else if opens {
            Voice::Named
        } else {
            Voice::Continued
        };
        self.open = voice == Voice::Lone;
        self.quoted = voice != Voice::Reporter;
        voice
    }

    /// For the first sentence of a quote that names nobody: the one soon behind it that names the speaker.
    pub(super) fn speaker(&self, index: usize) -> Option<usize> {
        let behind = self.opened.iter().enumerate().skip(index + 1);
        behind
            .take_while(|(_, first)| **first == Some(index))
            .last()
            .map(|(last, _)| last)
    }

    /// Whether a sentence belongs to the quote that is open.
    fn goes_on(&self, line: &Line<'_>) -> bool {
        let block = line.article().blocks[self.block];
        let is_quote = block.kind == BlockKind::Quote && block.span.len() <= LONGEST_QUOTE;
        speaks(line) || (self.has_paragraphs && is_quote)
    }

    /// Whether a sentence of an interview is one of its answers: somebody says «I» in it, or «we» behind a quote.
    fn is_answer(&self, line: &Line<'_>) -> bool {
        self.interview && (line.present.has(Class::FirstPerson) || (self.quoted && speaks(line)))
    }
}

/// For each sentence, the one that it goes on from, where that opened a quote with a dash, named nobody, and this or a sentence
/// soon behind names the speaker: «– Ho er open. Brua held, seier Kari Vik», «– Ho er open. Det seier Kari Vik».
fn quotes(lines: &[Line<'_>], candidates: &[Candidate]) -> Vec<Option<usize>> {
    /// Sentences of a quote behind its first.
    const REACH: usize = 6;
    let mut opened = vec![None; lines.len()];
    for (first, line) in lines.iter().enumerate() {
        if !opens_with_dash(line.text()) || names_speaker(line) {
            continue;
        }
        // Who said it may stand in a paragraph of its own.
        let same_block =
            |&i: &usize| candidates[i].block == candidates[first].block || opener::is_attribution(&lines[i]);
        // What an agency told is the reporter's again.
        let goes_on =
            |&i: &usize| !opens_with_dash(lines[i].text()) && trim::tail_of_source(&lines[i]).is_none();
        let mut behind = (first + 1..lines.len())
            .take(REACH)
            .take_while(same_block)
            .take_while(goes_on);
        let last = behind.find(|&i| ends_in_speaker(&lines[i]) || opener::is_attribution(&lines[i]));
        if let Some(last) = last {
            opened[first + 1..=last].fill(Some(first));
        }
    }
    opened
}

/// Whether the speaker is named behind all that is said, by a verb of saying or by whatever verb stands between a comma and a
/// name: «…, tordna Ola Vik».
fn ends_in_speaker(line: &Line<'_>) -> bool {
    let article = line.article();
    let between = |token: usize| {
        article.gap(token) == ", "
            && line.classes_of(token).has(Class::MaybeVerb)
            && article.tokens[token + 1].case != Case::Lower
    };
    speech_verb(line).is_some_and(|verb| verb > line.first + 1)
        || (line.first + 2..line.end.saturating_sub(1)).any(between)
}

/// Whether a sentence read by itself is a quote that names no speaker.
pub(super) fn is_lone(line: &Line<'_>) -> bool {
    opens_quote(line.text()) && !names_speaker(line)
}

/// What a sentence of the reporter's loses by speaking to the reader: a guide or a notice does, news does not. Who speaks of
/// «we» sets a scene.
pub(super) fn address(line: &Line<'_>, voice: Voice) -> f32 {
    const TO_READER: f32 = 0.5;
    const OF_US: f32 = 0.3;
    /// Further on «du» may be anybody: «en funksjon som søker på telefonen din».
    const EARLY: usize = 5;
    let speaks_to = || (0..EARLY).any(|i| line.classes(i).has(Class::You));
    match voice {
        Voice::Reporter if line.present.has(Class::You) && speaks_to() => TO_READER,
        Voice::Reporter if line.present.has(Class::WeOrYou) => OF_US,
        _ => 0.0,
    }
}

/// Fewer words of a quote that began before tell nothing without its beginning.
const SHORT: usize = 12;

/// What a voice takes from a sentence. Who speaks of «we» or «you» sets a scene; who does not, reports.
pub(super) fn blemish(line: &Line<'_>, voice: Voice) -> f32 {
    match voice {
        Voice::Reporter => 0.0,
        Voice::Named | Voice::Continued if !names_whom(line) => 0.6,
        Voice::Continued if speaks(line) || line.len() < SHORT => 0.6,
        Voice::Named if speaks(line) => 0.4,
        Voice::Named | Voice::Continued => 0.15,
        Voice::Lone => SPOILT,
    }
}

/// Whether a sentence opens with the mark of a quote. A reader takes a name in quotation marks for one, too.
fn opens_quote(text: &str) -> bool {
    opens_with_dash(text) || text.starts_with(['«', '"', '“', '”', '„'])
}

pub(super) fn opens_with_dash(text: &str) -> bool {
    text.starts_with(['–', '—']) || text.starts_with("- ")
}

/// What a sentence of the reporter's loses by opening with a name in quotation marks, where nothing before it shows that it is
/// no quote.
pub(super) fn looks_quoted(line: &Line<'_>, voice: Voice) -> f32 {
    const LOSS: f32 = 0.9;
    if voice == Voice::Reporter && opens_quote(line.text()) {
        LOSS
    } else {
        0.0
    }
}

/// Whether the quotation mark that opens the sentence closes around a name: «Fjordkongen» kommer på kino. What is said ends in
/// a mark, is longer, or is followed by who says it.
fn opens_with_a_name(line: &Line<'_>) -> bool {
    const WORDS: usize = 7;
    let text = line.text();
    let opened = text.strip_prefix(['«', '“', '”', '„', '"']);
    let Some((inner, rest)) = opened.and_then(|text| text.split_once(['»', '”', '"'])) else {
        return false;
    };
    let few = inner.split(' ').nth(WORDS).is_none() && !inner.ends_with(['.', ',', '!', '?']);
    let goes_on = rest.starts_with('-')
        || rest
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let behind = line.part(line.span.end - rest.len(), line.span.end);
    few && goes_on && !behind.classes(0).has(Class::ReportingVerb)
}

/// Whether the clause that says who speaks names somebody by a name or as the one who is known: not «sier professor».
fn names_whom(line: &Line<'_>) -> bool {
    const REACH: usize = 8;
    let Some(verb) = speech_verb(line) else {
        return ends_in_speaker(line);
    };
    let article = line.article();
    let named = |token: usize| {
        let title = article.form(token).contains('-') && !article.form(token).contains("-h");
        article.tokens[token].case != Case::Lower && token > line.first && !title
    };
    let known =
        |token: usize| line.classes_of(token).has(Class::MaybePerson) || article.form(token).ends_with("et");
    (verb + 1..line.end).take(REACH).any(named)
        || known((verb + 1).min(line.end - 1))
        || (line.first..verb).any(|token| named(token) && verb == token + 1)
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

/// Whether a quote opens with a «det» of which only what was said or asked before tells what it is: «– Det er ikkje rett, seier
/// ho» is an answer, «– Det er rett at brua fell» is none.
pub(super) fn answers(line: &Line<'_>, voice: Voice) -> bool {
    let tells = |token: usize| matches!(line.article().form(token), "at" | "som");
    line.word(0) == "det" && (voice == Voice::Continued || !line.tokens().any(tells))
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
