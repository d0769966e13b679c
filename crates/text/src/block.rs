//! What the blocks of an article are, and what each kind of block is for.

use crate::span::Span;

/// What a block of an article is.
// It will grow, and then the compiler is to ask every crate here what the new kind is to it: exhaustive on purpose.
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
    /// The explanation of a term, folded into the running text by a page.
    Term,
    /// What asks the reader to listen, subscribe, tip or answer.
    Promo,
    /// What a newsroom says of its own article: that a machine summed it up, who answers for it.
    Notice,
    /// What stands in place of a film, a sound or a post: «A post shared by …».
    Embed,
    /// The title of another article, or what announces one, at the end of this one.
    Teaser,
    /// A time stamp, or a flash of news: «Publisert kl. 12.30», «NÅ: …».
    Ticker,
    /// A list of players or results.
    List,
}

/// The part that a block plays in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It names the story: a title, or what stands beside one.
    Title,
    /// It names a part of the story.
    Subheading,
    /// It tells the story: the only blocks that a digest may choose sentences from.
    Running,
    /// It stands beside the running text and speaks of the same story.
    Aside,
    /// It belongs to the page or the newsroom and not to the story.
    Page,
}

/// What blocks of one kind are for. Every stage asks here, so that a new kind of block is decided upon in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The part it plays in its article.
    pub role: Role,
    /// Whether its words say what the article is about.
    pub is_content: bool,
    /// Whether a name in it is a name of the news.
    pub may_name: bool,
    /// Whether its words may become keywords and tell one story from another.
    pub gives_keywords: bool,
    /// Whether it is one sentence, whatever marks stand in it.
    pub is_one_sentence: bool,
}

impl Purpose {
    /// Blocks whose words count everywhere.
    const STORY: Purpose = Purpose {
        role: Role::Running,
        is_content: true,
        may_name: true,
        gives_keywords: true,
        is_one_sentence: false,
    };
    /// Blocks beside the story, whose words are no keywords.
    const BESIDE: Purpose = Purpose {
        role: Role::Aside,
        gives_keywords: false,
        ..Purpose::STORY
    };
    /// Blocks of the page, which say nothing of the story.
    const PAGE: Purpose = Purpose {
        role: Role::Page,
        is_content: false,
        may_name: false,
        gives_keywords: false,
        is_one_sentence: false,
    };
}

impl BlockKind {
    /// Every kind.
    pub const ALL: [BlockKind; 19] = [
        BlockKind::Date,
        BlockKind::Title,
        BlockKind::Kicker,
        BlockKind::Dateline,
        BlockKind::Subheading,
        BlockKind::Caption,
        BlockKind::Credit,
        BlockKind::Byline,
        BlockKind::Body,
        BlockKind::Quote,
        BlockKind::FactBox,
        BlockKind::Remnant,
        BlockKind::Term,
        BlockKind::Promo,
        BlockKind::Notice,
        BlockKind::Embed,
        BlockKind::Teaser,
        BlockKind::Ticker,
        BlockKind::List,
    ];

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
            BlockKind::Term => "term",
            BlockKind::Promo => "promo",
            BlockKind::Notice => "notice",
            BlockKind::Embed => "embed",
            BlockKind::Teaser => "teaser",
            BlockKind::Ticker => "ticker",
            BlockKind::List => "list",
        }
    }

    /// What blocks of this kind are for.
    ///
    /// ```
    /// use notis_text::{BlockKind, Role};
    /// assert_eq!(BlockKind::Quote.purpose().role, Role::Running);
    /// assert!(!BlockKind::Remnant.purpose().is_content);
    /// ```
    #[inline]
    pub const fn purpose(self) -> Purpose {
        match self {
            BlockKind::Body | BlockKind::Quote => Purpose::STORY,
            BlockKind::Title => Purpose {
                role: Role::Title,
                ..Purpose::STORY
            },
            BlockKind::Kicker => Purpose {
                role: Role::Title,
                ..Purpose::BESIDE
            },
            BlockKind::Subheading => Purpose {
                role: Role::Subheading,
                ..Purpose::BESIDE
            },
            BlockKind::Caption | BlockKind::FactBox | BlockKind::Term | BlockKind::List => Purpose::BESIDE,
            BlockKind::Dateline => Purpose {
                is_one_sentence: true,
                ..Purpose::BESIDE
            },
            BlockKind::Date | BlockKind::Credit | BlockKind::Byline => Purpose {
                is_one_sentence: true,
                ..Purpose::PAGE
            },
            BlockKind::Remnant
            | BlockKind::Promo
            | BlockKind::Notice
            | BlockKind::Embed
            | BlockKind::Teaser
            | BlockKind::Ticker => Purpose::PAGE,
        }
    }

    /// Whether its sentences tell the news: body text and quotes, the only ones a digest may choose from.
    #[inline]
    pub fn is_running_text(self) -> bool {
        self.purpose().role == Role::Running
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        let mut names = BlockKind::ALL.map(BlockKind::as_str);
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn what_the_page_left_behind_names_nobody_and_gives_no_keywords() {
        for kind in BlockKind::ALL {
            let purpose = kind.purpose();
            if purpose.role == Role::Page {
                assert!(
                    !purpose.may_name && !purpose.gives_keywords && !purpose.is_content,
                    "{kind:?}"
                );
            }
            assert!(purpose.is_content || !purpose.gives_keywords, "{kind:?}");
        }
    }
}
