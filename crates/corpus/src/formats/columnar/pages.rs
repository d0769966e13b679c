//! A Parquet file as its library reads it, stretch by stretch; what a page claims to unpack to is checked before it is.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};

use super::source::Source;
use crate::decode::check_ratio;
use crate::limits::{MOST_DESCRIPTION, MOST_VALUES};

/// Bytes of the footer behind a file's description: its length and the mark.
const FOOTER: u64 = 8;

/// How many values the pages of a batch hold.
pub(super) type Values = Arc<AtomicU64>;

/// A file whose pages are looked at before they are unpacked.
pub(super) struct Pages {
    source: Source,
    /// Values of the pages that were opened since the last batch.
    pub(super) values: Values,
}

impl Pages {
    pub(super) fn of(source: Source) -> Self {
        let values = Values::default();
        Pages { source, values }
    }
}

impl Length for Pages {
    fn len(&self) -> u64 {
        self.source.length
    }
}

impl ChunkReader for Pages {
    type T = Head;

    /// Called for the footer, and for the head of each page.
    fn get_read(&self, start: u64) -> Result<Head> {
        let is_footer = start + FOOTER == self.source.length;
        Ok(Head {
            bytes: BufReader::with_capacity(HEAD, self.source.at(start)?),
            unchecked: (!is_footer).then(|| self.values.clone()),
        })
    }

    /// Called for the description of the file, and for the body of each page.
    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        let length = length as u64;
        let is_description = start.saturating_add(length + FOOTER) == self.source.length;
        if is_description && length > MOST_DESCRIPTION {
            let claims = format!("it claims a description of {length} bytes");
            return Err(ParquetError::General(claims));
        }
        Ok(self.source.stretch(start, length)?.into())
    }
}

/// Bytes that the fields of a page's head which are looked at may take: five numbers.
const HEAD: usize = 4096;

/// The bytes from the head of a page on. It is looked at when it is read, for the library opens it without reading it where
/// it knows the head already.
pub(super) struct Head {
    bytes: BufReader<File>,
    unchecked: Option<Values>,
}

impl Read for Head {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(values) = self.unchecked.take() {
            let head = self.bytes.fill_buf()?;
            let claim = Claim::of(head).ok_or_else(|| io::Error::other("the head of a page is none"))?;
            claim.check(&values).map_err(io::Error::other)?;
        }
        self.bytes.read(out)
    }
}

/// What the head of a page says of it.
struct Claim {
    unpacked: u64,
    packed: u64,
    values: u64,
}

impl Claim {
    /// Reads the first fields of a head, in Thrift's compact form: every writer begins with the type and the sizes, and
    /// then, perhaps behind a checksum, the number of values.
    fn of(head: &[u8]) -> Option<Self> {
        let mut head = Fields(head);
        let (_kind, unpacked, packed) = (head.number()?, head.number()?, head.number()?);
        if head.0.first() == Some(&NEXT_NUMBER) {
            head.zigzag()?;
        }
        let (opened, rest) = head.0.split_first()?;
        let is_struct = opened & 0x0f == STRUCT;
        let values = if is_struct { Fields(rest).number()? } else { 0 };
        Some(Claim {
            unpacked,
            packed,
            values,
        })
    }

    fn check(&self, values: &Values) -> std::result::Result<(), String> {
        check_ratio(self.unpacked, self.packed)?;
        let all = values
            .fetch_add(self.values, Ordering::Relaxed)
            .saturating_add(self.values);
        if all > MOST_VALUES {
            return Err(format!(
                "it claims {all} values in a few rows, which no articles have"
            ));
        }
        Ok(())
    }
}

/// What stands before a number that is the field behind the last one, and the mark of a struct, in Thrift's compact form.
const NEXT_NUMBER: u8 = 0x15;
const STRUCT: u8 = 0x0c;

/// Fields of a struct, one after another.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    /// The next field, where it is a number that is not below 0.
    fn number(&mut self) -> Option<u64> {
        let zigzag = self.zigzag()?;
        (zigzag & 1 == 0).then_some(zigzag >> 1)
    }

    /// The next field, where it is a number, with its sign in the lowest bit.
    fn zigzag(&mut self) -> Option<u64> {
        let (&NEXT_NUMBER, rest) = self.0.split_first()? else {
            return None;
        };
        let end = rest.iter().take(10).position(|byte| byte & 0x80 == 0)?;
        let (bytes, rest) = rest.split_at(end + 1);
        let digits = bytes.iter().rev().map(|byte| u64::from(byte & 0x7f));
        let zigzag = digits.fold(0_u64, |number, digit| number << 7 | digit);
        self.0 = rest;
        Some(zigzag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(head: &[u8]) -> std::result::Result<(), String> {
        let claim = Claim::of(head).ok_or("no head")?;
        claim.check(&Values::default())
    }

    #[test]
    fn what_a_page_claims_is_held_against_its_size() {
        // A data page of 10 bytes that unpacks to 20 and holds 3 values; then one with a checksum.
        assert_eq!(claim(&[0x15, 0, 0x15, 40, 0x15, 20, 0x2c, 0x15, 6]), Ok(()));
        assert_eq!(
            claim(&[0x15, 0, 0x15, 40, 0x15, 20, 0x15, 9, 0x1c, 0x15, 6]),
            Ok(())
        );
        let swollen = [
            0x15, 0, 0x15, 0xfe, 0xff, 0xff, 0xff, 0x0f, 0x15, 20, 0x2c, 0x15, 6,
        ];
        assert!(claim(&swollen).unwrap_err().contains("times its size"));
        let runs = [
            0x15, 0, 0x15, 40, 0x15, 20, 0x2c, 0x15, 0xfe, 0xff, 0xff, 0xff, 0x0f,
        ];
        assert!(claim(&runs).unwrap_err().contains("2147483647 values"));
        for broken in [&[0x15, 0][..], &[0x15, 0, 0x25, 40], &[0x15, 0x80], &[]] {
            assert!(claim(broken).is_err(), "{broken:?}");
        }
    }
}
