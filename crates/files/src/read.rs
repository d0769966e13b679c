//! Files that are read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::fault::Step;

/// A file to read from.
#[derive(Debug)]
pub struct Reader(File);

/// Opens a file to read from.
///
/// # Errors
/// Where the system cannot open it.
pub fn open(path: &Path) -> io::Result<Reader> {
    Step::Read.go()?;
    File::open(path).map(Reader)
}

/// All bytes of a file.
///
/// # Errors
/// Where the system cannot open or read it.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl Read for Reader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        Step::Read.go()?;
        self.0.read(out)
    }

    /// By the size of the file, as [`std::fs::read`] does.
    fn read_to_end(&mut self, out: &mut Vec<u8>) -> io::Result<usize> {
        Step::Read.go()?;
        self.0.read_to_end(out)
    }
}
