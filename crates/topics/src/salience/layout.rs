//! The geometry of an article that salience is measured against.

use notis_text::{Analysis, Role, Span};

/// Where an article's title, lead, sub-headings and sentences lie; found once, used for every topic.
#[derive(Debug)]
pub struct Layout<'a> {
    article: &'a Analysis<'a>,
    /// Words in blocks that count, the title included.
    words: usize,
    /// End of the lead in the text, in bytes.
    lead: Span,
}

/// What part of the article a place belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Lead,
    Subheading,
    /// Running text after the lead.
    Body,
    /// Captions, fact boxes: beside the running text.
    Aside,
    /// Credits, page remnants, dates: no part of the story.
    Outside,
}

/// Sentences of running text that make the lead.
const LEAD_SENTENCES: usize = 2;

impl<'a> Layout<'a> {
    /// The layout of `article`.
    pub fn new(article: &'a Analysis<'a>) -> Self {
        let running = |s: &&notis_text::Sentence| article.kind_of(s).is_running_text();
        let mut lead = article.sentences.iter().filter(running).take(LEAD_SENTENCES);
        let first = lead.next().map_or(Span::default(), |s| s.span);
        let last = lead.last().map_or(first, |s| s.span);
        Layout {
            article,
            words: article.tokens.len() + article.title_tokens.len(),
            lead: Span::new(first.start, last.end),
        }
    }

    /// Words of the article, its title included; at least 1.
    pub(super) fn words(&self) -> usize {
        self.words.max(1)
    }

    /// Sentences of the text; at least 1.
    pub(super) fn sentences(&self) -> usize {
        self.article.sentences.len().max(1)
    }

    /// Number of the sentence that holds the byte `at` of the text.
    pub(super) fn sentence_at(&self, at: usize) -> usize {
        self.article.sentences.partition_point(|s| s.span.end <= at)
    }

    /// How many tokens of the text lie before the byte `at`.
    pub(super) fn tokens_before(&self, at: usize) -> usize {
        self.article.tokens.partition_point(|t| t.span.end <= at)
    }

    /// The tokens of the text; at least 1.
    pub(super) fn tokens(&self) -> usize {
        self.article.tokens.len().max(1)
    }

    /// The part that the byte `at` of the text belongs to.
    pub(super) fn part_at(&self, at: usize) -> Part {
        let block = self.article.blocks.partition_point(|b| b.span.end <= at);
        let role = self.article.blocks.get(block).map(|b| b.kind.purpose().role);
        match role {
            Some(Role::Title) => Part::Title,
            Some(Role::Subheading) => Part::Subheading,
            Some(Role::Aside) => Part::Aside,
            Some(Role::Page) => Part::Outside,
            Some(Role::Running) | None if self.lead.start <= at && at < self.lead.end => Part::Lead,
            Some(Role::Running) | None => Part::Body,
        }
    }
}
