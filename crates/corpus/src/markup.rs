//! From HTML to blocks of text: headings, paragraphs, captions and quotes, each with a hint of what it is.

use dom_query::{Document, NodeRef};

use crate::hints::{Composer, HintKind};

/// How deep elements may be nested: pages of newspapers go to about 40.
const DEEPEST: usize = 512;

/// Elements that hold no text of an article.
const SILENT: [&str; 12] = [
    "script", "style", "noscript", "template", "nav", "form", "button", "svg", "iframe", "head", "select",
    "object",
];

/// Elements that stand in a line of text.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "time", "u",
];

/// Adds the text of `html` to `composer`, block by block; false where it is nested deeper than anybody writes.
pub(crate) fn compose(html: &str, composer: &mut Composer) -> bool {
    !is_too_deep(html) && compose_node(&Document::from(html).root(), composer)
}

/// The same of a node.
pub(crate) fn compose_node(root: &NodeRef<'_>, composer: &mut Composer) -> bool {
    let mut line = String::new();
    let mut open = vec![Step::Enter(*root, HintKind::Paragraph, 0)];
    while let Some(step) = open.pop() {
        let (node, kind, depth) = match step {
            Step::Enter(node, kind, depth) => (node, kind, depth),
            Step::Leave(kind) => {
                composer.add(kind, &std::mem::take(&mut line));
                continue;
            }
        };
        if depth > DEEPEST {
            return false;
        }
        if node.is_text() {
            line.push_str(&node.text());
            continue;
        }
        let name = node.node_name().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            silent if SILENT.contains(&silent) => continue,
            inline if INLINE.contains(&inline) => {}
            "br" => line.push('\n'),
            _ => {
                composer.add(kind, &std::mem::take(&mut line));
                let within = kind_of(&name, kind);
                open.push(Step::Leave(within));
                enter(&node, within, depth, &mut open);
                continue;
            }
        }
        enter(&node, kind, depth, &mut open);
    }
    composer.add(HintKind::Paragraph, &line);
    true
}

enum Step<'a> {
    Enter(NodeRef<'a>, HintKind, usize),
    /// A block ends: its line is done.
    Leave(HintKind),
}

fn enter<'a>(node: &NodeRef<'a>, kind: HintKind, depth: usize, open: &mut Vec<Step<'a>>) {
    let children = node.children().into_iter().rev();
    open.extend(children.map(|child| Step::Enter(child, kind, depth + 1)));
}

/// What an element within a block of `around` is.
fn kind_of(name: &str, around: HintKind) -> HintKind {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => HintKind::Heading,
        "figcaption" => HintKind::Caption,
        "blockquote" => HintKind::Quote,
        "aside" => HintKind::FactBox,
        "address" => HintKind::Byline,
        _ => around,
    }
}

/// Whether elements are opened within each other deeper than anybody writes. Asked of the bytes, since a parser takes
/// a time that grows with the square of the depth; elements that are often left open are not counted.
pub(crate) fn is_too_deep(html: &str) -> bool {
    const OPEN: [&str; 22] = [
        "p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "img", "meta", "link", "input", "hr",
        "source", "col", "area", "base", "wbr", "embed", "param", "track",
    ];
    let mut depth = 0_usize;
    for tag in html.split('<').skip(1) {
        let end = tag
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(tag.len());
        let name = &tag[..end];
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !name.is_empty() && !OPEN.iter().any(|open| open.eq_ignore_ascii_case(name)) {
            depth += 1;
        }
        if depth > 4 * DEEPEST {
            return true;
        }
    }
    false
}

/// The text of a fragment of HTML in one line.
pub(crate) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) || is_too_deep(html) {
        return html.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let text = Document::from(html).text().to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether text holds tags.
pub(crate) fn is_markup(text: &str) -> bool {
    text.contains("</") || text.contains("/>") || text.contains("<p>") || text.contains("<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<(HintKind, String)> {
        let mut composer = Composer::default();
        assert!(compose(html, &mut composer));
        let (text, hints) = composer.finish();
        hints
            .into_iter()
            .map(|h| (h.kind, text[h.span].to_owned()))
            .collect()
    }

    #[test]
    fn blocks_are_kept_apart_and_lines_together() {
        let html = "<h2>Flaum</h2><p>Elva <b>steig</b> i&nbsp;natt.</p><figure><img><figcaption>Foto: A. \
                    Moe</figcaption></figure><blockquote><p>– Vi ventar.</p></blockquote><script>x()</script>Slutt";
        let expected = [
            (HintKind::Heading, "Flaum"),
            (HintKind::Paragraph, "Elva steig i natt."),
            (HintKind::Caption, "Foto: A. Moe"),
            (HintKind::Quote, "– Vi ventar."),
            (HintKind::Paragraph, "Slutt"),
        ];
        assert_eq!(read(html), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn deep_nesting_is_refused() {
        let bomb = "<div>".repeat(5000);
        assert!(!compose(&bomb, &mut Composer::default()));
    }

    #[test]
    fn a_title_loses_its_markup() {
        assert_eq!(plain("Sol &amp; <i>regn</i>"), "Sol & regn");
        assert!(!is_markup("2 < 3"));
    }
}
