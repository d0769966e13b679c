//! Topics as Media Topics of the IPTC.

use crate::output::Tag;

/// Where the IPTC lists them.
pub(super) const MEDIA_TOPICS: &str = "http://cv.iptc.org/newscodes/mediatopic/";
/// What stands before their numbers in definitions.
const MEDIA_TOPIC: &str = "medtop:";

/// What a topic is called, or its id.
pub(super) fn name(tag: &Tag) -> &str {
    tag.name.as_deref().unwrap_or(&tag.topic)
}

/// The number of the Media Topic that it is, and not only a part of.
pub(super) fn own_media_topic(tag: &Tag) -> Option<&str> {
    media_topic(tag).filter(|_| !tag.shares_iptc)
}

/// The number of its Media Topic.
pub(super) fn media_topic(tag: &Tag) -> Option<&str> {
    tag.iptc.as_deref()?.strip_prefix(MEDIA_TOPIC)
}
