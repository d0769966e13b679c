//! ZIP containers: folders of articles, documents of Word and LibreOffice, workbooks.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::io::{Cursor, Write};

use notis_corpus::{Article, Error, HintKind, ReadOptions};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(name: &str, bytes: &[u8]) -> Vec<Result<Article, Error>> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    fs::write(&path, bytes).unwrap();
    notis_corpus::open(&[path], &ReadOptions::default())
        .unwrap()
        .collect()
}

fn only(name: &str, bytes: &[u8]) -> Article {
    let mut articles = read(name, bytes);
    assert_eq!(articles.len(), 1);
    articles.remove(0).unwrap()
}

#[test]
fn a_folder_in_a_zip_gives_the_articles_of_its_files() {
    let bytes = zipped(&[
        ("b/sak.txt", "Sola skein.".as_bytes()),
        ("a.jsonl", "{\"id\":\"x\",\"text\":\"Regn.\"}\noi\n".as_bytes()),
        ("__MACOSX/a.txt", b"skrot"),
        ("kart.png", b"\x89PNG"),
    ]);
    let articles = read("saker.zip", &bytes);
    let ids: Vec<_> = articles.iter().flatten().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["x", "b/sak"]);
    let error = articles
        .iter()
        .find_map(|a| a.as_ref().err())
        .unwrap()
        .to_string();
    assert!(error.contains("saker.zip, a.jsonl, line 2"), "{error}");
}

#[test]
fn a_word_document_is_its_paragraphs() {
    let paragraph = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [
        paragraph("Title", "Ferja står"),
        paragraph("Normal", "Ho ligg ved kai."),
        paragraph("Bildetekst", "Kaia fredag."),
    ]
    .concat();
    let text =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let facts = "<cp:p xmlns:cp=\"c\"><dc:creator>Siri Moe</dc:creator><dcterms:created>2024-05-03T10:00:00Z\
                 </dcterms:created></cp:p>";
    let bytes = zipped(&[
        ("word/document.xml", text.as_bytes()),
        ("docProps/core.xml", facts.as_bytes()),
    ]);
    let article = only("sak.docx", &bytes);
    assert_eq!(article.id, "sak");
    assert_eq!(article.text, "Ferja står\n\nHo ligg ved kai.\n\nKaia fredag.");
    assert_eq!(article.title.as_deref(), Some("Ferja står"));
    assert_eq!(article.author.as_deref(), Some("Siri Moe"));
    assert_eq!(article.date.as_deref(), Some("2024-05-03T10:00:00+00:00"));
    assert_eq!(article.hints[2].kind, HintKind::Caption);
}

#[test]
fn a_document_of_libreoffice_is_its_paragraphs() {
    let text = "<office:document-content><office:body><office:text><text:h>Flaum</text:h><text:p>Elva \
                <text:span>steig</text:span>.</text:p></office:text></office:body></office:document-content>";
    let bytes = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", text.as_bytes()),
        ("META-INF/manifest.xml", b"<m/>"),
    ]);
    let article = only("sak.odt", &bytes);
    assert_eq!(article.text, "Flaum\n\nElva steig.");
    assert_eq!(article.title.as_deref(), Some("Flaum"));
}

const WORKBOOK: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    ),
    (
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Saker\" \
         sheetId=\"1\" r:id=\"s\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">\
         <c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>text</t></is></c>\
         <c r=\"C1\" t=\"inlineStr\"><is><t>labels</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>7</v></c>\
         <c r=\"B2\" t=\"inlineStr\"><is><t>Ferja står.</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>ferje;vær</t></is>\
         </c></row></sheetData></worksheet>",
    ),
];

#[test]
fn a_workbook_is_its_rows() {
    let files = WORKBOOK.map(|(name, text)| (name, text.as_bytes()));
    let article = only("saker.xlsx", &zipped(&files));
    assert_eq!((article.id.as_str(), article.text.as_str()), ("7", "Ferja står."));
    assert_eq!(article.labels, Some(vec!["ferje".into(), "vær".into()]));
}

#[test]
fn a_damaged_container_and_one_that_swells_are_refused() {
    let bytes = zipped(&[("a.txt", "Sola skein.".repeat(99).as_bytes())]);
    for cut in [10, bytes.len() / 2, bytes.len() - 1] {
        assert!(read("a.zip", &bytes[..cut])[0].is_err());
    }
    let bomb = zipped(&[("a.txt", &vec![b'a'; 100 << 20])]);
    let error = read("a.zip", &bomb).remove(0).unwrap_err().to_string();
    assert!(error.contains("archive ratio"), "{error}");
}
