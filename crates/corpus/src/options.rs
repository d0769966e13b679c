//! How inputs are to be read.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// The form of a file of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One article a file, with an optional ` date YYYY-MM` head.
    Txt,
    /// One JSON object a line.
    Jsonl,
    /// A table with `,` or `;` between the cells.
    Csv,
    /// A table with tabs between the cells.
    Tsv,
}

impl Format {
    /// Every format, in the order of the help text.
    pub const ALL: [Format; 4] = [Format::Txt, Format::Jsonl, Format::Csv, Format::Tsv];

    /// Its name, which is also the ending of its files.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Txt => "txt",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
        }
    }

    /// The format of a file by the ending of its name, `.gz` left aside.
    pub(crate) fn of_name(name: &str) -> Option<Format> {
        let (_, ending) = strip_gz(name).rsplit_once('.')?;
        ending.parse().ok()
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = Format::ALL
            .into_iter()
            .find(|f| f.as_str().eq_ignore_ascii_case(name));
        known.ok_or_else(|| Error::UnknownFormat {
            name: name.to_owned(),
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `name` without a `.gz` at its end.
pub(crate) fn strip_gz(name: &str) -> &str {
    name.strip_suffix(".gz").unwrap_or(name)
}

/// A character encoding by its name in the WHATWG registry: `windows-1252`, `latin1`, `utf-16le` …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(pub(crate) &'static encoding_rs::Encoding);

impl Encoding {
    /// Whether it is UTF-8, which needs no decoding.
    pub(crate) fn is_utf8(self) -> bool {
        self.0 == encoding_rs::UTF_8
    }
}

impl Default for Encoding {
    fn default() -> Self {
        Encoding(encoding_rs::UTF_8)
    }
}

impl FromStr for Encoding {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = encoding_rs::Encoding::for_label(name.as_bytes());
        known.map(Encoding).ok_or_else(|| Error::UnknownEncoding {
            name: name.to_owned(),
        })
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

/// What a column of a table, or a field of a JSON object, holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Article::id`](crate::Article::id)
    Id,
    /// [`Article::text`](crate::Article::text)
    Text,
    /// [`Article::title`](crate::Article::title)
    Title,
    /// [`Article::date`](crate::Article::date)
    Date,
    /// [`Article::lang`](crate::Article::lang)
    Lang,
    /// [`Article::source`](crate::Article::source)
    Source,
    /// [`Article::labels`](crate::Article::labels)
    Labels,
    /// [`Article::mentions`](crate::Article::mentions)
    Mentions,
    /// [`Article::grades`](crate::Article::grades), in a table as `syria=2;is=1`
    Grades,
    /// [`Article::summaries_nb`](crate::Article::summaries_nb)
    SummariesNb,
    /// [`Article::summaries_nn`](crate::Article::summaries_nn)
    SummariesNn,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 11] = [
        Field::Id,
        Field::Text,
        Field::Title,
        Field::Date,
        Field::Lang,
        Field::Source,
        Field::Labels,
        Field::Mentions,
        Field::Grades,
        Field::SummariesNb,
        Field::SummariesNn,
    ];

    /// Its name in a header or a JSON object.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Text => "text",
            Field::Title => "title",
            Field::Date => "date",
            Field::Lang => "lang",
            Field::Source => "source",
            Field::Labels => "labels",
            Field::Mentions => "mentions",
            Field::Grades => "grades",
            Field::SummariesNb => "summaries_nb",
            Field::SummariesNn => "summaries_nn",
        }
    }
}

/// `FIELD=NAME`: where to find a field that goes by another name.
///
/// ```
/// let column: notis_corpus::Column = "text=Brødtekst".parse().unwrap();
/// assert_eq!(column.name, "Brødtekst");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The field.
    pub field: Field,
    /// Its name in the file.
    pub name: String,
}

impl FromStr for Column {
    type Err = Error;

    fn from_str(given: &str) -> Result<Self, Error> {
        let wrong = || Error::BadColumn {
            given: given.to_owned(),
        };
        let (field, name) = given.split_once('=').ok_or_else(wrong)?;
        let known = Field::ALL.into_iter().find(|f| f.as_str() == field);
        match known {
            Some(field) if !name.is_empty() => Ok(Column {
                field,
                name: name.to_owned(),
            }),
            _ => Err(wrong()),
        }
    }
}

/// How inputs are to be read; the default fits UTF-8 files with the usual names.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The form of the inputs; without it the endings of the names tell, or the first byte.
    pub format: Option<Format>,
    /// Fields that go by other names.
    pub columns: Vec<Column>,
    /// The character encoding of the inputs.
    pub encoding: Encoding,
}

impl ReadOptions {
    /// The name that `field` goes by.
    pub(crate) fn name_of(&self, field: Field) -> &str {
        let mapped = self.columns.iter().rev().find(|c| c.field == field);
        mapped.map_or(field.as_str(), |c| &c.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_the_ending() {
        assert_eq!(Format::of_name("a/b.jsonl.gz"), Some(Format::Jsonl));
        assert_eq!(Format::of_name("LESMEG.TXT"), Some(Format::Txt));
        assert_eq!(Format::of_name("kart.png"), None);
        assert_eq!(Format::of_name("gz"), None);
    }

    #[test]
    fn a_column_needs_a_known_field_and_a_name() {
        assert!("tekst=Brødtekst".parse::<Column>().is_err());
        assert!("text=".parse::<Column>().is_err());
        assert!("text".parse::<Column>().is_err());
    }

    #[test]
    fn encodings_go_by_their_usual_names() {
        assert!("latin1".parse::<Encoding>().is_ok());
        assert!("utf-16le".parse::<Encoding>().is_ok());
        assert!("latinsk".parse::<Encoding>().is_err());
    }
}
