//! An input opened: its bytes, unpacked and decoded, and the form they are of.

use std::io::{self, BufRead, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use crate::decode::{self, Bytes};
use crate::detect;
use crate::{Error, Place, ReadOptions};

/// So much of an input is looked at to tell what it is, in bytes.
const HEAD: usize = 1 << 16;

/// An input ready to be read by the reader of its form.
pub(crate) struct Input {
    /// The bytes from the first on: UTF-8 (not yet checked) where it is text.
    pub(crate) bytes: Bytes,
    /// The first of them, once more.
    pub(crate) head: Vec<u8>,
    /// What stands in errors.
    pub(crate) file: String,
    /// What the ids of records without one are made of.
    pub(crate) name: String,
    /// The id of an article that is the whole input.
    pub(crate) article: String,
    /// The file that it was opened from, with the count of what is read of it.
    #[cfg(feature = "columnar")]
    pub(crate) opened: Option<(std::path::PathBuf, Arc<AtomicU64>)>,
    /// Whether a flag or a byte-order mark told the encoding, so that the text's own word for it no longer holds.
    pub(crate) decoded: bool,
}

impl Input {
    /// Opens the file at `path` (`-` is standard input); what is read of it is added to `count`.
    pub(crate) fn open(
        path: &Path,
        name: &str,
        options: &ReadOptions,
        count: &Arc<AtomicU64>,
    ) -> Result<Self, Error> {
        let file = path.display().to_string();
        let failed = |e| decode::failure(Place::file(&file), e);
        let bytes = decode::open(path, count).map_err(failed)?;
        let input = Input::of_bytes(bytes, file, name, options)?;
        #[cfg(feature = "columnar")]
        let input = Input {
            opened: Some((path.to_owned(), count.clone())),
            ..input
        };
        Ok(input)
    }

    /// An input of bytes that are there already.
    pub(crate) fn of_bytes(
        bytes: Bytes,
        file: String,
        name: &str,
        options: &ReadOptions,
    ) -> Result<Self, Error> {
        let failed = |e| decode::failure(Place::file(&file), e);
        let named = options.format.is_some();
        let (head, bytes) = peek(bytes, named).map_err(failed)?;
        let text = !detect::is_binary(&head);
        let encoding = decode::told(&head, options.encoding).filter(|_| text);
        let (head, bytes) = match encoding {
            Some(encoding) => peek(decode::decoded(bytes, encoding), named).map_err(failed)?,
            None => decode::without_bom(head, bytes).map_err(failed)?,
        };
        Ok(Input {
            bytes,
            head,
            name: name.to_owned(),
            article: name.to_owned(),
            #[cfg(feature = "columnar")]
            opened: None,
            decoded: encoding.is_some(),
            file,
        })
    }

    /// The place that the whole input is.
    pub(crate) fn place(&self) -> Place {
        Place::file(&self.file)
    }

    /// All of the bytes, where there are no more than the limit for an article.
    pub(crate) fn read_whole(&mut self, options: &ReadOptions) -> Result<Vec<u8>, Error> {
        let limit = options.max_article.bytes();
        let mut all = Vec::new();
        let read = (&mut self.bytes).take(limit + 1).read_to_end(&mut all);
        read.map_err(|e| decode::failure(self.place(), e))?;
        if all.len() as u64 > limit {
            return Err(Error::too_long(self.place(), "article", options.max_article));
        }
        Ok(all)
    }
}

/// The first bytes, and all of them. No more is waited for than tells what the input is: from a pipe, a first line
/// that is a record by itself is enough, and any first line where its form is `named`.
fn peek(mut bytes: Bytes, named: bool) -> io::Result<(Vec<u8>, Bytes)> {
    let mut head = Vec::new();
    let settled = |head: &[u8]| detect::is_settled(head) || named && head.contains(&b'\n');
    while head.len() < HEAD && !settled(&head) {
        let more = bytes.fill_buf()?;
        if more.is_empty() {
            break;
        }
        head.extend_from_slice(more);
        let taken = more.len();
        bytes.consume(taken);
    }
    let again = Cursor::new(head.clone()).chain(bytes);
    Ok((head, Box::new(again)))
}
