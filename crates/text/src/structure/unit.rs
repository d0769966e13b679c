//! Types one unit (a line, or a wrapped paragraph) after the other.

use super::head::{dateline, is_shouted};
use super::labels::{PICTURE_LABELS, is_byline_label, is_picture_label, opens_facts, opens_remnant};
use super::{Block, BlockKind};
use crate::Span;

/// Words of the longest heading.
const HEADING_WORDS: usize = 14;
/// Words of the longest title.
const TITLE_WORDS: usize = 24;

/// What was read so far of an article.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    blocks: Vec<Block>,
    has_title: bool,
    has_running_text: bool,
    in_facts: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Reader {
            text,
            blocks: Vec::with_capacity(text.len() / 200 + 1),
            has_title: false,
            has_running_text: false,
            in_facts: false,
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

    pub(super) fn finish(self) -> Vec<Block> {
        self.blocks
    }

    /// Types the unit `span`.
    pub(super) fn read(&mut self, span: Span) {
        let mut span = span;
        if let Some(len) = dateline(span.of(self.text), !self.has_running_text) {
            self.push(BlockKind::Dateline, Span::new(span.start, span.start + len));
            span = Span::new(span.start + len, span.end).trimmed(self.text);
        }
        let line = span.of(self.text);
        self.in_facts = opens_facts(line) || self.in_facts && line.starts_with(BULLETS);
        if self.in_facts {
            self.push(BlockKind::FactBox, span);
        } else if let Some(kind) = page_kind(line) {
            self.push(kind, span);
        } else if is_unmarked(
            line,
            if self.has_running_text {
                HEADING_WORDS
            } else {
                TITLE_WORDS
            },
        ) {
            self.push(self.heading_kind(), span);
        } else if !span.is_empty() {
            self.read_running(span);
        }
    }
}

/// What opens the lines of a list.
const BULLETS: [char; 7] = ['•', '*', '·', '■', '●', '▪', '►'];

/// The kind of a line that is neither a heading nor running text.
fn page_kind(line: &str) -> Option<BlockKind> {
    if line.is_empty() {
        None
    } else if opens_remnant(line) {
        Some(BlockKind::Remnant)
    } else if is_byline(line) {
        Some(BlockKind::Byline)
    } else {
        credit_or_caption(line)
    }
}

/// Whether `line` reads as a heading: few words, no mark at its end, and no small letter at its start.
fn is_unmarked(line: &str, words: usize) -> bool {
    let inner = line.trim_end_matches(['»', '"', '”', ')', '\'', '’']);
    let open = !inner.ends_with(['.', '!', '?', '…', ':', ';', ',']);
    open && !line.starts_with(char::is_lowercase) && line.split_whitespace().nth(words).is_none()
}

/// The kind of a line that a picture's credit stands in, or a kicker in capitals: «TRUMP-VENN: Her er …».
fn credit_or_caption(line: &str) -> Option<BlockKind> {
    let (label, rest) = line.split_once(':')?;
    if is_picture_label(label.trim_start_matches('(')) {
        return Some(BlockKind::Credit);
    }
    if is_shouted(label) && label.split_whitespace().nth(5).is_none() && rest.starts_with(' ') {
        return Some(BlockKind::Caption);
    }
    ends_in_credit(line).then_some(BlockKind::Caption)
}

/// Whether a credit stands at the end of `line`, and little enough in front of it to be a caption.
fn ends_in_credit(line: &str) -> bool {
    const LONGEST_NAME: usize = 100;
    const LONGEST: usize = 700;
    if line.len() > LONGEST {
        return false;
    }
    let tail = floor(line, line.len().saturating_sub(LONGEST_NAME));
    line[tail..].match_indices(':').any(|(at, _)| {
        PICTURE_LABELS
            .iter()
            .any(|label| line[..=tail + at].ends_with(label))
    })
}

/// The last character boundary of `text` at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether `line` tells who wrote the article.
fn is_byline(line: &str) -> bool {
    const LONGEST: usize = 10;
    let few = line.split_whitespace().nth(LONGEST).is_none();
    let labelled = line
        .split_once(':')
        .is_some_and(|(label, _)| is_byline_label(label));
    let by = ["Av ", "AV "].iter().any(|by| line.starts_with(by)) && names_only(&line[3..]);
    few && (labelled || by)
}

/// Whether every word of `words` is part of a name.
fn names_only(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c == '(')
            || matches!(word, "og" | "&" | "von" | "de" | "i")
    })
}
