//! What an article says of a topic, and where.

use notis_text::Span;
use serde::{Deserialize, Serialize};

/// What a word or phrase says of its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Names it.
    Alias,
    /// Alludes to it.
    Related,
    /// Shows that an ambiguous short form may mean it.
    Context,
    /// Looks like it and is not.
    Exclude,
    /// Editor's rule: has it.
    Always,
    /// Editor's rule: has it not.
    Never,
}

/// One place where an article names a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of the topic.
    pub topic: usize,
    /// What the words say of it.
    pub role: Role,
    /// Where they stand: in the title where `in_title`, else in the text. A hyphenated word is covered as far as the
    /// pattern reaches, other endings wholly.
    pub span: Span,
    /// Whether they stand in a title that is kept beside the text.
    pub in_title: bool,
    /// Number of the pattern: two mentions by one word share it.
    pub pattern: u32,
}
