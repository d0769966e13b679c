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
pub use analysis::{Analysis, Mention, SentenceSpan, TokenSpan, TypedBlock};
pub use classification::{Classification, Decision, Evidence, Nearest, Reason, Scores, Tag};
pub(crate) use classification::{evidence, tags};
pub use digest::{Digest, DigestSentence, Edit, Keyword, Name, Place};
pub use discovery::{
    Agreement, ArticleRef, Counted, DiscoveredTopic, DiscoveryReport, DiscoveryScores, LabelAgreement,
    Overlap, TopicKeyword,
};
pub use drift::{ChangedTopic, Corrected, DriftMonth, DriftReport, NewWord};
pub use group::{GroupArticle, GroupDigest, GroupSentence};
pub use origin::Origin;
pub use report::{DigestReport, Stumbles, SystemScore};
pub use summary::{Summary, SummaryRow};

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

use crate::Error;

/// `value` as a line of JSON.
///
/// # Errors
/// Where it has no form in JSON; the objects here have one.
pub fn json_line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut line = Vec::with_capacity(512);
    let mut serializer = serde_json::Serializer::with_formatter(&mut line, Harmless);
    value.serialize(&mut serializer).map_err(Error::output)?;
    line.push(b'\n');
    Ok(line)
}

/// JSON in which no control character stands raw: `serde_json` escapes those below U+0020, this those from U+007F to
/// U+009F too, some of which a terminal obeys.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, mut text: &str) -> io::Result<()> {
        while let Some(at) = first_control(text) {
            let (harmless, rest) = text.split_at(at);
            let control = rest.chars().next().unwrap_or_default();
            write!(out, "{harmless}\\u{:04x}", u32::from(control))?;
            text = &rest[control.len_utf8()..];
        }
        out.write_all(text.as_bytes())
    }
}

/// Where the first control character of `text`, which `serde_json` has rid of those below U+0020, begins. All that are
/// left begin with one of two bytes, and a search for these reads many at a time: asking each character took 16 % of the
/// instructions of `analyze`.
fn first_control(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(0x7f, 0xc2, bytes).find(|&at| bytes[at] == 0x7f || bytes[at + 1] < 0xa0)
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
