//! Arrow IPC, files and streams: a batch of rows at a time, as they were written.

mod file;
mod part;
mod stream;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_ipc::MessageHeader;
use arrow_ipc::reader::{read_dictionary, read_record_batch};
use arrow_schema::{ArrowError, SchemaRef};

use self::part::Part;
use super::columns::Columns;
use super::guard::guarded;
use super::rows::Rows;
use crate::detect::ARROW;
use crate::formats::Records;
use crate::input::Input;
use crate::{Error, Place, ReadOptions};

/// The parts of a file or a stream, in their order.
type Parts = Box<dyn Iterator<Item = Result<Part, Error>> + Send>;

/// What a file or a stream holds, its parts, and how many bytes it has, or has had so far.
type Opened = (SchemaRef, Parts, Arc<AtomicU64>);

/// The articles of a file or a stream, a row each.
pub(super) fn open(input: Input, options: &ReadOptions) -> Result<Records, Error> {
    let (place, names) = (input.place(), (input.file.clone(), input.name.clone()));
    let (schema, parts, taken) = match input.head.starts_with(ARROW) {
        true => file::open(input)?,
        false => stream::open(input)?,
    };
    let columns = Columns::new(&schema, &place, options)?;
    let batches = Batches {
        parts,
        place,
        schema,
        read: columns.read.clone(),
        dictionaries: HashMap::new(),
    };
    Ok(Box::new(Rows::new(batches, columns, names, options, taken)))
}

/// Rows as they were written together.
struct Batches {
    parts: Parts,
    place: Place,
    schema: SchemaRef,
    read: Vec<usize>,
    dictionaries: HashMap<i64, ArrayRef>,
}

impl Batches {
    /// The rows of a part, `None` where it holds none.
    fn rows(&mut self, part: &Part) -> Result<Option<RecordBatch>, String> {
        let message = part.message()?;
        let (body, version, said) = (&part.body, message.version(), |e: ArrowError| e.to_string());
        match message.header_type() {
            MessageHeader::DictionaryBatch => {
                let batch = message
                    .header_as_dictionary_batch()
                    .ok_or("a dictionary is broken")?;
                read_dictionary(body, batch, &self.schema, &mut self.dictionaries, &version).map_err(said)?;
                Ok(None)
            }
            MessageHeader::RecordBatch => {
                let batch = message.header_as_record_batch().ok_or("a batch is broken")?;
                let (schema, read) = (self.schema.clone(), Some(self.read.as_slice()));
                let rows = read_record_batch(body, batch, schema, &self.dictionaries, read, &version);
                rows.map(Some).map_err(said)
            }
            _ => Ok(None),
        }
    }
}

impl Iterator for Batches {
    type Item = Result<RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let part = match self.parts.next()? {
                Ok(part) => part,
                Err(error) => return Some(Err(error)),
            };
            let place = self.place.clone();
            if let Some(rows) = guarded(&place, || self.rows(&part)).transpose() {
                return Some(rows);
            }
        }
    }
}
