//! The digest of a group.

use crate::output::{GroupArticle, GroupDigest};
use crate::print::escape::visible;
use crate::print::names;
use crate::print::style::Style;
use crate::print::wrap::wrapped;

/// Articles named beneath a group.
const ARTICLES: usize = 6;

/// A group as it is shown: its name, how many articles it has, the text with who says what, the articles.
pub(super) fn block(digest: &GroupDigest, style: &Style) -> String {
    let name = style.strong(visible(&digest.group));
    let facts = style.faint(wrapped(&facts(digest), 2));
    let text: String = paragraphs(digest)
        .map(|text| wrapped(&text, 2) + "\n\n")
        .collect();
    let listed = digest.items.iter().filter(|item| item.title.is_some());
    let articles: Vec<_> = listed
        .take(ARTICLES)
        .map(|item| format!("  {}\n", visible(&line(item))))
        .collect();
    let names = match names::of_group(digest) {
        told if told.is_empty() => told,
        told => format!("{}\n\n", style.faint(wrapped(&told, 2))),
    };
    let gap = if articles.is_empty() { "" } else { "\n" };
    format!(
        "{name}\n{facts}\n\n{text}{names}{}{gap}",
        style.faint(articles.concat())
    )
}

/// The paragraphs of a group's digest; where several publishers speak, each says who it is.
pub(in crate::print) fn paragraphs(digest: &GroupDigest) -> impl Iterator<Item = String> {
    let several = digest.sources.len() > 1;
    digest.paragraphs().map(move |(from, text)| match &from.source {
        Some(source) if several => format!("{text} ({source})"),
        _ => text,
    })
}

/// An article of a group in a line: date, title, publisher, link.
pub(in crate::print) fn line(item: &GroupArticle) -> String {
    let parts = [&item.date, &item.title, &item.source, &item.link];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(" · ")
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
