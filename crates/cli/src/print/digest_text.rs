//! `digest --format text`: what an editor reads.

use notis_corpus::Article;

use super::Digested;
use super::wrap::wrapped;
use crate::palette::Palette;

/// Names shown beside the keywords.
const NAMES: usize = 4;

/// A digest as it is shown: title, where it comes from, topics, the text, names and keywords.
pub(crate) fn block(digested: &Digested<'_>, palette: Palette) -> String {
    let Digested {
        article,
        topics,
        names,
        digest,
    } = digested;
    let title = palette.strong(article.title.as_deref().unwrap_or(&article.id));
    let beneath = beneath(article, topics, palette);
    let names = names.iter().take(NAMES).map(|name| name.name.as_str());
    let keywords = digest.keywords.iter().map(|k| k.text.as_str());
    let keywords: Vec<_> = names.chain(keywords).collect();
    let keywords = palette.faint(wrapped(&keywords.join(", "), 2));
    format!(
        "{title}\n  {beneath}\n\n{}\n\n{keywords}\n\n",
        wrapped(&digest.text, 2)
    )
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
