//! From bytes to text: gzip by its first bytes, byte-order marks, character encodings.

use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::{Decoder, DecoderResult};
use flate2::bufread::MultiGzDecoder;

use crate::limits::{MOST_RATIO, RATIO_FREE};
use crate::{Encoding, Error, Place};

/// The largest stretch read at a time, in bytes.
const BUFFER: usize = 1 << 16;
const GZIP: &[u8] = &[0x1f, 0x8b];
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Bytes that can be read on from another thread.
pub(crate) type Bytes = Box<dyn BufRead + Send>;

/// Opens `path` (`-` is standard input) and unpacks it. The bytes taken from the file are added to `count`.
pub(crate) fn open(path: &Path, count: &Arc<AtomicU64>) -> io::Result<Bytes> {
    let raw: Box<dyn Read + Send> = match path.to_str() {
        Some("-") => Box::new(io::stdin()),
        _ => Box::new(notis_files::open(path)?),
    };
    let counted = Counted {
        inner: raw,
        count: count.clone(),
    };
    unpack(BufReader::with_capacity(BUFFER, counted))
}

/// Whether what is at `path` (`-` is standard input) comes as somebody writes it, and does not lie there whole.
pub(crate) fn is_live(path: &Path) -> bool {
    match path.to_str() {
        Some("-") => !stdin_is_file(),
        _ => std::fs::metadata(path).is_ok_and(|meta| !meta.is_file()),
    }
}

#[cfg(unix)]
fn stdin_is_file() -> bool {
    use std::os::fd::AsFd;
    let file = io::stdin().as_fd().try_clone_to_owned().map(std::fs::File::from);
    file.and_then(|file| file.metadata())
        .is_ok_and(|meta| meta.is_file())
}

#[cfg(not(unix))]
fn stdin_is_file() -> bool {
    false
}

/// Bytes that are there already, unpacked.
pub(crate) fn of_bytes(bytes: Vec<u8>) -> io::Result<Bytes> {
    unpack(io::Cursor::new(bytes))
}

/// The encoding that a flag or a byte-order mark tells; `None` is UTF-8, or what the text says of itself. UTF-8 is
/// not checked here, so that the reader can name the line.
pub(crate) fn told(head: &[u8], flag: Encoding) -> Option<Encoding> {
    let marked = encoding_rs::Encoding::for_bom(head).map(|(encoding, _)| Encoding(encoding));
    let flag = (!flag.is_utf8()).then_some(flag);
    flag.or_else(|| marked.filter(|encoding| !encoding.is_utf8()))
}

/// `bytes` of another encoding as UTF-8.
pub(crate) fn decoded(bytes: Bytes, encoding: Encoding) -> Bytes {
    let decoded = Decoded::new(bytes, encoding);
    Box::new(BufReader::with_capacity(BUFFER, decoded))
}

/// The encoding of text that may come from a spreadsheet: Windows-1252 where it is not UTF-8 and holds no letter that
/// only UTF-8 writes so. `head` may end in the middle of a letter.
pub(crate) fn spreadsheet(head: &[u8]) -> Option<Encoding> {
    let broken = std::str::from_utf8(head).err()?;
    let cut_short = broken.error_len().is_none();
    let some_utf8 = !head[..broken.valid_up_to()].is_ascii();
    (!cut_short && !some_utf8).then_some(Encoding(encoding_rs::WINDOWS_1252))
}

/// The text of a whole file.
pub(crate) fn text(bytes: Vec<u8>, place: &Place) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|e| Error::NotUtf8 {
        place: place.clone(),
        byte: e.utf8_error().valid_up_to(),
    })
}

/// The error behind a failed read: bytes that do not fit the encoding, a damaged archive, or the system's word.
pub(crate) fn failure(place: Place, error: io::Error) -> Error {
    let inner = error.get_ref();
    if let Some(bad) = inner.and_then(|e| e.downcast_ref::<Undecodable>()) {
        let encoding = bad.0.to_string();
        return Error::NotDecodable { place, encoding };
    }
    match inner.and_then(|e| e.downcast_ref::<Damaged>()) {
        Some(damaged) => Error::Damaged {
            place,
            reason: damaged.0.clone(),
        },
        None => Error::io(place, error),
    }
}

fn unpack(mut packed: impl BufRead + Send + 'static) -> io::Result<Bytes> {
    if !packed.fill_buf()?.starts_with(GZIP) {
        return Ok(Box::new(packed));
    }
    let taken = Arc::<AtomicU64>::default();
    let counted = Counted {
        inner: packed,
        count: taken.clone(),
    };
    let plain = Unpacked {
        inner: MultiGzDecoder::new(BufReader::with_capacity(BUFFER, counted)),
        taken,
        given: 0,
    };
    Ok(Box::new(BufReader::with_capacity(BUFFER, plain)))
}

/// A head and the bytes it begins, without a byte-order mark.
pub(crate) fn without_bom(mut head: Vec<u8>, mut bytes: Bytes) -> io::Result<(Vec<u8>, Bytes)> {
    if head.starts_with(BOM) {
        head.drain(..BOM.len());
        bytes.fill_buf()?;
        bytes.consume(BOM.len());
    }
    Ok((head, bytes))
}

/// A packed file that cannot be unpacked to its end.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Damaged(String);

impl Damaged {
    fn error(reason: impl Into<String>) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, Damaged(reason.into()))
    }
}

/// What a packed file holds, as long as it does not swell beyond reason.
struct Unpacked<R> {
    inner: MultiGzDecoder<BufReader<Counted<R>>>,
    taken: Arc<AtomicU64>,
    given: u64,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(out).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => Damaged::error("the packed file ends too early"),
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
                Damaged::error(format!("the packed file is damaged ({error})"))
            }
            _ => error,
        })?;
        self.given += read as u64;
        check_ratio(self.given, self.taken.load(Ordering::Relaxed)).map_err(Damaged::error)?;
        Ok(read)
    }
}

/// Whether `given` bytes may come out of `taken`.
pub(crate) fn check_ratio(given: u64, taken: u64) -> Result<(), String> {
    if given <= RATIO_FREE || given / taken.max(1) <= MOST_RATIO {
        return Ok(());
    }
    Err(format!(
        "it unpacks to more than {MOST_RATIO} times its size (archive ratio), which no text does; unpack it \
         yourself if it is meant"
    ))
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
    use crate::ReadOptions;
    use crate::input::Input;

    fn text_of(bytes: &[u8], encoding: &str) -> Result<String, Error> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        let options = ReadOptions {
            encoding: encoding.parse().unwrap(),
            ..ReadOptions::default()
        };
        let mut input = Input::open(file.path(), "prøve", &options, &Arc::default())?;
        text(input.read_whole(&options)?, &input.place())
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
        for encoding in ["utf-16le", "utf-8"] {
            assert_eq!(text_of(b"\xff\xfeV\0\xe5\0r\0", encoding).unwrap(), "Vår");
        }
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

    #[test]
    fn a_spreadsheet_is_windows_1252_only_where_nothing_is_utf8() {
        assert!(spreadsheet(b"text\nbl\xe5\n").is_some());
        assert!(spreadsheet("blå\n".as_bytes()).is_none());
        assert!(spreadsheet(b"bl\xc3\xa5 og gr\xe5\n").is_none());
        assert!(spreadsheet(b"bl\xc3").is_none());
    }

    #[test]
    fn a_packed_file_that_ends_too_early_says_so() {
        let packed = gzipped("Flom i Røros".repeat(99).as_bytes());
        let error = text_of(&packed[..packed.len() - 9], "utf-8").unwrap_err();
        assert!(matches!(error, Error::Damaged { .. }), "{error}");
        assert!(error.loses_rest());
    }

    #[test]
    fn what_swells_beyond_reason_is_refused() {
        assert!(check_ratio(RATIO_FREE, 1).is_ok());
        assert!(check_ratio(RATIO_FREE * 2, RATIO_FREE / 100).is_ok());
        assert!(check_ratio(RATIO_FREE * 2, 1000).is_err());
    }
}
