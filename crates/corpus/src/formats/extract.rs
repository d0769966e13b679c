//! The article on a web page: what is no part of any is taken out; then the place that the page itself names as the
//! article is held against what readability finds.
//!
//! Each rule and each number was weighed on the 990 pages of trafilatura's evaluation (`benches/compare/pages.py`,
//! 2026-11-28), where readability and the words
//! for clutter have an F1 of 0.891, captions left aside 0.895, and all rules together 0.902.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::Hint;
use crate::hints::{Composer, HintKind};
use crate::markup;

/// What no reader of a newspaper takes for the article: consent bars, teasers, plugs. Looked for in classes and ids.
/// Not «paywall»: many pages name so what surrounds the article (F1 0.898 with it, 0.902 without).
const CLUTTER: [&str; 21] = [
    "cookie",
    "consent",
    "gdpr",
    "samtykke",
    "cmp-banner",
    "newsletter",
    "nyhetsbrev",
    "related",
    "relaterte",
    "les-ogsa",
    "teaser",
    "recirculation",
    "annonse",
    "ad-slot",
    "share-",
    "author-card",
    "comment-list",
    "commentlist",
    "disqus",
    "mest-lest",
    "most-read",
];
/// What is clutter by its part in the page.
const CLUTTER_PARTS: &str = "[role=dialog], [aria-label=Annonse]";
/// Elements that are never taken for clutter, whatever they are called.
const KEPT: [&str; 4] = ["html", "body", "main", "article"];
/// What holds more than this share of a page's text is no clutter, whatever it is called: some pages write on their
/// outermost element that they have a consent bar.
const MOST_CLUTTER: f64 = 0.5;

/// Where a page names the place of its article, the surest first.
const NAMED: [&str; 7] = [
    "[itemprop=articleBody]",
    "[class*=article-body i], [class*=articlebody i], [class*=article__body i], [class*=article_body i]",
    "[class*=entry-content i]",
    "[class*=post-content i], [class*=postcontent i]",
    "[class*=article-content i], [class*=article__content i], [class*=articlecontent i]",
    "[class*=post-body i], [class*=story-body i], [class*=body-text i], [class*=bodytext i]",
    "[class*=article-text i], [class*=articletext i], [class*=post-text i], [class*=field-name-body i]",
];
/// Where it may stand besides, for pages on which readability finds next to nothing.
const BROADER: [&str; 3] = ["article", "main, [role=main]", "[id=content], [class=content]"];
/// The shortest text of a named place, in bytes.
const SHORTEST: usize = 250;
/// Readability has found the named place where so much of its text is in what it found.
const FOUND: f64 = 0.5;
/// What readability finds is next to nothing below so many bytes.
const NEXT_TO_NOTHING: usize = 500;

/// A text and its blocks.
type Text = (String, Vec<Hint>);

/// The text of the article, block by block.
pub(crate) fn main_text(document: Document) -> Text {
    remove_clutter(&document);
    remove_linked_lines(&document);
    let (named, broader) = (named(&document, &NAMED), named(&document, &BROADER));
    let all = text_of(&document.root());
    let found = readable(document);
    let place = named.or_else(|| broader.filter(|_| found.0.len() < NEXT_TO_NOTHING));
    let text = match place {
        Some(place) if share(&place, &found) < FOUND => place,
        _ if found.0.is_empty() => all,
        _ => found,
    };
    without_last_headings(text)
}

fn text_of(node: &NodeRef<'_>) -> Text {
    let mut composer = Composer::default();
    markup::compose_node(node, &mut composer);
    composer.finish()
}

/// What readability takes for the article.
fn readable(document: Document) -> Text {
    let mut composer = Composer::default();
    let found = Readability::with_document(document, None, Some(Config::default()));
    if let Ok(found) = found.and_then(|mut readability| readability.parse()) {
        markup::compose(&found.content, &mut composer);
    }
    composer.finish()
}

/// The text of the first place that the page names as the article; of several of one name, the longest.
fn named(document: &Document, names: &[&str]) -> Option<Text> {
    let longest = |name: &&str| {
        let places = document.select(name);
        let texts = places.nodes().iter().map(text_of);
        texts.max_by_key(|(text, _)| text.len())
    };
    names
        .iter()
        .filter_map(longest)
        .find(|(text, _)| text.len() >= SHORTEST)
}

/// How much of the text of `part` is in `whole`, block by block.
fn share(part: &Text, whole: &Text) -> f64 {
    let there: HashSet<_> = blocks(whole).collect();
    let (mut held, mut all) = (0, 1);
    for block in blocks(part) {
        all += block.len();
        held += if there.contains(block) { block.len() } else { 0 };
    }
    held as f64 / all as f64
}

fn blocks((text, hints): &Text) -> impl Iterator<Item = &str> {
    hints.iter().map(|hint| &text[hint.span.clone()])
}

/// The same text without headings at its end, below which nothing stands: they head teasers that were taken out.
fn without_last_headings((mut text, mut hints): Text) -> Text {
    while hints.len() > 1 && hints.last().is_some_and(|hint| hint.kind == HintKind::Heading) {
        hints.pop();
    }
    text.truncate(hints.last().map_or(text.len(), |hint| hint.span.end));
    (text, hints)
}

/// Takes out of the page what is no part of an article.
fn remove_clutter(document: &Document) {
    let most = (document.text().len() as f64 * MOST_CLUTTER) as usize;
    let named = CLUTTER.map(|word| format!("[class*=\"{word}\" i], [id*=\"{word}\" i]"));
    for selector in named.iter().map(String::as_str).chain([CLUTTER_PARTS]) {
        for node in document.select(selector).nodes() {
            let name = node.node_name().unwrap_or_default();
            if !KEPT.contains(&&*name) && node.text().len() <= most {
                node.remove_from_parent();
            }
        }
    }
}

/// Takes out paragraphs and headings that are nothing but a link: they lead to other articles.
fn remove_linked_lines(document: &Document) {
    for line in document.select("p, h2, h3, h4, h5, h6").nodes() {
        let words = line.text().trim().len();
        let links = dom_query::Selection::from(*line).select("a");
        let linked: usize = links.nodes().iter().map(|link| link.text().trim().len()).sum();
        if words > 0 && linked >= words {
            line.remove_from_parent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str = "Ferja mellom Lavik og Oppedal ligg framleis ved kai, og køen strekkjer seg heilt til kyrkja. \
        Rederiet ventar på ein del til motoren, og kommunen set opp ein båt for gåande frå klokka tolv.";

    fn read(body: &str) -> String {
        main_text(Document::from(format!("<html><body>{body}</body></html>"))).0
    }

    fn article(tag: &str, count: usize) -> String {
        let paragraphs = (0..count).map(|n| format!("<p>{n}. {PARAGRAPH}</p>"));
        format!("<{tag}>{}</{tag}>", paragraphs.collect::<String>())
    }

    #[test]
    fn teasers_and_consent_are_no_article() {
        let page = format!(
            "<div role=dialog><p>Vi bryr oss om personvernet ditt.</p></div>{}<p><a href=/b>Les også: Ny bru</a></p>\
             <h2><a href=/c>Solgte hytta</a></h2><div class=nyhetsbrev>Meld deg på</div>",
            article("article", 4)
        );
        let text = read(&page);
        for clutter in ["personvernet", "Ny bru", "hytta", "Meld deg"] {
            assert!(!text.contains(clutter), "{text}");
        }
        assert!(
            text.starts_with("0. Ferja") && text.contains("3. Ferja"),
            "{text}"
        );
    }

    #[test]
    fn a_page_that_says_on_its_outermost_element_that_it_has_a_consent_bar_is_read() {
        let page = format!("<div class=has-cookie-bar>{}</div>", article("div", 4));
        assert!(read(&page).contains("3. Ferja"));
    }

    #[test]
    fn the_place_that_the_page_names_goes_before_a_longer_one_elsewhere() {
        let short = format!(
            "<div itemprop=articleBody><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><p>Ferja går att i morgon, trur rederiet.</p></div>"
        );
        let comments = "<p>Eg er heilt samd med deg, dette burde dei ha skjønt for lenge sidan, og det skreiv eg òg.</p>";
        let text = read(&format!(
            "{short}<div class=kommentarfelt>{}</div>",
            comments.repeat(40)
        ));
        assert!(
            text.starts_with("Ferja mellom") && text.contains("i morgon"),
            "{text}"
        );
    }

    #[test]
    fn a_heading_that_heads_nothing_is_left_out() {
        let text = (
            "Sol.\n\nLes meir".to_owned(),
            vec![
                Hint {
                    kind: HintKind::Paragraph,
                    span: 0..4,
                },
                Hint {
                    kind: HintKind::Heading,
                    span: 6..14,
                },
            ],
        );
        assert_eq!(without_last_headings(text).0, "Sol.");
    }
}
