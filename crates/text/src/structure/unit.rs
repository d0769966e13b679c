//! Types one unit (a line, or a wrapped paragraph) after the other.

use super::agencies::{self, AgencyCredits};
use super::credits;
use super::head::opening;
use super::lines::Unit;
use super::page_sentence::{page_part, page_sentence_in};
use super::seams::Seams;
use super::signs::Signs;
use super::terms::Terms;
use crate::block::{Block, BlockKind};
use crate::crumbs::{byline, crumb};
use crate::labels::{self, Label, label, page_words};
use crate::lists::grammar;
use crate::page::{announces_teasers, is_list_of_results, is_time_stamp};
use crate::quotes::is_verb_of_saying;
use crate::sentences::Scanner;
use crate::span::Span;

/// Words of the longest heading.
const HEADING_WORDS: usize = 14;
/// Words of the longest title.
const TITLE_WORDS: usize = 24;

/// The fact box that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Facts {
    /// None.
    None,
    /// One that goes on to the end of the paragraph.
    Paragraph,
    /// One that goes on as long as its lines are items of a list.
    List,
}

/// What was read so far of an article.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    blocks: Vec<Block>,
    has_title: bool,
    has_running_text: bool,
    facts: Facts,
    /// What the label that stood alone on the line before announces.
    announced: Option<BlockKind>,
    pub(super) colons: Signs<'t>,
    pub(super) agencies: AgencyCredits<'t>,
    ats: Signs<'t>,
    pub(super) seams: Seams<'t>,
    pub(super) terms: Terms<'t>,
    /// Whether a line announced the titles of other articles, and nothing but such lines followed.
    in_teasers: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Reader {
            text,
            blocks: Vec::with_capacity(text.len() / 200 + 1),
            has_title: false,
            has_running_text: false,
            facts: Facts::None,
            announced: None,
            colons: Signs::new(text, b':'),
            agencies: AgencyCredits::new(text),
            ats: Signs::new(text, b'@'),
            seams: Seams::new(text),
            terms: Terms::new(text),
            in_teasers: false,
        }
    }

    pub(super) fn push(&mut self, kind: BlockKind, span: Span) {
        let span = span.trimmed(self.text);
        if span.is_empty() {
            return;
        }
        self.has_title |= kind == BlockKind::Title;
        self.has_running_text |= kind.is_running_text();
        self.blocks.push(Block { kind, span });
    }

    pub(super) fn has_title(&self) -> bool {
        self.has_title
    }

    pub(super) fn has_running_text(&self) -> bool {
        self.has_running_text
    }

    pub(super) fn last_kind(&self) -> Option<BlockKind> {
        self.blocks.last().map(|block| block.kind)
    }

    pub(super) fn finish(self) -> Vec<Block> {
        self.blocks
    }

    /// Types the end of the running text last read where it announces something that was not taken along: «Slik vann
    /// Fjell:».
    pub(super) fn read_last_teaser(&mut self) {
        const WORDS: usize = 15;
        let Some(&Block { kind, span }) = self.blocks.last() else {
            return;
        };
        if !kind.is_running_text() || !span.of(self.text).ends_with(':') {
            return;
        }
        let teaser = Scanner::new(self.text, span).last().unwrap_or(span);
        let words = teaser.of(self.text).trim_end_matches(':');
        let is_speech = words.rsplit(' ').next().is_some_and(is_verb_of_saying);
        if is_speech || words.split_whitespace().nth(WORDS).is_some() {
            return;
        }
        self.blocks.pop();
        let before = Span::new(span.start, teaser.start).trimmed(self.text);
        self.push(kind, before);
        self.push(BlockKind::Teaser, teaser);
    }

    /// Types `unit`.
    pub(super) fn read(&mut self, unit: Unit) {
        let span = self.read_labels(unit.span);
        // A crumb that fills its line may announce the lines behind it.
        let fills = crumb(span.of(self.text)).is_some_and(|(_, len)| len == span.len());
        let span = if fills { span } else { self.read_page_parts(span) };
        let line = span.of(self.text);
        let is_stamp = line.len() <= LONGEST_LIST && is_time_stamp(line);
        let page_kind = is_stamp.then_some(BlockKind::Ticker).or_else(|| page_words(line));
        self.facts = self.facts_at(unit, line, page_kind);
        let announced = self.announced.take().filter(|_| is_announced(line));
        self.announced = labels::announces(line);
        self.in_teasers = announces_teasers(line) || self.in_teasers && is_teaser(line);
        if self.facts != Facts::None {
            self.push(BlockKind::FactBox, span);
        } else if let Some(kind) = page_kind {
            self.read_page_unit(kind, span);
        } else if let Some(kind) = self.line_kind(span).or(announced) {
            self.push(kind, span);
        } else if self.in_teasers {
            self.push(BlockKind::Teaser, span);
        } else if is_heading(line, self.heading_words()) {
            self.read_heading(span);
        } else {
            self.read_running(span);
        }
    }

    /// Words of the longest heading at this point of the article.
    fn heading_words(&self) -> usize {
        if self.has_running_text {
            HEADING_WORDS
        } else {
            TITLE_WORDS
        }
    }

    /// Takes what the page put in front of a stretch of text, and gives what is left.
    pub(super) fn read_page_parts(&mut self, mut rest: Span) -> Span {
        loop {
            let by = || {
                let len = byline(rest.of(self.text))?;
                Some((BlockKind::Byline, Span::new(rest.start, rest.start + len)))
            };
            let Some((kind, part)) = page_part(self.text, rest).or_else(by) else {
                return rest;
            };
            self.push(kind, part);
            rest = Span::new(part.end, rest.end).trimmed(self.text);
        }
    }

    /// Types a unit that opens with words of the page: all of it, or its first sentence where it is as long as an article
    /// whose breaks were lost.
    fn read_page_unit(&mut self, kind: BlockKind, unit: Span) {
        const LONGEST: usize = 400;
        if unit.len() <= LONGEST {
            self.push(kind, unit);
            return;
        }
        let sentence = page_sentence_in(self.text, unit);
        self.push(kind, sentence);
        self.read_running(Span::new(sentence.end, unit.end).trimmed(self.text));
    }

    /// What a line is by its marks and its numbers.
    fn line_kind(&mut self, span: Span) -> Option<BlockKind> {
        let line = span.of(self.text);
        let colon = self.colons.first_in(span).map(|colon| colon - span.start);
        let has_at = self.ats.first_in(span).is_some();
        line_kind(line, colon, has_at)
    }

    /// What fact box `unit` belongs to: one it opens, or the one before, which goes on to the end of its paragraph
    /// where its title opened that paragraph, and over any list.
    fn facts_at(&self, unit: Unit, line: &str, page_kind: Option<BlockKind>) -> Facts {
        match (page_kind, self.facts) {
            (Some(BlockKind::FactBox), _) if unit.opens_paragraph => Facts::Paragraph,
            (Some(BlockKind::FactBox), _) => Facts::List,
            (_, Facts::Paragraph) if !unit.opens_paragraph => Facts::Paragraph,
            (_, Facts::Paragraph | Facts::List) if line.starts_with(BULLETS) => Facts::List,
            _ => Facts::None,
        }
    }

    /// Takes the dateline, the section and the result that `unit` opens with, and gives what is left.
    fn read_labels(&mut self, mut unit: Span) -> Span {
        const LABELS: usize = 2;
        let at_head = !self.has_running_text;
        for _ in 0..LABELS {
            let Some((kind, len)) = opening(self.text, unit, at_head) else {
                return unit;
            };
            let label = Span::new(unit.start, unit.start + len);
            self.push(kind, label);
            unit = Span::new(label.end, unit.end).trimmed(self.text);
        }
        unit
    }

    /// Types a line of headings, with bars between them where there are several.
    fn read_heading(&mut self, line: Span) {
        let mut at = line.start;
        for part in line.of(self.text).split(" | ") {
            self.push(self.heading_kind(), Span::new(at, at + part.len()));
            at += part.len() + " | ".len();
        }
    }
}

/// Bytes of a line that may be a time stamp or a list of results.
const LONGEST_LIST: usize = 300;

/// What opens the lines of a list.
const BULLETS: [char; 7] = ['•', '*', '·', '■', '●', '▪', '►'];

/// The kind of a line, with its first colon and whether it has an `@`, that names who wrote the article or shows a picture.
fn line_kind(line: &str, colon: Option<usize>, has_at: bool) -> Option<BlockKind> {
    if is_byline(line, colon) {
        Some(BlockKind::Byline)
    } else if is_contact(line, has_at) {
        Some(BlockKind::Remnant)
    } else if line.strip_prefix("Foto ").is_some_and(names_only) || agencies::is_credit(line) {
        Some(BlockKind::Credit)
    } else if line.len() <= LONGEST_LIST && is_list_of_results(line) {
        Some(BlockKind::List)
    } else {
        credits::kind_of_line(line, colon?)
    }
}

/// Whether `line` may be the title of another article.
fn is_teaser(line: &str) -> bool {
    const LONGEST: usize = 200;
    line.len() <= LONGEST
}

/// Whether `line` may be what a label on the line before announces: a name or a title, and no sentence.
fn is_announced(line: &str) -> bool {
    !line.ends_with(['.', ':']) && line.split_whitespace().nth(TITLE_WORDS).is_none()
}

/// Whether `line` reads as a heading: few words, no mark or tying word at its end, and no small letter at
/// its start.
fn is_heading(line: &str, words: usize) -> bool {
    let inner = line.trim_end_matches(['»', '"', '”', ')', '\'', '’']);
    let open = !inner.ends_with(['.', '!', '?', '…', ':', ';', ',']);
    open && !line.starts_with(char::is_lowercase)
        && line.split_whitespace().nth(words).is_none()
        && !line.rsplit(' ').next().is_some_and(ties_on)
}

/// Whether something must follow `word`, so that a line that ends in it was broken off.
fn ties_on(word: &str) -> bool {
    grammar::TIES.contains(&word)
}

/// Whether `line`, with its first colon, tells who wrote the article.
fn is_byline(line: &str, colon: Option<usize>) -> bool {
    const LONGEST: usize = 80;
    let labelled = || colon.is_some_and(|colon| label(&line[..colon]) == Some(Label::Byline));
    let by = || {
        line.strip_prefix("Av ")
            .or(line.strip_prefix("AV "))
            .is_some_and(names_only)
    };
    line.len() <= LONGEST && (labelled() || by())
}

/// Whether `line` holds nothing but numbers and at least one address, as a newsroom's contact line does.
fn is_contact(line: &str, has_at: bool) -> bool {
    let is_address = |word: &str| word.starts_with("www.") || word.starts_with("http") || word.contains('@');
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let may_open = |b: &u8| b.is_ascii_digit() || matches!(b, b'w' | b'h');
    let may_be = has_at || line.as_bytes().first().is_some_and(may_open);
    may_be
        && line
            .split_whitespace()
            .all(|word| is_address(word) || is_number(word))
        && line.split_whitespace().any(is_address)
}

/// Whether every word of `words` is part of a name.
fn names_only(words: &str) -> bool {
    let in_names = |word: &str| matches!(word, "og" | "&" | "von" | "de" | "i");
    words
        .split_whitespace()
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '(') || in_names(word))
}
