//! Rows of a table in a text file: cut apart one by one, none longer than the limit, and none lost behind a quote that
//! is never closed.

use std::io::{BufRead, Cursor, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::decode::{Bytes, failure};
use crate::limits::{MOST_HEADER, PASSED_OVER};
use crate::{Error, Place, Size};

/// The cells of a row and the line it starts on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    cells: Vec<u8>,
    ends: Vec<usize>,
    /// The line it starts on.
    pub(crate) line: u64,
}

impl Row {
    /// The cells as text.
    pub(crate) fn cells(&self, file: &str) -> Result<Vec<&str>, Error> {
        let not_utf8 = |byte| Error::NotUtf8 {
            place: Place::line(file, self.line),
            byte,
        };
        let text = std::str::from_utf8(&self.cells).map_err(|e| not_utf8(e.valid_up_to()))?;
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(self.ends.iter().copied());
        let cells = spans.map(|(start, end)| text.get(start..end).ok_or_else(|| not_utf8(start)));
        cells.collect()
    }
}

/// Reads the rows of a table.
pub(crate) struct Rows {
    bytes: Rewound,
    file: String,
    limit: Size,
    delimiter: u8,
    parser: Reader,
    /// The number of cells that a row must have: those of the header.
    width: Option<usize>,
    /// The lines before those that the parser has counted.
    lines_before: u64,
    /// The bytes of the row being read, to be read again where it turns out to be none.
    raw: Vec<u8>,
    failed: bool,
}

/// How the reading of a row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Row,
    File,
    OpenQuote,
    TooLong,
}

impl Rows {
    pub(crate) fn new(bytes: Bytes, file: &str, delimiter: u8, limit: Size) -> Self {
        Rows {
            bytes: Rewound {
                again: Cursor::default(),
                inner: bytes,
            },
            file: file.to_owned(),
            limit,
            delimiter,
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            width: None,
            lines_before: 0,
            raw: Vec::new(),
            failed: false,
        }
    }

    /// The names in the first row.
    pub(crate) fn header(&mut self) -> Result<Vec<String>, Error> {
        let limit = std::mem::replace(&mut self.limit, Size::new(MOST_HEADER));
        let header = self.next().transpose();
        self.limit = limit;
        let header = header.map_err(|error| match error {
            Error::TooLong { place, limit, .. } => Error::too_long(place, "header", limit),
            other => other,
        })?;
        let header = header.unwrap_or_default();
        let names: Vec<_> = header
            .cells(&self.file)?
            .iter()
            .map(|n| n.trim().to_owned())
            .collect();
        if names.iter().all(String::is_empty) {
            let place = Place::file(&self.file);
            return Err(Error::EmptyFile { place });
        }
        self.width = Some(names.len());
        Ok(names)
    }

    /// Reads a row into `row`, and its bytes into `raw`.
    fn read(&mut self, row: &mut Row) -> Result<End, Error> {
        self.raw.clear();
        row.line = self.lines_before + self.parser.line();
        let (mut written, mut ended) = (0, 0);
        let end = loop {
            let buffer = self.bytes.fill_buf();
            let buffer = buffer.map_err(|e| failure(Place::line(&self.file, row.line), e))?;
            // The end of the file ends a row like the end of a line, unless it stands between quotes.
            let (begun, at_end) = (has_begun(&self.raw), buffer.is_empty());
            let input = if begun && at_end { b"\n" } else { buffer };
            make_room(&mut row.cells, written);
            make_room(&mut row.ends, ended);
            let (cells, ends) = (&mut row.cells[written..], &mut row.ends[ended..]);
            let (result, taken, wrote, ends) = self.parser.read_record(input, cells, ends);
            if !at_end {
                self.raw.extend_from_slice(&buffer[..taken]);
                self.bytes.consume(taken);
            }
            (written, ended) = (written + wrote, ended + ends);
            match result {
                ReadRecordResult::Record => break End::Row,
                ReadRecordResult::End => break End::File,
                ReadRecordResult::InputEmpty if begun && at_end => break End::OpenQuote,
                _ if self.raw.len() as u64 > self.limit.bytes() => break End::TooLong,
                _ => {}
            }
        };
        row.cells.truncate(written);
        row.ends.truncate(ended);
        Ok(end)
    }

    /// What is wrong with a row that ended so, if anything; then the next row begins on the line after its first.
    fn check(&mut self, row: &Row, end: End) -> Result<(), Error> {
        let place = Place::line(&self.file, row.line);
        let several_lines = self.raw.trim_ascii_end().contains(&b'\n');
        let error = match end {
            End::OpenQuote => Error::OpenQuote { place },
            End::TooLong if several_lines => Error::OpenQuote { place },
            End::Row if several_lines && closes_in_a_word(&self.raw, self.delimiter) => {
                Error::OpenQuote { place }
            }
            End::TooLong => {
                self.pass_over(&place)?;
                return Err(Error::too_long(place, "article", self.limit));
            }
            End::Row | End::File => match self.width {
                Some(width) if end == End::Row && width != row.ends.len() => Error::BrokenTable {
                    place,
                    reason: format!("the header has {width} cells and this row {}", row.ends.len()),
                },
                _ => return Ok(()),
            },
        };
        if end != End::Row || several_lines {
            self.rewind(row.line);
        }
        Err(error)
    }

    /// Reads on from the line after the first of the row in `raw`, which starts on line `start`.
    fn rewind(&mut self, start: u64) {
        let blank = self.raw.len() - self.raw.trim_ascii_start().len();
        let end = self.raw[blank..].iter().position(|&b| b == b'\n');
        let end = end.map_or(self.raw.len(), |at| blank + at + 1);
        let newlines = self.raw[..end].iter().filter(|&&b| b == b'\n').count();
        self.bytes.put_back(&self.raw[end..]);
        self.parser.reset();
        // A parser counts from line 1.
        self.lines_before = start + newlines as u64 - 1;
    }

    /// Goes on to the end of a line that is too long.
    fn pass_over(&mut self, place: &Place) -> Result<(), Error> {
        let most = self.limit.bytes() * PASSED_OVER;
        let mut passed = (&mut self.bytes).take(most);
        let end = passed.skip_until(b'\n').map_err(|e| failure(place.clone(), e))?;
        if end as u64 == most {
            self.failed = true;
            return Err(Error::Endless { place: place.clone() });
        }
        self.lines_before += self.parser.line();
        self.parser.reset();
        Ok(())
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let mut row = Row::default();
        match self.read(&mut row) {
            Ok(End::File) => None,
            Ok(end) => Some(self.check(&row, end).map(|()| row)),
            Err(error) => {
                self.failed = true;
                Some(Err(error))
            }
        }
    }
}

/// Whether a quote is closed where no cell ends: then it is the opening quote of a later cell, and the rows between
/// were swallowed.
fn closes_in_a_word(row: &[u8], delimiter: u8) -> bool {
    let mut at = At::CellStart;
    for &byte in row {
        at = match (at, byte) {
            (At::CellStart | At::Closed, b'"') => At::Quoted,
            (At::Quoted, b'"') => At::Closed,
            (At::Quoted, _) => At::Quoted,
            (_, b'\r' | b'\n') => At::CellStart,
            (_, byte) if byte == delimiter => At::CellStart,
            (At::Closed, _) => return true,
            _ => At::Bare,
        };
    }
    false
}

/// Where in a row a byte stands; behind a closing quote a second one is a quote within the cell.
#[derive(Clone, Copy)]
enum At {
    CellStart,
    Bare,
    Quoted,
    Closed,
}

/// Whether a row has begun: empty lines before it are none.
fn has_begun(raw: &[u8]) -> bool {
    raw.iter().any(|byte| !matches!(byte, b'\n' | b'\r'))
}

/// Makes `room` longer than `used`.
fn make_room<T: Clone + Default>(room: &mut Vec<T>, used: usize) {
    if room.len() == used {
        room.resize((2 * used).max(64), T::default());
    }
}

/// Bytes of which some are read once more.
struct Rewound {
    again: Cursor<Vec<u8>>,
    inner: Bytes,
}

impl Rewound {
    fn put_back(&mut self, bytes: &[u8]) {
        let mut again = bytes.to_vec();
        let rest = usize::try_from(self.again.position()).unwrap_or(usize::MAX);
        again.extend_from_slice(self.again.get_ref().get(rest..).unwrap_or_default());
        self.again = Cursor::new(again);
    }
}

impl Read for Rewound {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let available = self.fill_buf()?;
        let taken = available.len().min(out.len());
        out[..taken].copy_from_slice(&available[..taken]);
        self.consume(taken);
        Ok(taken)
    }
}

impl BufRead for Rewound {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        match self.again.fill_buf()?.is_empty() {
            true => self.inner.fill_buf(),
            false => self.again.fill_buf(),
        }
    }

    fn consume(&mut self, taken: usize) {
        match self.again.fill_buf().is_ok_and(<[u8]>::is_empty) {
            true => self.inner.consume(taken),
            false => self.again.consume(taken),
        }
    }
}
