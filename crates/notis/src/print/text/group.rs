//! The digest of a group.

use crate::output::GroupDigest;
use crate::print::Style;
use crate::print::escape::visible;
use crate::print::wrap::wrapped;

/// Articles named beneath a group.
const ARTICLES: usize = 6;

/// A group as it is shown: its name, its articles, the text.
pub(super) fn block(digest: &GroupDigest, style: &Style) -> String {
    let beneath = wrapped(&facts(digest), 2);
    let (name, beneath) = (style.strong(visible(&digest.group)), style.faint(beneath));
    format!("{name}\n{beneath}\n\n{}\n\n", wrapped(&digest.text, 2))
}

/// How many articles, which ones, and where they were published.
pub(in crate::print) fn facts(digest: &GroupDigest) -> String {
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
