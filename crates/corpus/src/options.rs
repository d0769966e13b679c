//! How inputs are to be read.

use std::fmt;
use std::str::FromStr;

use crate::{Format, OptionError, Size};

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
    type Err = OptionError;

    fn from_str(name: &str) -> Result<Self, OptionError> {
        let known = encoding_rs::Encoding::for_label(name.as_bytes());
        let unknown = || {
            OptionError(format!(
                "«{name}» is not an encoding; common ones are utf-8, windows-1252, iso-8859-1, iso-8859-15 and utf-16le"
            ))
        };
        known.map(Encoding).ok_or_else(unknown)
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

/// What a column of a table, or a field of a JSON object, holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    /// [`Article::author`](crate::Article::author)
    Author,
    /// [`Article::url`](crate::Article::url)
    Url,
    /// [`Article::section`](crate::Article::section)
    Section,
    /// [`Article::labels`](crate::Article::labels)
    Labels,
    /// [`Article::mentions`](crate::Article::mentions)
    Mentions,
    /// [`Article::graded`](crate::Article::graded), in a table as `fotball;bolig`
    Graded,
    /// [`Article::grades`](crate::Article::grades), in a table as `syria=2;is=1`
    Grades,
    /// [`Article::summaries_nb`](crate::Article::summaries_nb)
    SummariesNb,
    /// [`Article::summaries_nn`](crate::Article::summaries_nn)
    SummariesNn,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 15] = [
        Field::Id,
        Field::Text,
        Field::Title,
        Field::Date,
        Field::Lang,
        Field::Source,
        Field::Author,
        Field::Url,
        Field::Section,
        Field::Labels,
        Field::Mentions,
        Field::Graded,
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
            Field::Author => "author",
            Field::Url => "url",
            Field::Section => "section",
            Field::Labels => "labels",
            Field::Mentions => "mentions",
            Field::Graded => "graded",
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
    type Err = OptionError;

    fn from_str(given: &str) -> Result<Self, OptionError> {
        let wrong = || {
            let fields = Field::ALL.map(Field::as_str).join(", ");
            OptionError(format!(
                "«{given}» does not say where a field stands; write FIELD=NAME, for example text=Brødtekst; fields are {fields}"
            ))
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
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// The form of the inputs; without it the content tells, and the endings of the names where it does not.
    pub format: Option<Format>,
    /// Fields that go by other names.
    pub columns: Vec<Column>,
    /// The character encoding of the inputs.
    pub encoding: Encoding,
    /// The most bytes that one article may have, as it stands in its file.
    pub max_article: Size,
    /// Where labels stand: a column, a field of a JSON object or of what a page says of itself, or what a feed names as the
    /// `domain` (RSS) or `scheme` (Atom) of its categories. Without it, each form's own place.
    pub label_field: Option<String>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions {
            format: None,
            columns: Vec::new(),
            encoding: Encoding::default(),
            max_article: Size::ARTICLE,
            label_field: None,
        }
    }
}

impl ReadOptions {
    /// The name that `field` goes by.
    pub(crate) fn name_of(&self, field: Field) -> &str {
        let mapped = self.columns.iter().rev().find(|c| c.field == field);
        let labels = self.label_field.as_deref().filter(|_| field == Field::Labels);
        labels.unwrap_or_else(|| mapped.map_or(field.as_str(), |c| &c.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
