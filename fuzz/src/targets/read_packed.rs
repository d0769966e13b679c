//! Whatever is packed, readers give articles or errors and come to an end: folders, documents and workbooks in ZIP, and
//! gzip. The containers are sound, so that what is in them is reached; one kind is any bytes behind a container's head.

use arbitrary::Arbitrary;
use notis_corpus::{ReadOptions, Size, open_bytes};

use crate::laws;
use crate::news::Text;
use crate::pack::{gzip, zipped};

/// What is packed, and how.
#[derive(Arbitrary, Debug)]
pub enum Packed<'a> {
    Any(&'a [u8]),
    Gzip(&'a [u8], u8),
    Folder(Vec<(u8, &'a str, &'a [u8])>),
    Word(Vec<Tag<'a>>, &'a [u8]),
    OpenDocument(Vec<Tag<'a>>, &'a [u8]),
    Workbook(Vec<Vec<Cell<'a>>>, &'a [u8]),
    /// Parts of a workbook that are any bytes.
    Parts(Vec<(u8, &'a [u8])>),
}

/// A piece of a document.
#[derive(Arbitrary, Debug)]
pub enum Tag<'a> {
    Open(u8),
    Close(u8),
    Text(Text<'a>),
    Any(&'a str),
}

/// A cell of a sheet.
#[derive(Arbitrary, Debug)]
pub enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    Any(&'a str),
}

const ENDINGS: [&str; 10] = [
    "txt", "jsonl", "csv", "tsv", "html", "xml", "rss", "zip", "docx", "json",
];
const WORD: [&str; 8] = [
    "w:p",
    "w:r",
    "w:t",
    "w:pPr",
    "w:pStyle w:val=\"Heading1\"",
    "w:tab",
    "w:br",
    "w:tbl",
];
const OFFICE: [&str; 8] = [
    "text:p",
    "text:h text:outline-level=\"1\"",
    "text:span",
    "text:s",
    "text:list",
    "text:list-item",
    "text:tab",
    "table:table",
];
const HEADER: [&str; 4] = ["id", "text", "title", "date"];
const PARTS: [&str; 6] = [
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
];

/// The law of containers.
pub fn holds(packed: Packed<'_>) {
    let options = ReadOptions {
        max_article: Size::new(100_000),
        ..ReadOptions::default()
    };
    if let Ok(articles) = open_bytes("sak", packed.bytes(), &options) {
        laws::read(articles);
    }
}

impl Packed<'_> {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Packed::Any(bytes) => [b"PK\x03\x04", *bytes].concat(),
            Packed::Gzip(bytes, cut) => cut_short(gzip(bytes), *cut),
            Packed::Folder(files) => {
                let name = |(number, (ending, name, _)): (usize, &(u8, &str, _))| {
                    format!("{number}{name}.{}", ENDINGS[usize::from(*ending) % ENDINGS.len()])
                };
                let bytes = files.iter().map(|(.., bytes)| bytes.to_vec());
                zipped(files.iter().enumerate().map(name).zip(bytes))
            }
            Packed::Word(tags, facts) => {
                let text = format!(
                    "<w:document><w:body>{}</w:body></w:document>",
                    marked(&WORD, tags)
                );
                zipped([
                    ("word/document.xml", text.into_bytes()),
                    ("docProps/core.xml", facts.to_vec()),
                ])
            }
            Packed::OpenDocument(tags, facts) => {
                let text = format!(
                    "<office:body><office:text>{}</office:text></office:body>",
                    marked(&OFFICE, tags)
                );
                let manifest = ("META-INF/manifest.xml", Vec::new());
                zipped([
                    ("content.xml", text.into_bytes()),
                    manifest,
                    ("meta.xml", facts.to_vec()),
                ])
            }
            Packed::Workbook(rows, strings) => workbook(rows, strings),
            Packed::Parts(parts) => {
                let sound = [
                    ("xl/workbook.xml", WORKBOOK.into()),
                    ("xl/_rels/workbook.xml.rels", RELATIONS.into()),
                ];
                let part =
                    |(part, bytes): &(u8, &[u8])| (PARTS[usize::from(*part) % PARTS.len()], bytes.to_vec());
                zipped(sound.into_iter().chain(parts.iter().map(part)))
            }
        }
    }
}

fn cut_short(mut bytes: Vec<u8>, cut: u8) -> Vec<u8> {
    bytes.truncate(bytes.len().saturating_sub(usize::from(cut / 8)));
    bytes
}

fn marked(names: &[&str], tags: &[Tag<'_>]) -> String {
    let name = |number: u8| names[usize::from(number) % names.len()];
    let tag = |tag: &Tag<'_>| match tag {
        Tag::Open(n) => format!("<{}>", name(*n)),
        Tag::Close(n) => format!("</{}>", name(*n).split(' ').next().unwrap_or_default()),
        Tag::Text(text) => quick_xml::escape::escape(text.whole()).into_owned(),
        Tag::Any(text) => (*text).to_owned(),
    };
    tags.iter().map(tag).collect()
}

const WORKBOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn workbook(rows: &[Vec<Cell<'_>>], strings: &[u8]) -> Vec<u8> {
    let header = HEADER
        .map(|name| format!("<c t=\"inlineStr\"><is><t>{name}</t></is></c>"))
        .concat();
    let cell = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => format!(
            "<c t=\"inlineStr\"><is><t>{}</t></is></c>",
            quick_xml::escape::escape(*text)
        ),
        Cell::Number(number) => format!("<c><v>{number}</v></c>"),
        Cell::Any(text) => format!("<c {text}><v>1</v></c>"),
    };
    let row = |row: &Vec<Cell<'_>>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let sheet = format!("<worksheet><sheetData><row>{header}</row>{rows}</sheetData></worksheet>");
    zipped([
        ("xl/workbook.xml", WORKBOOK.into()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.into()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
        ("xl/sharedStrings.xml", strings.to_vec()),
    ])
}
