//! A file that is read from its end, or here and there.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::input::Input;
use crate::{Error, decode};

/// The file, on the disk.
pub(super) struct Source {
    file: File,
    pub(super) length: u64,
    /// How much of it has been read, for a progress bar.
    count: Arc<AtomicU64>,
}

impl Source {
    /// The file that an input lies in, where it begins with `mark`; what comes packed or through a pipe is copied to a
    /// nameless one first.
    pub(super) fn of(mut input: Input, mark: &[u8]) -> Result<Self, Error> {
        let place = input.place();
        let failed = |error| decode::failure(place.clone(), error);
        let (file, count) = match input.opened.take().and_then(|(path, count)| {
            let file = File::open(path).ok()?;
            lies_there(&file, mark).then_some((file, count))
        }) {
            Some(opened) => opened,
            None => {
                let mut file = tempfile::tempfile().map_err(failed)?;
                io::copy(&mut input.bytes, &mut file).map_err(failed)?;
                (file, Arc::default())
            }
        };
        let length = file.metadata().map_err(failed)?.len();
        Ok(Source { file, length, count })
    }

    /// The bytes from `start` on.
    pub(super) fn at(&self, start: u64) -> io::Result<File> {
        let mut file = self.file.try_clone()?;
        file.seek(SeekFrom::Start(start))?;
        Ok(file)
    }

    /// A stretch of it. No room is taken for what is not there.
    pub(super) fn stretch(&self, start: u64, length: u64) -> io::Result<Vec<u8>> {
        let there = self.length.saturating_sub(start);
        if length > there {
            let claims = format!("it claims {length} bytes where {there} are left");
            return Err(io::Error::other(claims));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).map_err(io::Error::other)?);
        self.at(start)?.take(length).read_to_end(&mut bytes)?;
        self.count.fetch_add(length, Ordering::Relaxed);
        Ok(bytes)
    }
}

/// Whether a file is no pipe and not packed.
fn lies_there(mut file: &File, mark: &[u8]) -> bool {
    let mut first = vec![0; mark.len()];
    let is_file = file.metadata().is_ok_and(|meta| meta.is_file());
    is_file && file.read_exact(&mut first).is_ok() && first == mark
}
