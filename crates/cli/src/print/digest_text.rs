//! `digest --format text`: what an editor reads.

use notis_corpus::Article;

use super::Digested;
use super::digest_doubts::doubts;
use super::wrap::wrapped;
use crate::palette::Palette;

/// Names shown beside the keywords.
const NAMES: usize = 4;

/// A digest as it is shown: title, where it comes from, topics, the text, what is doubtful in it, names and keywords.
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
    let doubts: String = doubts(digest, &article.text)
        .iter()
        .map(|doubt| format!("{}\n\n", palette.evidence(wrapped(doubt, 2))))
        .collect();
    format!(
        "{title}\n  {beneath}\n\n{}\n\n{doubts}{keywords}\n\n",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::digest_doubts::tests::shown;

    #[test]
    fn doubts_stand_between_the_text_and_the_keywords() {
        let shown = shown(|digested| block(digested, Palette::PLAIN));
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
