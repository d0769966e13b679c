//! Colours of the terminal.

use std::fmt::Display;

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};

/// Paints words where the output is a terminal that shows colours (and `NO_COLOR` is not set), and leaves them plain
/// elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    on: bool,
}

impl Palette {
    /// No colours.
    pub(crate) const PLAIN: Palette = Palette { on: false };

    /// The palette that fits `stream`.
    pub(crate) fn of(stream: &impl anstream::stream::RawStream) -> Self {
        let choice = anstream::AutoStream::choice(stream);
        Palette {
            on: choice != ColorChoice::Never,
        }
    }

    /// A heading.
    pub(crate) fn strong(self, text: impl Display) -> String {
        self.paint(Style::new().bold(), text)
    }

    /// What stands beside: kinds, numbers.
    pub(crate) fn faint(self, text: impl Display) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// A topic.
    pub(crate) fn topic(self, text: impl Display) -> String {
        self.paint(AnsiColor::Green.on_default().bold(), text)
    }

    /// Words that carry a tag.
    pub(crate) fn evidence(self, text: impl Display) -> String {
        self.paint(AnsiColor::Yellow.on_default().bold(), text)
    }

    /// Words that carry a tag, where they stand in the text: marked without colours too.
    pub(crate) fn mark(self, text: &str) -> String {
        if self.on {
            self.evidence(text)
        } else {
            format!("[{text}]")
        }
    }

    /// The head of an error.
    pub(crate) fn error(self, text: impl Display) -> String {
        self.paint(AnsiColor::Red.on_default().bold(), text)
    }

    fn paint(self, style: Style, text: impl Display) -> String {
        if self.on {
            format!("{style}{text}{style:#}")
        } else {
            text.to_string()
        }
    }
}
