//! What the first bytes of an input show.

use serde::de::IgnoredAny;

use crate::formats::header::is_header;

/// A form that no reader is for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// What it seems to be.
    pub(crate) seems: &'static str,
    /// What to do about it; without one it can be named and read.
    pub(crate) remedy: Option<&'static str>,
}

/// First bytes of forms that hold no text as it stands.
const MAGIC: [(&[u8], &str, &str); 20] = [
    (b"%PDF-", "a PDF document", AS_TEXT),
    (b"PK\x03\x04", "a ZIP container", UNPACK),
    (b"PK\x05\x06", "an empty ZIP container", UNPACK),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Excel file",
        AS_TEXT,
    ),
    (b"{\\rtf", "a rich-text file", AS_TEXT),
    (b"\x89PNG", "a PNG image", NO_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", NO_TEXT),
    (b"GIF8", "a GIF image", NO_TEXT),
    (b"II*\0", "a TIFF image", NO_TEXT),
    (b"MM\0*", "a TIFF image", NO_TEXT),
    (b"\x28\xb5\x2f\xfd", "a file packed with zstd", UNPACK),
    (b"\xfd7zXZ\0", "a file packed with xz", UNPACK),
    (b"BZh", "a file packed with bzip2", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!", "a RAR archive", UNPACK),
    (b"SQLite format 3\0", "an SQLite database", EXPORT),
    (b"PARE", "an encrypted Parquet file", EXPORT),
    (b"FEA1", "a Feather file of version 1", EXPORT),
    (b"Obj\x01", "an Avro file", EXPORT),
    (b"\x7fELF", "a program", NO_TEXT),
];

const AS_TEXT: &str = "save its text as .txt, or as .docx or .html, first";
const UNPACK: &str = "unpack it first";
const NO_TEXT: &str = "there is no text in it to read; leave it out";
const EXPORT: &str = "export its table as .csv or .jsonl first";

/// Whether the bytes are no text in any encoding.
pub(crate) fn is_binary(head: &[u8]) -> bool {
    is_columnar(head) || magic(head).is_some()
}

/// The mark at both ends of a Parquet file.
pub(crate) const PARQUET: &[u8] = b"PAR1";
/// The mark at both ends of an Arrow file.
pub(crate) const ARROW: &[u8] = b"ARROW1";

/// Whether a table in columns begins so.
fn is_columnar(head: &[u8]) -> bool {
    is_parquet(head) || is_arrow(head)
}

pub(crate) fn is_parquet(head: &[u8]) -> bool {
    head.starts_with(PARQUET)
}

/// Whether it is an Arrow IPC file, or a stream: no text begins with four bytes of 0xff, the mark before a message.
pub(crate) fn is_arrow(head: &[u8]) -> bool {
    head.starts_with(ARROW) || head.starts_with(&[0xff; 4])
}

fn magic(head: &[u8]) -> Option<Foreign> {
    let known = MAGIC.iter().find(|(first, ..)| head.starts_with(first));
    known.map(|&(_, seems, remedy)| Foreign {
        seems,
        remedy: Some(remedy),
    })
}

/// What no reader is for, where an input that begins with `head` is of that kind.
pub(crate) fn foreign(head: &[u8]) -> Option<Foreign> {
    let (seems, remedy) = match Markup::of(head) {
        Some(_) => ("XML of a kind that is not known here", None),
        None if is_json(head) => ("JSON that is no article", None),
        None if head.contains(&0) => ("a binary file", Some(NO_TEXT)),
        None => return magic(head),
    };
    Some(Foreign { seems, remedy })
}

/// Whether enough is there to tell what the input is: a mark of its form, or a first line that is a JSON object or a
/// table's header.
pub(crate) fn is_settled(head: &[u8]) -> bool {
    if is_columnar(head) {
        return true;
    }
    let head = head.trim_ascii_start();
    let Some(end) = head.iter().position(|&b| b == b'\n') else {
        return false;
    };
    is_object(&head[..end]) || is_header(&head[..end])
}

/// Whether it is one whole JSON object.
pub(crate) fn is_object(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

/// Whether it begins like JSON: an object with a first key, or an array that holds together as far as it is seen.
pub(crate) fn is_json(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    match head.split_first() {
        Some((b'{', rest)) => matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')),
        Some((b'[', _)) => {
            let mut values = serde_json::Deserializer::from_slice(head).into_iter::<IgnoredAny>();
            let whole = values
                .next()
                .is_some_and(|v| v.map_or_else(|e| e.is_eof(), |_| true));
            whole && values.next().is_none()
        }
        _ => false,
    }
}

/// Whether it is a feed written in JSON, which names its version first.
pub(crate) fn is_json_feed(head: &[u8]) -> bool {
    let start = &head[..head.len().min(4096)];
    start.trim_ascii_start().starts_with(b"{") && find(start, b"jsonfeed.org/version").is_some()
}

/// Text between tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    Html,
    Xml,
}

impl Markup {
    /// The kind of markup that `head` begins with: a declaration, or a first tag that is closed somewhere.
    pub(crate) fn of(head: &[u8]) -> Option<Self> {
        let root = root(head)?;
        let html = [
            "html", "head", "body", "article", "div", "p", "h1", "main", "section",
        ];
        Some(if html.iter().any(|tag| root.eq_ignore_ascii_case(tag)) {
            Markup::Html
        } else {
            Markup::Xml
        })
    }
}

/// The name of the first element, without its prefix, where the bytes begin like XML or HTML; `html` too where only
/// the document type says so.
pub(crate) fn root(head: &[u8]) -> Option<&str> {
    let mut rest = head.trim_ascii_start();
    let mut declared = false;
    loop {
        rest = rest.trim_ascii_start();
        let end = match rest {
            _ if rest.starts_with(b"<!--") => find(rest, b"-->")? + 3,
            _ if starts_with_ignoring_case(rest, b"<!doctype html") => return Some("html"),
            _ if rest.starts_with(b"<?") || rest.starts_with(b"<!") => find(rest, b">")? + 1,
            _ => break,
        };
        declared = true;
        rest = &rest[end..];
    }
    let name = rest.strip_prefix(b"<")?;
    let end = name.iter().position(|b| !is_name_byte(*b))?;
    let tag = std::str::from_utf8(&name[..end])
        .ok()
        .filter(|tag| !tag.is_empty())?;
    let closed = || find(head, format!("</{tag}").as_bytes()).is_some() || head.len() >= 1 << 15;
    let plain = tag.rsplit(':').next().unwrap_or(tag);
    (declared || closed()).then_some(plain)
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b":-_.".contains(&byte)
}

fn starts_with_ignoring_case(bytes: &[u8], start: &[u8]) -> bool {
    bytes
        .get(..start.len())
        .is_some_and(|b| b.eq_ignore_ascii_case(start))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_found_behind_declarations_and_comments() {
        assert_eq!(
            root(b"<?xml version='1.0'?>\n<!-- a > b --> <rss version='2.0'>"),
            Some("rss")
        );
        assert_eq!(root(b"<!DOCTYPE HTML><title>"), Some("html"));
        assert_eq!(root(b"<rdf:RDF></rdf:RDF>"), Some("RDF"));
        assert_eq!(root(b"<Voss> er en bygd."), None);
    }

    #[test]
    fn a_first_record_is_enough_and_half_of_one_is_not() {
        assert!(is_settled(b"{\"text\":\"a\"}\n"));
        assert!(is_settled(b"id,text\n"));
        assert!(!is_settled(b"{\"text\":\"a\"}"));
        assert!(!is_settled(b"{\n"));
        assert!(!is_settled(b"Regn\n"));
    }
}
