//! What a printer is, and what it is told.

use super::style::Style;
use crate::output::{Analysis, Classification, Digest, GroupDigest, Summary};
use crate::{Article, Error, PageLanguage};

/// What the desk says of one article.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Answer<'a> {
    /// Its topics.
    Classification(&'a Classification),
    /// Its digest.
    Digest(&'a Digest),
    /// Its blocks, sentences, words and names.
    Analysis(&'a Analysis<'a>),
}

/// What will be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// [`Answer::Classification`]
    Classification,
    /// [`Answer::Digest`]
    Digest,
    /// [`Answer::Analysis`]
    Analysis,
    /// [`GroupDigest`]
    Group,
    /// [`Summary`]
    Summary,
}

/// Prints answers in one format, for one output. Pieces can be made on many threads and are joined in order: none depends on
/// another. Only the tail may tell of all that were made before it, as a feed tells the date of its newest entry; so an
/// output takes a printer of its own.
pub trait Printer: Send + Sync {
    /// What stands before the first piece, such as the header of a table.
    ///
    /// # Errors
    /// Where the format has no form for that kind of answer.
    fn head(&self, _kind: Kind) -> Result<Vec<u8>, Error> {
        Ok(Vec::new())
    }

    /// What stands behind the last piece.
    fn tail(&self) -> Vec<u8> {
        Vec::new()
    }

    /// An article's answer.
    ///
    /// # Errors
    /// As [`Printer::head`].
    fn article(&self, article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error>;

    /// The digest of a group.
    ///
    /// # Errors
    /// As [`Printer::head`].
    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error>;

    /// Tags counted.
    ///
    /// # Errors
    /// As [`Printer::head`].
    fn summary(&self, summary: &Summary) -> Result<Vec<u8>, Error>;
}

/// The versions of ninjs, each written as its newest release has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum NinjsVersion {
    /// 1.6: one headline, names in small letters.
    One,
    /// 2.2: lists of headlines, names in small letters.
    Two,
    /// 3.1: lists of headlines, names in camel case.
    #[default]
    Three,
}

impl NinjsVersion {
    /// Each of them, the oldest first.
    pub const ALL: [NinjsVersion; 3] = [NinjsVersion::One, NinjsVersion::Two, NinjsVersion::Three];
}

/// What printers need to know.
#[derive(Clone, Debug, Default)]
pub struct PrintOptions {
    /// How words are set off in text.
    pub style: Style,
    /// Whether CSV opens with a byte-order mark, by which a spreadsheet knows UTF-8.
    pub bom: bool,
    /// The topics whose probabilities are columns of CSV; none where scores are not asked for.
    pub score_columns: Vec<String>,
    /// Whether CSV has columns for the kinds of names: where the desk tells them.
    pub kinds: bool,
    /// The version of ninjs.
    pub ninjs: NinjsVersion,
    /// The language of what a page says itself.
    pub language: PageLanguage,
    /// When the output is made, in seconds since 1970: the date of a feed's entries whose articles have none.
    pub made: Option<i64>,
}
