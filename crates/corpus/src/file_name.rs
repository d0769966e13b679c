//! Names of files as text.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write;

/// The name of a file as text. A byte that is no UTF-8 becomes `\xe5`, as `ls` shows it, so that two names stay two.
pub(crate) fn shown(name: &OsStr) -> Cow<'_, str> {
    match name.to_str() {
        Some(name) => Cow::Borrowed(name),
        None => Cow::Owned(escaped(name.as_encoded_bytes())),
    }
}

fn escaped(name: &[u8]) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    for chunk in name.utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a string does not fail.
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_no_utf8_stay_apart() {
        assert_eq!(escaped(b"bl\xe5.txt"), "bl\\xe5.txt");
        assert_ne!(escaped(b"\xe5"), escaped(b"\xe6"));
        assert_eq!(shown(OsStr::new("blå.txt")), "blå.txt");
    }
}
