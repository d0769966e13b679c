//! From bytes to text: gzip by its first bytes, byte-order marks, character encodings.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::{Decoder, DecoderResult};
use flate2::bufread::MultiGzDecoder;

use crate::{Encoding, Error, Place};

/// The largest stretch read at a time, in bytes.
const BUFFER: usize = 1 << 16;
const GZIP: &[u8] = &[0x1f, 0x8b];
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Bytes that can be read on from another thread.
pub(crate) type Bytes = Box<dyn BufRead + Send>;

/// Opens `path` (`-` is standard input): unpacked, and in UTF-8 where `encoding` is another one. UTF-8 itself is not
/// checked here, so that the reader can name the line. The bytes taken from the file are added to `count`.
pub(crate) fn open(path: &Path, encoding: Encoding, count: &Arc<AtomicU64>) -> io::Result<Bytes> {
    let raw: Box<dyn Read + Send> = match path.to_str() {
        Some("-") => Box::new(io::stdin()),
        _ => Box::new(File::open(path)?),
    };
    let counted = Counted {
        inner: raw,
        count: count.clone(),
    };
    let unpacked = unpack(BufReader::with_capacity(BUFFER, counted))?;
    if encoding.is_utf8() {
        return without_bom(unpacked);
    }
    let decoded = Decoded::new(unpacked, encoding);
    Ok(Box::new(BufReader::with_capacity(BUFFER, decoded)))
}

/// The whole of a small file as text.
pub(crate) fn read_text(mut bytes: Bytes, place: &Place) -> Result<String, Error> {
    let mut all = Vec::new();
    bytes
        .read_to_end(&mut all)
        .map_err(|e| failure(place.clone(), e))?;
    String::from_utf8(all).map_err(|e| Error::NotUtf8 {
        place: place.clone(),
        byte: e.utf8_error().valid_up_to(),
    })
}

/// The error behind a failed read: bytes that do not fit the encoding, or the system's word.
pub(crate) fn failure(place: Place, error: io::Error) -> Error {
    match error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Undecodable>())
    {
        Some(bad) => Error::NotDecodable {
            place,
            encoding: bad.0.to_string(),
        },
        None => Error::io(place, error),
    }
}

fn unpack(mut packed: impl BufRead + Send + 'static) -> io::Result<Bytes> {
    if packed.fill_buf()?.starts_with(GZIP) {
        let plain = MultiGzDecoder::new(packed);
        return Ok(Box::new(BufReader::with_capacity(BUFFER, plain)));
    }
    Ok(Box::new(packed))
}

fn without_bom(mut bytes: Bytes) -> io::Result<Bytes> {
    if bytes.fill_buf()?.starts_with(BOM) {
        bytes.consume(BOM.len());
    }
    Ok(bytes)
}

/// Counts the bytes that pass, for a progress bar.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(out)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Bytes that do not fit the encoding they are said to be in.
#[derive(Debug, thiserror::Error)]
#[error("bytes that are not {0}")]
struct Undecodable(Encoding);

/// Reads another encoding as UTF-8, a stretch at a time.
struct Decoded {
    inner: Bytes,
    encoding: Encoding,
    decoder: Decoder,
    out: Vec<u8>,
    taken: usize,
    done: bool,
}

impl Decoded {
    fn new(inner: Bytes, encoding: Encoding) -> Self {
        Decoded {
            inner,
            encoding,
            decoder: encoding.0.new_decoder(),
            out: Vec::new(),
            taken: 0,
            done: false,
        }
    }

    /// Decodes the next stretch into `out`.
    fn refill(&mut self) -> io::Result<()> {
        let input = self.inner.fill_buf()?;
        let last = input.is_empty();
        // The longest UTF-8 form of a byte of any of these encodings has three bytes.
        self.out.resize(input.len() * 3 + 16, 0);
        let (result, read, written) =
            self.decoder
                .decode_to_utf8_without_replacement(input, &mut self.out, last);
        self.inner.consume(read);
        self.out.truncate(written);
        self.taken = 0;
        match result {
            DecoderResult::Malformed(..) => Err(io::Error::new(
                io::ErrorKind::InvalidData,
                Undecodable(self.encoding),
            )),
            DecoderResult::InputEmpty => {
                self.done = last;
                Ok(())
            }
            DecoderResult::OutputFull => Ok(()),
        }
    }
}

impl Read for Decoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.out.len() && !self.done {
            self.refill()?;
        }
        let rest = &self.out[self.taken..];
        let n = rest.len().min(out.len());
        out[..n].copy_from_slice(&rest[..n]);
        self.taken += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn text_of(bytes: &[u8], encoding: &str) -> Result<String, Error> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        let opened = open(file.path(), encoding.parse().unwrap(), &Arc::default()).unwrap();
        read_text(opened, &Place::file("prøve"))
    }

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn gzip_is_told_by_its_first_bytes_and_may_have_several_members() {
        let mut packed = gzipped("Flom i Røros".as_bytes());
        packed.extend(gzipped(" og Lom".as_bytes()));
        assert_eq!(text_of(&packed, "utf-8").unwrap(), "Flom i Røros og Lom");
    }

    #[test]
    fn a_byte_order_mark_is_not_text() {
        assert_eq!(text_of("\u{feff}Vår".as_bytes(), "utf-8").unwrap(), "Vår");
        assert_eq!(text_of(b"\xff\xfeV\0\xe5\0r\0", "utf-16le").unwrap(), "Vår");
    }

    #[test]
    fn other_encodings_are_decoded_across_buffers() {
        let long = "blåbærsyltetøy ".repeat(20_000);
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&long);
        assert_eq!(text_of(&bytes, "latin1").unwrap(), long);
    }

    #[test]
    fn wrong_bytes_are_an_error_in_every_encoding() {
        assert!(matches!(
            text_of(b"bl\xe5", "utf-8"),
            Err(Error::NotUtf8 { byte: 2, .. })
        ));
        assert!(matches!(
            text_of(b"V\0\xe5", "utf-16le"),
            Err(Error::NotDecodable { .. })
        ));
    }
}
