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
mod causes;
mod csv;
mod doubts;
pub mod escape;
pub mod html;
mod jsonl;
mod markdown;
mod media_topic;
mod names;
mod ninjs;
mod printer;
pub mod report;
mod style;
mod table;
mod text;
mod wrap;

pub use causes::causes;
pub use printer::{Answer, Kind, NinjsVersion, PrintOptions, Printer};
pub use style::{Around, Style};

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
