//! `digest --by … --format text`.

use notis_summarizer::group::GroupDigest;

use super::wrap::wrapped;
use crate::palette::Palette;

/// Articles named beneath a group.
const ARTICLES: usize = 6;

/// A group as it is shown: its name, its articles, the text.
pub(crate) fn block(digest: &GroupDigest, palette: Palette) -> String {
    let beneath = wrapped(&beneath(digest), 2);
    let (name, beneath) = (palette.strong(&digest.group), palette.faint(beneath));
    format!("{name}\n{beneath}\n\n{}\n\n", wrapped(&digest.text, 2))
}

/// How many articles, which ones, and where they were published.
pub(super) fn beneath(digest: &GroupDigest) -> String {
    let count = digest.articles.len();
    let articles = if count == 1 { "article" } else { "articles" };
    let more = if count > ARTICLES { ", …" } else { "" };
    let ids = digest.articles[..count.min(ARTICLES)].join(", ");
    let sources = if digest.sources.is_empty() {
        String::new()
    } else {
        format!(" ({})", digest.sources.join(", "))
    };
    format!("{count} {articles}: {ids}{more}{sources}")
}
