//! How words are set off.

use std::fmt::Display;

/// What stands before and behind words that are set off: nothing by default, the codes of a terminal where the caller
/// gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Style {
    /// Headings.
    pub strong: Around,
    /// What stands beside: kinds, numbers.
    pub faint: Around,
    /// Topics.
    pub topic: Around,
    /// Words that carry a tag.
    pub evidence: Around,
}

/// What stands before words, and what behind them.
pub type Around = (String, String);

impl Style {
    /// `text` as a heading.
    pub fn strong(&self, text: impl Display) -> String {
        around(&self.strong, text)
    }

    /// `text` as something beside.
    pub fn faint(&self, text: impl Display) -> String {
        around(&self.faint, text)
    }

    /// `text` as a topic.
    pub fn topic(&self, text: impl Display) -> String {
        around(&self.topic, text)
    }

    /// `text` as words that carry a tag.
    pub fn evidence(&self, text: impl Display) -> String {
        around(&self.evidence, text)
    }

    /// Words that carry a tag, where they stand in the text: marked without a style too.
    pub fn mark(&self, text: impl Display) -> String {
        if self.evidence == Around::default() {
            format!("[{text}]")
        } else {
            self.evidence(text)
        }
    }
}

fn around((before, behind): &Around, text: impl Display) -> String {
    format!("{before}{text}{behind}")
}
