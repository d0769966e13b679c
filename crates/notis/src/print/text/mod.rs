//! Text, for a person at a terminal.

mod analysis;
mod classification;
mod digest;
mod group;
mod passages;
mod summary;

pub(super) use group::{facts as group_facts, line as group_line, paragraphs as group_paragraphs};

use super::printer::{Answer, Printer};
use super::style::Style;
use crate::output::{GroupDigest, Summary};
use crate::{Article, Error};

/// Text with its styles.
pub(super) struct Text {
    style: Style,
}

impl Text {
    pub(super) fn new(style: Style) -> Self {
        Text { style }
    }
}

impl Printer for Text {
    fn article(&self, article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        let style = &self.style;
        Ok(match answer {
            Answer::Classification(given) => classification::block(article, given, style).into(),
            Answer::Digest(given) => digest::block(article, given, style).into(),
            Answer::Analysis(given) => analysis::block(article, given, style).into(),
        })
    }

    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error> {
        Ok(group::block(group, &self.style).into())
    }

    fn summary(&self, summary: &Summary) -> Result<Vec<u8>, Error> {
        Ok(summary::block(summary, &self.style).into())
    }
}
