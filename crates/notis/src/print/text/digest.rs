//! A digest: what an editor reads.

use crate::Article;
use crate::output::{Digest, Reason};
use crate::print::doubts::doubts;
use crate::print::escape::visible;
use crate::print::names;
use crate::print::style::Style;
use crate::print::wrap::wrapped;

/// Names shown beside the keywords.
const NAMES: usize = 4;

/// A digest as it is shown: title, where it comes from, topics, the text, what is doubtful in it, names and keywords.
pub(super) fn block(article: &Article, digest: &Digest, style: &Style) -> String {
    let title = style.strong(visible(article.title.as_deref().unwrap_or(&article.id)));
    let beneath = beneath(article, &digest.topics, digest.reason, style);
    let keywords = style.faint(wrapped(&keywords(digest), 2));
    let doubts: String = doubts(digest, &article.text)
        .iter()
        .map(|doubt| format!("{}\n\n", style.evidence(wrapped(doubt, 2))))
        .collect();
    format!(
        "{title}\n  {beneath}\n\n{}\n\n{doubts}{keywords}\n\n",
        text(digest)
    )
}

/// Names, with their kinds where these are asked for, and keywords.
fn keywords(digest: &Digest) -> String {
    let names = match &digest.name_kinds {
        Some(_) => vec![names::of_digest(digest)],
        None => digest.names.iter().take(NAMES).cloned().collect(),
    };
    let all = names
        .iter()
        .filter(|name| !name.is_empty())
        .chain(&digest.keywords);
    all.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The text, the points of a list beneath each other.
fn text(digest: &Digest) -> String {
    if !digest.is_list {
        return wrapped(&digest.text, 2);
    }
    let points = digest
        .sentences
        .iter()
        .map(|s| wrapped(&format!("• {}", s.text), 2));
    points.collect::<Vec<_>>().join("\n")
}

/// The line beneath the title: id, date, publisher, topics and address.
fn beneath(article: &Article, topics: &[String], reason: Option<Reason>, style: &Style) -> String {
    let id = article.title.as_ref().map(|_| style.faint(visible(&article.id)));
    let [date, source, url] = [&article.date, &article.source, &article.url]
        .map(|known| known.as_deref().map(|text| style.faint(visible(text))));
    let tags: Vec<_> = topics.iter().map(|t| style.topic(visible(t))).collect();
    let tags = if tags.is_empty() {
        style.faint(no_topic(reason))
    } else {
        tags.join(", ")
    };
    let parts: Vec<_> = id
        .into_iter()
        .chain(date)
        .chain(source)
        .chain([tags])
        .chain(url)
        .collect();
    parts.join(&style.faint(" · "))
}

fn no_topic(reason: Option<Reason>) -> String {
    let why = reason.map(|reason| format!(" ({})", reason.as_str().replace('_', " ")));
    format!("no topic{}", why.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::doubts::tests::doubtful;

    #[test]
    fn doubts_stand_between_the_text_and_the_keywords() {
        let (article, digest) = doubtful();
        let shown = block(&article, &digest, &Style::default());
        assert_eq!(
            shown.lines().skip(3).collect::<Vec<_>>(),
            [
                "  Elva steig 3 meter i Flåm. Flåm ventar.",
                "",
                "  not in the article: 3, Flåm",
                "",
                "  not read: the last 57 % of the article, from «Vegen er stengd ved …»",
                "",
                "",
                ""
            ]
        );
    }
}
