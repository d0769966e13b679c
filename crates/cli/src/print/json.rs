//! JSON Lines.

use anyhow::Result;
use serde::Serialize;

/// `value` as one line.
pub(crate) fn line(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}
