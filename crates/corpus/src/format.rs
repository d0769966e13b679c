//! The forms of inputs and what each is called.

use std::fmt;
use std::str::FromStr;

use crate::OptionError;
use crate::formats::{Reader, container, delimited, feed, html, json, jsonl, newsml, nitf, txt};

/// The form of a file of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A ZIP folder of files of any of these forms.
    Zip,
    /// A document of Word or LibreOffice, `.docx` or `.odt`.
    Document,
    /// The first sheet of a workbook, `.xlsx`.
    Workbook,
    /// A NITF document.
    Nitf,
    /// NewsML-G2: an item or a message of many.
    Newsml,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A web page.
    Html,
    /// One JSON object a line.
    Jsonl,
    /// JSON objects in an array, or one after the other over several lines.
    Json,
    /// A table with `,` or `;` between the cells.
    Csv,
    /// A table with tabs between the cells.
    Tsv,
    /// One article a file, with an optional ` date YYYY-MM` head.
    Txt,
}

impl Format {
    /// Every format, in the order in which inputs are tried for them.
    pub const ALL: [Format; 12] = [
        Format::Zip,
        Format::Document,
        Format::Workbook,
        Format::Nitf,
        Format::Newsml,
        Format::Feed,
        Format::Html,
        Format::Jsonl,
        Format::Json,
        Format::Csv,
        Format::Tsv,
        Format::Txt,
    ];

    /// What reads it.
    pub(crate) fn reader(self) -> &'static dyn Reader {
        match self {
            Format::Zip => &container::Zip,
            Format::Document => &container::Document,
            Format::Workbook => &container::Workbook,
            Format::Nitf => &nitf::Nitf,
            Format::Newsml => &newsml::Newsml,
            Format::Feed => &feed::Feed,
            Format::Html => &html::Html,
            Format::Jsonl => &jsonl::Jsonl,
            Format::Json => &json::Json,
            Format::Csv => &delimited::Csv,
            Format::Tsv => &delimited::Tsv,
            Format::Txt => &txt::Txt,
        }
    }

    /// Its name, which is also an ending of its files.
    pub fn as_str(self) -> &'static str {
        self.reader().endings()[0]
    }

    /// The format of a file by the ending of its name, `.gz` left aside.
    pub(crate) fn of_name(name: &str) -> Option<Format> {
        let (_, ending) = strip_gz(name).rsplit_once('.')?;
        Format::of_ending(ending)
    }

    fn of_ending(ending: &str) -> Option<Format> {
        let goes_by = |format: &Format| {
            let mut endings = format.reader().endings().iter();
            endings.any(|e| e.eq_ignore_ascii_case(ending))
        };
        Format::ALL.into_iter().find(goes_by)
    }

    /// The names of all formats, as a sentence lists them.
    pub(crate) fn listed() -> String {
        let names = Format::ALL.map(Format::as_str);
        let (last, rest) = names.split_last().expect("there are formats");
        format!("{} or {last}", rest.join(", "))
    }
}

impl FromStr for Format {
    type Err = OptionError;

    fn from_str(name: &str) -> Result<Self, OptionError> {
        let unknown = || OptionError(format!("«{name}» is not a format; choose {}", Format::listed()));
        Format::of_ending(name).ok_or_else(unknown)
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

/// The name of an article by the name of its file: without the ending of a format that holds one article a file.
pub(crate) fn without_ending(file: &str) -> &str {
    let plain = strip_gz(file);
    let whole = Format::of_name(plain).is_some_and(|format| format.reader().whole_file());
    match plain.rsplit_once('.') {
        Some((stem, _)) if whole => stem,
        _ => file,
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
    fn every_format_goes_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse::<Format>().unwrap(), format);
        }
        assert!("gris".parse::<Format>().is_err());
    }

    #[test]
    fn articles_go_by_their_files_without_the_ending() {
        assert_eq!(without_ending("2024/sak.v2.txt.gz"), "2024/sak.v2");
        assert_eq!(without_ending("LESMEG.TXT"), "LESMEG");
        assert_eq!(without_ending("saker.jsonl"), "saker.jsonl");
        assert_eq!(without_ending("sak.md"), "sak.md");
    }
}
