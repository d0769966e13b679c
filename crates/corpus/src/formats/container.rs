//! ZIP containers: folders of articles, Word and LibreOffice documents, spreadsheets.

use std::io::Cursor;

use super::archive::{self, Archive};
use super::{Reader, Records, office, sheet};
use crate::input::Input;
use crate::registry::records;
use crate::{Error, Format, ReadOptions};

/// Reads ZIP folders.
pub(crate) struct Zip;

/// Reads the text of documents.
pub(crate) struct Document;

/// Reads the first sheet of a workbook.
pub(crate) struct Workbook;

impl Reader for Zip {
    fn endings(&self) -> &'static [&'static str] {
        &["zip"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        archive::is_container(head)
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        open(input, options)
    }
}

impl Reader for Document {
    fn endings(&self) -> &'static [&'static str] {
        &["docx", "odt"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn whole_file(&self) -> bool {
        true
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        open(input, options)
    }
}

impl Reader for Workbook {
    fn endings(&self) -> &'static [&'static str] {
        &["xlsx"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        open(input, options)
    }
}

fn open(input: Input, options: &ReadOptions) -> Result<Records, Error> {
    let (name, file, article) = (input.name.clone(), input.file.clone(), input.article.clone());
    let mut archive = Archive::open(input)?;
    if archive.has("word/document.xml") {
        return office::word(&mut archive, &article);
    }
    if archive.has("xl/workbook.xml") {
        return sheet::rows(&mut archive, (&file, &name), options);
    }
    if archive.has("content.xml") && archive.has("META-INF/manifest.xml") {
        return office::open_document(&mut archive, &article);
    }
    Ok(Box::new(folder(archive, &name, options)?.into_iter().flatten()))
}

/// The articles of the files in a folder; containers within it are only looked into where they are documents.
fn folder(mut archive: Archive, name: &str, options: &ReadOptions) -> Result<Vec<Records>, Error> {
    let files = archive.files();
    let mut articles: Vec<Records> = Vec::new();
    for file in files {
        let known = Format::of_name(&file);
        if known.is_none() || known == Some(Format::Zip) {
            continue;
        }
        let bytes = archive.member(&file)?.unwrap_or_default();
        let shown = format!("{}, {file}", archive.place.file);
        let input = Input::of_bytes(Box::new(Cursor::new(bytes)), shown, &file, options);
        let records = input.and_then(|input| records(input, None, options));
        articles.push(records.unwrap_or_else(|error| Box::new(std::iter::once(Err(error)))));
    }
    if articles.is_empty() {
        return Err(Error::NoArticles {
            path: name.to_owned(),
        });
    }
    Ok(articles)
}
