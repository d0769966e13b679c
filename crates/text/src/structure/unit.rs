//! Types one unit (a line, or a wrapped paragraph) after the other.

use super::head::{dateline, is_shouted};
use super::labels::{is_byline_label, is_picture_label, opens_facts, opens_remnant};
use super::{Block, BlockKind};
use crate::Span;
use crate::scan::is_dash;

/// Words of the longest heading.
const HEADING_WORDS: usize = 14;
/// Words of the longest title.
const TITLE_WORDS: usize = 24;

/// What was read so far of an article.
pub(super) struct Reader<'t> {
    text: &'t str,
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
        if !span.is_empty() {
            let kind = self.kind_of(span.of(self.text));
            self.push(kind, span);
        }
    }

    fn kind_of(&mut self, line: &str) -> BlockKind {
        let bullet = line.starts_with(['•', '*', '·', '■', '●', '▪', '►']);
        self.in_facts = opens_facts(line) || self.in_facts && bullet;
        if self.in_facts {
            BlockKind::FactBox
        } else if opens_remnant(line) {
            BlockKind::Remnant
        } else if let Some(kind) = credit_or_caption(line) {
            kind
        } else if is_byline(line) {
            BlockKind::Byline
        } else if !self.has_title && !self.has_running_text && is_unmarked(line, TITLE_WORDS) {
            BlockKind::Title
        } else if is_unmarked(line, HEADING_WORDS) {
            BlockKind::Subheading
        } else if line.starts_with('«') || line.starts_with(is_dash) {
            BlockKind::Quote
        } else {
            BlockKind::Body
        }
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

/// Whether a credit stands at the end of `line`.
fn ends_in_credit(line: &str) -> bool {
    const LONGEST_NAME: usize = 100;
    [
        "Foto:",
        "FOTO:",
        "foto:",
        "Illustrasjon:",
        "Skjermdump:",
        "Video:",
        "Grafikk:",
    ]
    .iter()
    .filter_map(|label| line.rfind(label))
    .any(|at| line.len() - at <= LONGEST_NAME)
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
