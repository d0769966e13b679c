//! ZIP containers: folders of articles, Word and LibreOffice documents, spreadsheets.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Reader, Records, office, sheet};
use crate::input::Input;
use crate::limits::UNPACKED;
use crate::{Error, Format, Place, ReadOptions, decode};

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
        head.starts_with(b"PK\x03\x04")
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

/// A container in memory, which gives out no more than it may hold.
pub(crate) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Its own size in bytes.
    packed: u64,
    /// The bytes given out so far.
    given: u64,
    pub(crate) place: Place,
}

impl Archive {
    fn new(bytes: Vec<u8>, place: Place) -> Result<Self, Error> {
        let packed = bytes.len() as u64;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&place, &error))?;
        Ok(Archive {
            zip,
            packed,
            given: 0,
            place,
        })
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of a member, `None` where there is none of this name.
    pub(crate) fn member(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let left = UNPACKED.bytes().saturating_sub(self.given);
        let mut bytes = Vec::new();
        let member = self
            .zip
            .by_index(index)
            .map_err(|error| damaged(&self.place, &error))?;
        let read = member.take(left + 1).read_to_end(&mut bytes);
        read.map_err(|error| damaged(&self.place, &error))?;
        self.given += bytes.len() as u64;
        if bytes.len() as u64 > left {
            return Err(Error::too_long(self.place.clone(), "archive", UNPACKED));
        }
        decode::check_ratio(self.given, self.packed).map_err(|reason| Error::Damaged {
            place: self.place.clone(),
            reason,
        })?;
        Ok(Some(bytes))
    }

    /// The container itself, once every member of it has kept the limits.
    pub(crate) fn checked(&mut self) -> Result<Vec<u8>, Error> {
        for name in self.names() {
            self.member(&name)?;
        }
        Ok(self.zip.clone().into_inner().into_inner())
    }

    /// The names of its members; one that is no text is passed over.
    fn names(&self) -> Vec<String> {
        self.zip
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect()
    }

    /// The files in it, sorted, without folders and what is hidden.
    fn files(&self) -> Vec<String> {
        let hidden = |name: &str| {
            name.split('/')
                .any(|part| part.starts_with('.') || part == "__MACOSX")
        };
        let mut names = self.names();
        names.retain(|name| !name.ends_with('/') && !hidden(name));
        names.sort_unstable();
        names
    }
}

fn damaged(place: &Place, error: &impl std::fmt::Display) -> Error {
    Error::Damaged {
        place: place.clone(),
        reason: format!("the archive is damaged ({error})"),
    }
}

fn open(mut input: Input, options: &ReadOptions) -> Result<Records, Error> {
    let place = input.place();
    let whole = ReadOptions {
        max_article: UNPACKED,
        ..options.clone()
    };
    let bytes = input.read_whole(&whole)?;
    let mut archive = Archive::new(bytes, place)?;
    if archive.has("word/document.xml") {
        return office::word(&mut archive, &input.name);
    }
    if archive.has("xl/workbook.xml") {
        return sheet::rows(&mut archive, &input, options);
    }
    if archive.has("content.xml") && archive.has("META-INF/manifest.xml") {
        return office::open_document(&mut archive, &input.name);
    }
    Ok(Box::new(
        folder(archive, &input.name, options)?.into_iter().flatten(),
    ))
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
        let records = input.and_then(|input| input.records(None, options));
        articles.push(records.unwrap_or_else(|error| Box::new(std::iter::once(Err(error)))));
    }
    if articles.is_empty() {
        return Err(Error::NoArticles {
            path: name.to_owned(),
        });
    }
    Ok(articles)
}
