//! The parts of a file, which a list at its end names.

use std::sync::Arc;

use arrow_ipc::convert::fb_to_schema;
use arrow_ipc::{Block, root_as_footer};
use arrow_schema::SchemaRef;

use super::Opened;
use super::part::{CONTINUES, Part, body_length, size};
use crate::Error;
use crate::detect::ARROW;
use crate::formats::columnar::guard::guarded;
use crate::formats::columnar::source::Source;
use crate::input::Input;
use crate::limits::MOST_DESCRIPTION;

/// Bytes of the length of the list and the mark behind it.
const END: u64 = 10;

/// Dictionaries come first.
pub(super) fn open(input: Input) -> Result<Opened, Error> {
    let place = input.place();
    let source = Source::of(input, ARROW)?;
    let (schema, blocks) = guarded(&place, || listed(&source))?;
    let length = Arc::new(source.length.into());
    let parts = blocks
        .into_iter()
        .map(move |block| guarded(&place, || part(&source, &block)));
    Ok((schema, Box::new(parts), length))
}

fn listed(source: &Source) -> Result<(SchemaRef, Vec<Block>), String> {
    let read = |start, length| source.stretch(start, length).map_err(|e| e.to_string());
    let end = read(source.length.saturating_sub(END), END)?;
    let length = end
        .strip_suffix(ARROW)
        .and_then(|length| Some(u32::from_le_bytes(length.try_into().ok()?)));
    let length = length.map(u64::from).ok_or("it ends too early")?;
    if length > MOST_DESCRIPTION {
        return Err(format!("it claims a description of {length} bytes"));
    }
    let start = source
        .length
        .checked_sub(END + length)
        .ok_or("it ends too early")?;
    let list = read(start, length)?;
    let footer = root_as_footer(&list).map_err(|_| "the list of its parts is broken")?;
    let schema = footer.schema().ok_or("it does not say what it holds")?;
    let dictionaries = footer.dictionaries().into_iter().flatten();
    let batches = footer.recordBatches().into_iter().flatten();
    Ok((
        Arc::new(fb_to_schema(schema)),
        dictionaries.chain(batches).copied().collect(),
    ))
}

fn part(source: &Source, block: &Block) -> Result<Part, String> {
    let read = |start, length| source.stretch(start, length).map_err(|e| e.to_string());
    let (start, length) = (size(block.offset())?, size(block.metaDataLength().into())?);
    let mut message = read(start, length)?;
    let before = if message.starts_with(&CONTINUES.to_le_bytes()) {
        8
    } else {
        4
    };
    message.drain(..before.min(message.len()));
    let body = read(start.saturating_add(length), body_length(&message)?)?;
    Part::checked(message, body)
}
