//! A part of a file or a stream: a message, and the bytes it speaks of.

use arrow_buffer::Buffer;
use arrow_ipc::{Message, root_as_message};

use crate::decode::check_ratio;
use crate::limits::MOST_BATCH;

/// What stands before the length of a message, since 2019.
pub(super) const CONTINUES: u32 = u32::MAX;

/// A message and its bytes.
pub(super) struct Part {
    message: Vec<u8>,
    pub(super) body: Buffer,
}

/// How many bytes a message speaks of.
pub(super) fn body_length(message: &[u8]) -> Result<u64, String> {
    size(parsed(message)?.bodyLength())
}

/// How many bytes something claims to have.
pub(super) fn size(claimed: i64) -> Result<u64, String> {
    u64::try_from(claimed).map_err(|_| format!("it claims {claimed} bytes"))
}

fn parsed(message: &[u8]) -> Result<Message<'_>, String> {
    root_as_message(message).map_err(|_| "a message of it is broken".to_owned())
}

impl Part {
    /// A part, once what its packed buffers claim to unpack to is held against their size.
    pub(super) fn checked(message: Vec<u8>, body: Vec<u8>) -> Result<Self, String> {
        let body = Buffer::from_vec(body);
        let part = Part { message, body };
        part.check()?;
        Ok(part)
    }

    pub(super) fn message(&self) -> Result<Message<'_>, String> {
        parsed(&self.message)
    }

    fn check(&self) -> Result<(), String> {
        let message = self.message()?;
        let batch = message.header_as_record_batch();
        let batch = batch.or_else(|| message.header_as_dictionary_batch()?.data());
        let Some(batch) = batch.filter(|batch| batch.compression().is_some()) else {
            return Ok(());
        };
        let mut claimed = 0_u64;
        for buffer in batch.buffers().into_iter().flatten() {
            let start = usize::try_from(buffer.offset()).unwrap_or(usize::MAX);
            let Some(prefix) = self.body.get(start..).and_then(|rest| rest.first_chunk()) else {
                continue;
            };
            // -1 says that a buffer is not packed.
            claimed = claimed.saturating_add(u64::try_from(i64::from_le_bytes(*prefix)).unwrap_or(0));
        }
        if claimed > MOST_BATCH {
            return Err(format!(
                "it claims {claimed} bytes in one batch (limit {MOST_BATCH}); write it in smaller ones"
            ));
        }
        check_ratio(claimed, self.body.len() as u64)
    }
}
