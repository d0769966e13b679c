//! The typed blocks of an article.

use crate::Span;

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The ` date YYYY-MM` head of a corpus file.
    Date,
    /// The title.
    Title,
    /// A kicker beside the title.
    Kicker,
    /// The place (and agency) in front of the first sentence, «OSLO (NTB):».
    Dateline,
    /// A heading between paragraphs.
    Subheading,
    /// A picture's caption, its credit included where the two are one line.
    Caption,
    /// A photo credit that stands alone.
    Credit,
    /// Who wrote the article.
    Byline,
    /// Running text.
    Body,
    /// A paragraph of running text that is a quote, opened by a dash or guillemets.
    Quote,
    /// A fact box.
    FactBox,
    /// What the page left behind: «Mest sett siste uken», «Les også», «Saken oppdateres».
    Remnant,
}

impl BlockKind {
    /// The name in `notis analyze --format jsonl`.
    pub fn as_str(self) -> &'static str {
        match self {
            BlockKind::Date => "date",
            BlockKind::Title => "title",
            BlockKind::Kicker => "kicker",
            BlockKind::Dateline => "dateline",
            BlockKind::Subheading => "subheading",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
            BlockKind::Byline => "byline",
            BlockKind::Body => "body",
            BlockKind::Quote => "quote",
            BlockKind::FactBox => "fact_box",
            BlockKind::Remnant => "remnant",
        }
    }

    /// Whether its sentences tell the news: body text and quotes, the only ones a digest may choose from.
    pub fn is_running_text(self) -> bool {
        matches!(self, BlockKind::Body | BlockKind::Quote)
    }
}

/// One block of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is; blocks are in order and do not overlap.
    pub span: Span,
}

/// The blocks of `text`, in order. `title` is the title where it is known from elsewhere: where the text opens with
/// it, that stretch is the title's block.
pub fn structure(text: &str, title: Option<&str>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            let kind = kind_of_line(span.of(text), blocks.is_empty(), title);
            blocks.push(Block { kind, span });
        }
    }
    blocks
}

fn kind_of_line(line: &str, first: bool, title: Option<&str>) -> BlockKind {
    let ends_open = !line.ends_with(['.', '!', '?', '…', '»', ':']);
    if first && title.is_some_and(|t| t == line) {
        BlockKind::Title
    } else if line.contains("Foto:") {
        BlockKind::Caption
    } else if ends_open && first {
        BlockKind::Title
    } else if ends_open && line.split_whitespace().count() < 9 {
        BlockKind::Subheading
    } else if line.starts_with(['–', '«']) {
        BlockKind::Quote
    } else {
        BlockKind::Body
    }
}
