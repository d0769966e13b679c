//! The parts of a stream, one after another.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_ipc::convert::fb_to_schema;

use super::Opened;
use super::part::{CONTINUES, Part, body_length};
use crate::decode::{self, Bytes};
use crate::formats::columnar::guard::guarded;
use crate::input::Input;
use crate::limits::MOST_DESCRIPTION;
use crate::{Error, Place};

/// The first part says what it holds.
pub(super) fn open(input: Input) -> Result<Opened, Error> {
    let (place, taken) = (input.place(), Arc::<AtomicU64>::default());
    let mut parts = Stream {
        bytes: input.bytes,
        place: place.clone(),
        taken: taken.clone(),
    };
    let Some(first) = parts.part()? else {
        return Err(parts.damaged("it ends before it says what it holds"));
    };
    let schema = guarded(&place, || {
        let schema = first.message()?.header_as_schema();
        let schema = schema.ok_or_else(|| "it does not begin with what it holds".to_owned())?;
        Ok::<_, String>(Arc::new(fb_to_schema(schema)))
    })?;
    Ok((schema, Box::new(parts), taken))
}

struct Stream {
    bytes: Bytes,
    place: Place,
    taken: Arc<AtomicU64>,
}

impl Stream {
    fn part(&mut self) -> Result<Option<Part>, Error> {
        let length = match self.number()? {
            Some(CONTINUES) => self.number()?,
            other => other,
        };
        let Some(length) = length.filter(|&length| length > 0) else {
            return Ok(None);
        };
        if u64::from(length) > MOST_DESCRIPTION {
            return Err(self.damaged(&format!("it claims a message of {length} bytes")));
        }
        let message = self.read(length.into())?;
        let length = guarded(&self.place, || body_length(&message))?;
        let body = self.read(length)?;
        guarded(&self.place, || Part::checked(message, body)).map(Some)
    }

    /// The next four bytes, `None` at the end.
    fn number(&mut self) -> Result<Option<u32>, Error> {
        let failed = |error| decode::failure(self.place.clone(), error);
        if self.bytes.fill_buf().map_err(failed)?.is_empty() {
            return Ok(None);
        }
        let bytes = self.read(4)?;
        Ok(bytes.try_into().ok().map(u32::from_le_bytes))
    }

    /// The next bytes. No more room is taken than there are bytes.
    fn read(&mut self, length: u64) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let read = (&mut self.bytes).take(length).read_to_end(&mut bytes);
        read.map_err(|error| decode::failure(self.place.clone(), error))?;
        self.taken.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        match bytes.len() as u64 == length {
            true => Ok(bytes),
            false => Err(self.damaged("it ends too early")),
        }
    }

    fn damaged(&self, reason: &str) -> Error {
        Error::Damaged {
            place: self.place.clone(),
            reason: reason.to_owned(),
        }
    }
}

impl Iterator for Stream {
    type Item = Result<Part, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.part().transpose()
    }
}
