//! What the desk answers, as objects that serialise to the JSON Lines of the command line. Their names and meanings are a
//! contract: fields are added, none changes or goes. Every `start` and `end` is a byte offset into the article's text
//! exactly as it was read, or into its title where `field` says so.

mod analysis;
mod classification;
mod digest;
mod group;
mod report;
mod summary;

pub use analysis::{Analysis, Mention, SentenceSpan, TokenSpan, TypedBlock};
pub use classification::{Classification, Decision, Evidence, Reason, Scores, Tag};
pub(crate) use classification::{evidence, tags};
pub use digest::{Digest, DigestSentence, Edit, Keyword, Name, Place};
pub use group::{GroupArticle, GroupDigest, GroupSentence};
pub use report::{DigestReport, Stumbles, SystemScore};
pub use summary::{Summary, SummaryRow};

use serde::Serialize;

use crate::Error;

/// `value` as a line of JSON.
///
/// # Errors
/// Where it has no form in JSON; the objects here have one.
pub fn json_line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut line = serde_json::to_vec(value).map_err(Error::output)?;
    line.push(b'\n');
    Ok(line)
}
