//! What can be wrong with an input: what, where, and what to do about it.

use std::fmt;
use std::io;

use crate::Size;

/// Where something stands: a file, a line of it, an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file as the user named it, or as it was found in a folder; `-` is standard input; empty where only the article is
    /// known.
    pub file: String,
    /// The line, counted from 1.
    pub line: Option<u64>,
    /// Whether it is a row instead, of a table that has no lines.
    pub is_row: bool,
    /// The id of the article.
    pub article: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Place {
            file: file.to_owned(),
            ..Place::default()
        }
    }

    /// A line of a file.
    pub fn line(file: &str, line: u64) -> Self {
        Place {
            line: Some(line),
            ..Place::file(file)
        }
    }

    /// A row of a table that has no lines.
    #[cfg(feature = "columnar")]
    pub(crate) fn row(file: &str, row: u64) -> Self {
        Place {
            is_row: true,
            ..Place::line(file, row)
        }
    }

    /// The same place, said of an article.
    pub fn of(mut self, article: &str) -> Self {
        self.article = Some(article.to_owned());
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file.as_str() {
            "" => return f.write_str(self.article.as_deref().unwrap_or_default()),
            "-" => f.write_str("standard input")?,
            file => f.write_str(file)?,
        }
        if let Some(line) = self.line {
            let unit = if self.is_row { "row" } else { "line" };
            write!(f, ", {unit} {line}")?;
        }
        match &self.article {
            Some(id) => write!(f, " (article {id})"),
            None => Ok(()),
        }
    }
}

/// An input that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing goes by this name.
    #[error("{path}: no such file or folder; check the path")]
    Missing {
        /// The path as given.
        path: String,
    },
    /// The system refused.
    #[error("{place}: {cause}")]
    Io {
        /// Where.
        place: Place,
        /// What the system says.
        cause: io::Error,
    },
    /// A link to nothing.
    #[error("{place}: the link leads to {target}, which is not there; remove it, or pass over it")]
    DeadLink {
        /// The link.
        place: Place,
        /// What it points at.
        target: String,
    },
    /// A folder without a file that could be read.
    #[error(
        "{path}: the folder holds no articles; they are looked for in .txt files or, where there are none, in .jsonl, .csv and .tsv files, or in the other forms that can be named (.gz too)"
    )]
    NoArticles {
        /// The folder.
        path: String,
    },
    /// A file without an article.
    #[error("{place}: the file is empty; an article was expected; remove it, or pass over it")]
    EmptyFile {
        /// Where.
        place: Place,
    },
    /// Bytes that are not text.
    #[error("{place}: not valid UTF-8 at byte {byte}; say which encoding it is, for example windows-1252")]
    NotUtf8 {
        /// Where.
        place: Place,
        /// The first bad byte, counted from 0, in the line or else in the file.
        byte: usize,
    },
    /// Bytes that are not text in the encoding asked for.
    #[error("{place}: not valid {encoding}; {}", other_encoding(.encoding))]
    NotDecodable {
        /// Where.
        place: Place,
        /// The encoding asked for.
        encoding: String,
    },
    /// A packed file that cannot be unpacked to its end: nobody knows how many articles are lost.
    #[error("{place}: {reason}; the articles after this place cannot be read")]
    Damaged {
        /// Where.
        place: Place,
        /// What is wrong with it.
        reason: String,
    },
    /// Something longer than its limit.
    #[error("{place}: {what} of more than {limit}; {}", allowing(.what))]
    TooLong {
        /// Where.
        place: Place,
        /// What is too long: an article, a header.
        what: &'static str,
        /// The limit.
        limit: Size,
    },
    /// A record that does not end: the rest of the input was given up.
    #[error("{place}: a record without an end; the rest of the input was given up")]
    Endless {
        /// Where it starts.
        place: Place,
    },
    /// An input of a form that is not read.
    #[error("{place}: this seems to be {seems}; {remedy}")]
    UnknownForm {
        /// Where.
        place: Place,
        /// What it seems to be.
        seems: Box<str>,
        /// What to do.
        remedy: &'static str,
    },
    /// An input whose kind is known and whose form is not.
    #[error("{place}: this seems to be {seems}; name its form, or export articles as .jsonl, .csv or .txt")]
    UnnamedForm {
        /// Where.
        place: Place,
        /// What it seems to be.
        seems: Box<str>,
    },
    /// An input of a form that this program was built without.
    #[error(
        "{place}: this is {what}, and this program was built without what reads it; build notis with the feature {feature} \
         (cargo install --path crates/cli --features {feature}), or export its table as .csv or .jsonl"
    )]
    NotBuilt {
        /// Where.
        place: Place,
        /// What it is.
        what: &'static str,
        /// The feature that is lacking.
        feature: &'static str,
    },
    /// A document that does not hold together.
    #[error("{place}: broken {what}: {reason}; mend it, or pass over it")]
    Broken {
        /// Where.
        place: Place,
        /// What it should be.
        what: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// Elements within elements, deeper than any page or article goes.
    #[error("{place}: nested more than 512 deep (nesting limit), which no article is; pass over it")]
    TooDeep {
        /// Where.
        place: Place,
    },
    /// A line that is not JSON.
    #[error("{place}: broken JSON at column {column}: {reason}; mend the line, or pass over it")]
    BrokenJson {
        /// Where.
        place: Place,
        /// The column in bytes, counted from 1.
        column: usize,
        /// What was expected.
        reason: String,
    },
    /// JSON that is not an article.
    #[error(
        "{place}: not an article: {reason}; expected {{\"id\": …, \"text\": …}} under these or other names"
    )]
    NotAnArticle {
        /// Where.
        place: Place,
        /// What is wrong.
        reason: String,
    },
    /// A row that does not fit its header.
    #[error("{place}: broken table: {reason}; mend the row, or pass over it")]
    BrokenTable {
        /// Where.
        place: Place,
        /// What is wrong.
        reason: String,
    },
    /// A quote that is opened and not closed.
    #[error(
        "{place}: a quote is opened in this row and not closed; close it, or allow longer articles where the row is so long; passed over, the next line is read"
    )]
    OpenQuote {
        /// Where the row starts.
        place: Place,
    },
    /// A table whose header lacks a column.
    #[error("{place}: no column «{column}»; it has {}; say which one holds the field {field}", listed(.columns))]
    NoColumn {
        /// Where.
        place: Place,
        /// The name looked for.
        column: Box<str>,
        /// The field that it should hold.
        field: &'static str,
        /// The names there are.
        columns: Box<[String]>,
    },
    /// A column whose values cannot be what they are asked to be.
    #[error(
        "{place}: the column «{column}» holds {holds}, which is no {field}; say which one holds the field {field}"
    )]
    WrongColumn {
        /// Where.
        place: Place,
        /// The column.
        column: Box<str>,
        /// The type of its values.
        holds: Box<str>,
        /// The field that it should hold.
        field: &'static str,
    },
    /// A label file whose header lacks a column.
    #[error(
        "{place}: no column «{column}»; the header of a label file is: file date lang title labels mentions, with tabs between"
    )]
    BadLabels {
        /// Where.
        place: Place,
        /// The name looked for.
        column: &'static str,
    },
    /// Two articles with one id.
    #[error("{place}: a second article with this id; give each an id of its own, or pass over it")]
    DuplicateId {
        /// Where the second one stands.
        place: Place,
    },
    /// A date that is none.
    #[error(
        "{place}: «{given}» is not a date; write 2024-03-03, 2024-03-03T12:30+01:00, 03.03.2024 or 3. mars 2024"
    )]
    BadDate {
        /// Where.
        place: Place,
        /// What stands there.
        given: String,
    },
    /// A folder with two label files.
    #[error("{place}: beside it stands {other}; leave one label file in a folder")]
    TwoLabelFiles {
        /// One of them.
        place: Place,
        /// The other.
        other: String,
    },
    /// A label file that names one article twice.
    #[error("{place}: a second row for this article; leave one")]
    DuplicateRow {
        /// Where the second one stands.
        place: Place,
    },
}

impl Error {
    pub(crate) fn io(place: Place, cause: io::Error) -> Self {
        Error::Io { place, cause }
    }

    pub(crate) fn too_long(place: Place, what: &'static str, limit: Size) -> Self {
        Error::TooLong { place, what, limit }
    }

    pub(crate) fn foreign(place: Place, seems: &str, remedy: Option<&'static str>) -> Self {
        let seems = seems.into();
        match remedy {
            Some(remedy) => Error::UnknownForm { place, seems, remedy },
            None => Error::UnnamedForm { place, seems },
        }
    }

    /// Whether articles after this place are lost without anybody knowing how many: to go on would hide it.
    pub fn loses_rest(&self) -> bool {
        matches!(self, Error::Damaged { .. } | Error::Endless { .. })
    }
}

/// What can be done about bytes that do not fit their encoding. A file in UTF-16 tells so by its first bytes, and what is
/// damaged in it no other encoding mends.
fn other_encoding(encoding: &str) -> &'static str {
    match encoding.starts_with("UTF-16") {
        true => "it is damaged or cut short; save it anew, best as UTF-8",
        false => "try another encoding",
    }
}

/// What can be done about something too long.
fn allowing(what: &str) -> &'static str {
    match what {
        "header" => "a header is one line of names",
        "archive" => "unpack it into a folder and name that",
        _ => "allow longer articles, or pass over it",
    }
}

fn listed(columns: &[String]) -> String {
    let quoted: Vec<_> = columns.iter().map(|c| format!("«{c}»")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_like_a_sentence() {
        assert_eq!(Place::line("saker.jsonl", 7).to_string(), "saker.jsonl, line 7");
        assert_eq!(
            Place::file("-").of("a1").to_string(),
            "standard input (article a1)"
        );
    }

    #[test]
    fn bad_utf8_names_the_way_out() {
        let error = Error::NotUtf8 {
            place: Place::file("a.txt"),
            byte: 3,
        };
        assert!(error.to_string().contains("say which encoding"));
    }
}
