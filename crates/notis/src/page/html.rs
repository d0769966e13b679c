//! What stands in a page, made harmless.

use crate::calendar::day;
use crate::output::ArticleRef;
use crate::print::escape;

/// Text as HTML shows it, in an element or in an attribute: no mark of it is a mark of the page, and no character turns
/// the direction of what stands around it.
pub(crate) fn text(text: &str) -> String {
    escape::entities(&escape::visible(text))
}

/// A link, where the address is one of the web; otherwise the words alone. `javascript:` and its kin go nowhere.
pub(crate) fn link(address: Option<&str>, words: &str) -> String {
    match address.filter(|address| escape::is_web(address)) {
        Some(address) => format!(
            "<a href=\"{}\" rel=\"noreferrer\">{}</a>",
            text(address),
            text(words)
        ),
        None => text(words),
    }
}

/// An anchor made of any name: letters, digits and hyphens stay, what else there is becomes its number.
pub(crate) fn anchor(kind: &str, name: &str) -> String {
    let mut out = format!("{kind}-");
    for c in name.chars() {
        if c.is_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            out.push_str(&format!("_{:x}", u32::from(c)));
        }
    }
    out
}

/// A table; the cells hold HTML. Columns of numbers are set to the right.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>], numbers_from: usize) -> String {
    let class = |column: usize| {
        if column >= numbers_from {
            " class=\"n\""
        } else {
            ""
        }
    };
    let cells = |cells: &[String], tag: &str| {
        let cell = |(column, cell): (usize, &String)| format!("<{tag}{}>{cell}</{tag}>", class(column));
        cells.iter().enumerate().map(cell).collect::<String>()
    };
    let head: Vec<String> = head.iter().map(|name| text(name)).collect();
    let body: String = rows
        .iter()
        .map(|row| format!("<tr>{}</tr>\n", cells(row, "td")))
        .collect();
    format!(
        "<div class=\"wide\"><table><thead><tr>{}</tr></thead><tbody>\n{body}</tbody></table></div>\n",
        cells(&head, "th")
    )
}

/// A part that is folded away until it is wanted; it is open in print.
pub(crate) fn folded(summary: &str, inside: &str) -> String {
    format!(
        "<details><summary>{}</summary>\n{inside}</details>\n",
        text(summary)
    )
}

/// An article in a list: its title with its date and id.
pub(crate) fn article(article: &ArticleRef) -> String {
    let (link, date) = (article.link.as_deref(), article.date.as_deref());
    let told = reference(&article.id, &article.title, link, date);
    format!("<li>{told}</li>\n")
}

/// An article by its title, or by its id where it has none, with its date and id.
pub(crate) fn reference(id: &str, title: &str, address: Option<&str>, date: Option<&str>) -> String {
    let title = if title.is_empty() { id } else { title };
    format!(
        "{} <small>{} <code>{}</code></small>",
        link(address, title),
        text(date.map(day).unwrap_or_default()),
        text(id)
    )
}

/// The name of a topic with a link to where the page tells of it.
pub(crate) fn topic_link(id: &str, name: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", anchor("t", id), text(name))
}

/// A picture, with its numbers beneath it.
pub(crate) fn figure(picture: &str, numbers: &str) -> String {
    format!("<figure>{picture}</figure>\n{numbers}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_an_article_is_a_mark_of_the_page() {
        let hostile = "\"><script>alert(1)</script>\u{202e}";
        let shown = text(hostile);
        assert!(!shown.contains(['<', '>', '"', '\u{202e}']), "{shown}");
        assert_eq!(link(Some("javascript:alert(1)"), "x"), "x");
        assert_eq!(
            link(Some("https://a.no/\"onclick=\"x"), "y"),
            "<a href=\"https://a.no/&quot;onclick=&quot;x\" rel=\"noreferrer\">y</a>"
        );
        assert_eq!(anchor("t", "\"><"), "t-_22_3e_3c");
    }
}
