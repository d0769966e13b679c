//! What the desk answers, as objects that serialise to the JSON Lines of the command line. Their names and meanings are a
//! contract: fields are added, none changes or goes. Every `start` and `end` is a byte offset into the article's text
//! exactly as it was read, or into its title where `field` says so.

mod analysis;
mod classification;
#[cfg(test)]
mod contract;
mod digest;
mod discovery;
mod drift;
mod group;
mod origin;
mod report;
mod summary;

pub(crate) use analysis::tokens;
pub use analysis::{Analysis, EntitySpan, Mention, SentenceSpan, TokenSpan, TypedBlock};
pub use classification::{Classification, Decision, Evidence, EvidenceOrigin, Nearest, Reason, Scores, Tag};
pub(crate) use classification::{evidence, tags};
pub use digest::{Digest, DigestSentence, Edit, Keyword, Name, Place};
pub use discovery::{
    Agreement, ArticleRef, Counted, DiscoveredTopic, DiscoveryReport, DiscoveryScores, LabelAgreement,
    Overlap, TopicKeyword,
};
pub use drift::{ChangedTopic, Corrected, DriftMonth, DriftReport, NewWord};
pub use group::{GroupArticle, GroupDigest, GroupName, GroupSentence};
pub use origin::Origin;
pub use report::{DigestReport, Stumbles, SystemScore};
pub use summary::{Summary, SummaryRow};

use serde::Serialize;

use crate::Error;

/// `value` as a line of JSON in which no control character stands raw.
///
/// # Errors
/// Where it has no form in JSON; the objects here have one.
pub fn json_line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut line = Vec::with_capacity(512);
    serde_json::to_writer(&mut line, value).map_err(Error::output)?;
    line.push(b'\n');
    Ok(escaped(line))
}

/// The line with the control characters from U+007F to U+009F escaped, some of which a terminal obeys: `serde_json` escapes
/// those below U+0020 alone. Asking each string while it is written, and writing words by way of maps, was a sixth of the
/// instructions of `analyze`; looking through the whole line afterwards is less than one in a hundred.
fn escaped(line: Vec<u8>) -> Vec<u8> {
    if controls(&line).next().is_none() {
        return line;
    }
    let (mut safe, mut done) = (Vec::with_capacity(line.len() + 16), 0);
    for (at, character) in controls(&line) {
        safe.extend_from_slice(&line[done..at]);
        safe.extend_from_slice(format!("\\u00{character:02x}").as_bytes());
        done = at + if character == DELETE { 1 } else { 2 };
    }
    safe.extend_from_slice(&line[done..]);
    safe
}

const DELETE: u8 = 0x7f;

/// Where these control characters stand in a line of UTF-8, and their numbers. All begin with one of two bytes, and a search
/// for these reads many at a time.
fn controls(line: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    memchr::memchr2_iter(DELETE, 0xc2, line).filter_map(|at| match line[at] {
        DELETE => Some((at, DELETE)),
        _ => Some((at, line[at + 1])).filter(|&(_, number)| number < 0xa0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_stands_raw_in_json() {
        let line = json_line(&["a\u{1b}\u{7f}\u{9b}31m\u{85}å«\u{a0}»\n"]).unwrap();
        let line = String::from_utf8(line).unwrap();
        assert_eq!(line, "[\"a\\u001b\\u007f\\u009b31m\\u0085å«\u{a0}»\\n\"]\n");
        let read: Vec<String> = serde_json::from_str(&line).unwrap();
        assert_eq!(read[0], "a\u{1b}\u{7f}\u{9b}31m\u{85}å«\u{a0}»\n");
    }
}
