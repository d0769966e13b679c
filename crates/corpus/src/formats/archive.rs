//! A ZIP container and its limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::input::Input;
use crate::limits::UNPACKED;
use crate::{Error, Place, ReadOptions, decode};

/// A container in memory, which gives out no more than it may hold.
pub(crate) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Its own size in bytes.
    packed: u64,
    /// The bytes given out so far.
    given: u64,
    pub(crate) place: Place,
}

/// Whether bytes begin a ZIP container.
pub(crate) fn is_container(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

impl Archive {
    /// Reads a container whole.
    pub(crate) fn open(mut input: Input) -> Result<Self, Error> {
        let whole = ReadOptions {
            max_article: UNPACKED,
            ..ReadOptions::default()
        };
        Archive::new(input.read_whole(&whole)?, input.place())
    }

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

    pub(crate) fn has(&self, name: &str) -> bool {
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
    pub(crate) fn files(&self) -> Vec<String> {
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
