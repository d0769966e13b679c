//! Bytes packed as other programs pack them.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// `bytes` in gzip.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).expect("memory takes it");
    packer.finish().expect("memory takes it")
}

/// A container of these members, each name once.
pub fn zipped(members: impl IntoIterator<Item = (impl Into<String>, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        if zip.start_file(name.into(), SimpleFileOptions::default()).is_ok() {
            zip.write_all(&bytes).expect("memory takes it");
        }
    }
    zip.finish().expect("memory takes it").into_inner()
}
