//! `digest --by … --format markdown`.

use notis_summarizer::group::GroupDigest;

use super::digest_markdown::escaped;
use super::group_text::beneath;

/// A group under a heading of its own.
pub(crate) fn block(digest: &GroupDigest) -> String {
    let (name, beneath) = (escaped(&digest.group), escaped(&beneath(digest)));
    format!("## {name}\n\n{}\n\n*{beneath}*\n\n", escaped(&digest.text))
}
