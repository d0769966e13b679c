//! Answers as they are printed: one printer a format.
//!
//! ```
//! use notis::print::{Answer, Form, PrintOptions};
//!
//! let desk = notis::Desk::builder().without_model().build()?;
//! let article = notis::Article { id: "a1".into(), text: "Ferja gjekk ikkje i dag.".into(), ..Default::default() };
//! let digest = desk.read(&article)?.digest(notis::Budget::Auto)?;
//! let markdown = Form::Markdown.printer(PrintOptions::default());
//! assert_eq!(markdown.article(&article, &Answer::Digest(&digest))?, b"## a1\n\nFerja gjekk ikkje i dag.\n\n");
//! # Ok::<(), notis::Error>(())
//! ```
//!
//! What comes from an article (ids, titles, dates, labels, text) is data, and stays that in every format:
//!
//! | format | control characters, line separators, marks that turn the direction of text | what else is escaped |
//! |---|---|---|
//! | text | in running text white space becomes a space; all else, and any in ids, titles, dates and labels, a visible sign (`␛`, `␊`, `�`) | nothing: the styles of the terminal are put around it |
//! | jsonl, ninjs | control characters as `\u…`, below U+0020 and from U+007F to U+009F; the others stand as they are, for a program reads this | `"` and `\`, as JSON wants |
//! | csv, labels.tsv | a visible sign: a record is one line | quotes; a cell that begins with `=`, `+`, `-` or `@` gets an apostrophe in front, which notis takes away when it reads the table |
//! | atom | a visible sign, but for the line breaks of a digest; what XML may not hold becomes `�` | `<`, `>`, `&` and quotes; a link leads to `http` or `https` or is left out |
//! | markdown | as in text; line breaks become spaces | a backslash before every mark that Markdown or HTML takes for one: `` \ ` * _ < [ ] & ~ ``, and `# + - > =` and numbers where they open a line |
//! | html | as in text; line breaks become spaces | `&`, `<`, `>` and quotes; an address is a link where it begins with `http` |
//! | tables and reports as text ([`report`]) | a visible sign | nothing |
//! | pages of reports and of discovery | a visible sign | as in html; the pages run no script of an article and fetch nothing |
//!
//! What does not come through a printer is made harmless where it is written, by the same functions: names of files, ids and
//! labels in remarks and errors (`cli/src/failure.rs`: a visible sign, so that none forges a line), and the lines of the
//! server's log (`server/src/log.rs`: JSON in which the rest is a visible sign). A file's name that is no UTF-8 is told
//! byte by byte, as `bl\xe5`. `tests/end_to_end/hostile_text.rs` and `crates/server/tests/http/hostile.rs` hold every row.

mod atom;
mod csv;
mod doubts;
pub mod escape;
pub mod html;
mod jsonl;
mod markdown;
mod names;
mod ninjs;
pub mod report;
mod style;
mod table;
mod text;
mod wrap;

pub use style::{Around, Style};

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

/// Prints answers in one format. Each piece is whole: pieces can be made on many threads and joined in order.
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

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// For a person at a terminal.
    Text,
    /// JSON Lines: the objects of [`crate::output`].
    Jsonl,
    /// For a Norwegian spreadsheet: `;` between cells, `|` between the items of a list, decimal comma.
    Csv,
    /// For a newsletter or a wiki.
    Markdown,
    /// A page to print or to mail.
    Html,
    /// For the systems of newsrooms and agencies: the IPTC's news item in JSON, an item a line.
    Ninjs,
    /// A feed of digests.
    Atom,
}

/// The versions of ninjs, each written as its newest release has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NinjsVersion {
    /// 1.6: one headline, names in small letters.
    One,
    /// 2.2: lists of headlines, names in small letters.
    Two,
    /// 3.1: lists of headlines, names in camel case.
    #[default]
    Three,
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

impl Form {
    /// The printer of this format.
    pub fn printer(self, options: PrintOptions) -> Box<dyn Printer> {
        match self {
            Form::Text => Box::new(text::Text::new(options.style)),
            Form::Jsonl => Box::new(jsonl::Jsonl),
            Form::Csv => Box::new(csv::Csv::new(options.bom, options.kinds, options.score_columns)),
            Form::Markdown => Box::new(markdown::Markdown),
            Form::Html => Box::new(html::Html::new(options.language)),
            Form::Ninjs => Box::new(ninjs::Ninjs::new(options.ninjs)),
            Form::Atom => Box::new(atom::Atom::new(options.made.unwrap_or_default())),
        }
    }
}
