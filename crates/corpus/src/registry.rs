//! Which reader each form has, what it is called, and how an input is given to the right one.

use std::fmt;
use std::str::FromStr;

use crate::detect::{self, Foreign};
use crate::formats::{
    Reader, Records, columnar, container, delimited, feed, html, json, jsonl, newsml, nitf, txt,
};
use crate::input::Input;
use crate::{Error, Format, OptionError, ReadOptions};

impl Format {
    /// What reads it.
    pub(crate) fn reader(self) -> &'static dyn Reader {
        match self {
            Format::Parquet => &columnar::Parquet,
            Format::Arrow => &columnar::Arrow,
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

/// The articles in an input, by the reader of `format` or, without one, of the form that it has: by its content first and
/// its name second. What no reader is for is named, not read.
pub(crate) fn records(
    mut input: Input,
    format: Option<Format>,
    options: &ReadOptions,
) -> Result<Records, Error> {
    let format = match format {
        Some(format) => format,
        None => told(&input.head, &input.name)
            .map_err(|foreign| Error::foreign(input.place(), foreign.seems, foreign.remedy))?,
    };
    input.article = without_ending(&input.name).to_owned();
    format.reader().open(input, options)
}

/// The form of an input that begins with `head`, in a file called `name`.
pub(crate) fn told(head: &[u8], name: &str) -> Result<Format, Foreign> {
    if let Some(format) = Format::ALL.into_iter().find(|f| f.reader().sniff(head)) {
        return Ok(format);
    }
    match detect::foreign(head) {
        Some(foreign) => Err(foreign),
        None => Ok(Format::of_name(name).unwrap_or(Format::Txt)),
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

    fn seems(head: &[u8], name: &str) -> &'static str {
        told(head, name).unwrap_err().seems
    }

    #[test]
    fn content_goes_before_the_name() {
        assert_eq!(told(b"{\"text\":\"a\"}\n", "saker.txt"), Ok(Format::Jsonl));
        assert_eq!(told(b"[{\"text\":\"a\"}]", "saker.jsonl"), Ok(Format::Json));
        assert_eq!(told(b"{\n  \"text\": \"a\"\n}", "sak"), Ok(Format::Json));
        assert_eq!(told(b"id;text\n1;a\n", "-"), Ok(Format::Csv));
        assert_eq!(told(b"oi\n{\"text\":\"a\"}\n", "saker.jsonl"), Ok(Format::Jsonl));
    }

    #[test]
    fn prose_is_prose_even_where_it_begins_oddly() {
        for text in [
            "Regn.",
            "[NTB] Det regner.",
            "[1] Fotnote.",
            "{sic} Han sa det.",
            "<3 Voss",
            "",
            "id er viktig\n",
        ] {
            assert_eq!(told(text.as_bytes(), "sak"), Ok(Format::Txt), "{text}");
        }
    }

    #[test]
    fn what_no_reader_knows_is_named() {
        assert_eq!(seems(b"%PDF-1.7\n", "sak.txt"), "a PDF document");
        assert_eq!(seems(b"\xff\xd8\xff\xe0", "sak"), "a JPEG image");
        assert_eq!(
            seems(b"<?xml version='1.0'?>\n<plist/>", "sak.txt"),
            "XML of a kind that is not known here"
        );
        assert_eq!(seems(b"a\0b", "sak"), "a binary file");
    }
}
