//! How much of an input is taken: what is longer is refused with its size and what allows it.

use std::fmt;
use std::str::FromStr;

use crate::OptionError;

/// Bytes that an archive or a packed file may unpack to for each of its own, once it is larger than [`RATIO_FREE`].
/// Deflate cannot reach more than 1,032; news text in JSON Lines lies between 2 and 10.
pub(crate) const MOST_RATIO: u64 = 500;
/// Below so many unpacked bytes the ratio says little: a small file of one sentence repeated is no bomb.
pub(crate) const RATIO_FREE: u64 = 64 << 20;
/// The most bytes that a ZIP container may hold, unpacked: it is read in memory.
pub(crate) const UNPACKED: Size = Size::new(256_000_000);
/// The most bytes that the description of a table in columns may have: a footer, a message. A file of 2 GB in row groups of
/// a megabyte needs 4 MB.
#[cfg(feature = "columnar")]
pub(crate) const MOST_DESCRIPTION: u64 = 64 << 20;
/// The most bytes that a batch of Arrow may unpack to: it is unpacked whole. A page of Parquet cannot claim more.
#[cfg(feature = "columnar")]
pub(crate) const MOST_BATCH: u64 = 2 << 30;
/// The most values that may be unpacked for one batch of rows: for each of the fields, a page that holds all two million values
/// of a large row group. Runs of one value take no room in the file, so that its size says nothing.
#[cfg(feature = "columnar")]
pub(crate) const MOST_VALUES: u64 = 1 << 25;
/// The longest header of a table, in bytes: ten thousand columns of a hundred letters.
pub(crate) const MOST_HEADER: u64 = 1 << 20;
/// How many limits' worth of a record that is too long are passed over in search of its end.
pub(crate) const PASSED_OVER: u64 = 64;

/// A number of bytes, written `16MB`, `512kB`, `1GB` or in plain digits.
///
/// ```
/// let size: notis_corpus::Size = "16MB".parse().unwrap();
/// assert_eq!(size.bytes(), 16_000_000);
/// assert_eq!(size.to_string(), "16 MB");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size(u64);

/// The units of a size, the largest first.
const UNITS: [(&str, u64); 4] = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("B", 1)];

impl Size {
    /// The most bytes that one article may have where nothing else is said.
    pub const ARTICLE: Size = Size(16_000_000);

    /// So many bytes.
    pub const fn new(bytes: u64) -> Self {
        Size(bytes)
    }

    /// The number.
    pub const fn bytes(self) -> u64 {
        self.0
    }
}

impl FromStr for Size {
    type Err = OptionError;

    fn from_str(given: &str) -> Result<Self, OptionError> {
        let wrong = || {
            OptionError(format!(
                "«{given}» is not a size; write a number of bytes, for example 16MB or 500000"
            ))
        };
        let digits = given.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let unit = &given[digits.len()..];
        let known = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit));
        let factor = match known {
            Some((_, factor)) => *factor,
            None if unit.is_empty() => 1,
            None => return Err(wrong()),
        };
        let number: u64 = digits.trim().parse().map_err(|_| wrong())?;
        let bytes = number.checked_mul(factor).filter(|bytes| *bytes > 0);
        bytes.map(Size).ok_or_else(wrong)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fits = UNITS.iter().find(|(_, factor)| self.0.is_multiple_of(*factor));
        let (unit, factor) = fits.copied().unwrap_or(("B", 1));
        write!(f, "{} {unit}", self.0 / factor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        let read = |given: &str| given.parse::<Size>().map(Size::bytes).ok();
        assert_eq!(read("100mb"), Some(100_000_000));
        assert_eq!(read("512"), Some(512));
        assert_eq!(read("1 GB"), Some(1_000_000_000));
        for wrong in ["", "MB", "0", "-1", "1.5MB", "16 MiB", "99999999999GB"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(Size::new(1500).to_string(), "1500 B");
    }
}
