//! `digest --format text`: what an editor reads.

use std::fmt::Write;

use notis_corpus::Article;
use notis_summarizer::Digest;

use super::wrap::wrapped;
use crate::palette::Palette;

/// A digest as it is shown: title, where it comes from, topics, the text.
pub(crate) fn block(article: &Article, digest: &Digest, topics: &[String], palette: Palette) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{}",
        palette.strong(article.title.as_deref().unwrap_or(&article.id))
    );
    let _ = writeln!(out, "  {}", beneath(article, topics, palette));
    let _ = writeln!(out, "\n{}\n", wrapped(&digest.text, 2));
    out
}

/// The line beneath the title: id, date and topics.
fn beneath(article: &Article, topics: &[String], palette: Palette) -> String {
    let id = article.title.as_ref().map(|_| palette.faint(&article.id));
    let date = article.date.as_ref().map(|date| palette.faint(date));
    let tags: Vec<_> = topics.iter().map(|t| palette.topic(t)).collect();
    let tags = if tags.is_empty() {
        palette.faint("no topic")
    } else {
        tags.join(", ")
    };
    let parts: Vec<_> = id.into_iter().chain(date).chain([tags]).collect();
    parts.join(&palette.faint(" · "))
}
