//! JSON Lines.

use super::printer::{Answer, Printer};
use crate::output::{GroupDigest, Summary, json_line};
use crate::{Article, Error};

/// An object a line.
pub(super) struct Jsonl;

impl Printer for Jsonl {
    fn article(&self, _article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        match answer {
            Answer::Classification(classification) => json_line(classification),
            Answer::Digest(digest) => json_line(digest),
            Answer::Analysis(analysis) => analysis.json_line(),
        }
    }

    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error> {
        json_line(group)
    }

    fn summary(&self, summary: &Summary) -> Result<Vec<u8>, Error> {
        let lines = summary.rows().map(|row| json_line(&row));
        Ok(lines.collect::<Result<Vec<_>, _>>()?.concat())
    }
}
