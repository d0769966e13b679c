//! What a block is.

use crate::Span;

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The ` date YYYY-MM` head of a corpus file.
    Date,
    /// The title.
    Title,
    /// What stands beside the title: a kicker, a section («KOMMENTAR:»), keywords in front of the lead.
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
    /// A line of a fact box.
    FactBox,
    /// What the page left behind: «Mest sett i dag», «Les også», «Saken oppdateres».
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
