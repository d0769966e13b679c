//! A page to print or to mail: no script, nothing from elsewhere, a style that a browser and a printer both take.

use super::doubts::doubts;
use super::escape::{html as escaped, is_web};
use super::printer::{Answer, Kind, Printer};
use super::text::group_paragraphs;
use crate::output::{Classification, Digest, GroupArticle, GroupDigest, Summary};
use crate::{Article, Error, NameKind, PageLanguage};

/// The style of the page; whoever makes a page of the pieces alone serves it beside them.
pub const STYLE: &str = include_str!("html.css");

/// Names that are told of each kind: a line of a printed page.
const OF_KIND: usize = 6;

/// The first and the last of some dates, or the only one; nothing where there is none.
pub fn days<'a>(dates: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let (first, last) = (dates.clone().min()?, dates.max()?);
    Some(match first == last {
        true => first.to_owned(),
        false => format!("{first} – {last}"),
    })
}

/// An `<article>` an article or a group. Nothing needs to follow the last: the page ends by itself.
pub(super) struct Html {
    language: PageLanguage,
}

impl Html {
    pub(super) fn new(language: PageLanguage) -> Self {
        Html { language }
    }

    /// A digest under a heading of its own; what is doubtful in it is set apart.
    fn digest(&self, article: &Article, digest: &Digest) -> String {
        let title = escaped(article.title.as_deref().unwrap_or(&article.id));
        let known = [article.source.as_deref(), article.date.as_deref()];
        let topics = digest.topics.iter().map(String::as_str);
        let facts: Vec<_> = known.into_iter().flatten().chain(topics).map(escaped).collect();
        let facts = facts_line(&facts.join(" · "));
        let names = self.names(digest.names_with_kinds());
        let doubts = doubts(digest, &article.text);
        let doubts: String = doubts
            .iter()
            .map(|doubt| format!("<aside>{}</aside>\n", escaped(doubt)))
            .collect();
        let title = linked(article.url.as_deref(), &title);
        format!(
            "<article>\n<h2>{title}</h2>\n{facts}{}{names}{doubts}</article>\n",
            text(digest)
        )
    }

    /// Names under what their kinds are called; nothing where kinds are not asked for.
    fn names<'a>(&self, names: impl Iterator<Item = (&'a str, NameKind)>) -> String {
        let groups = NameKind::grouped(names, OF_KIND);
        let row = |(kind, names): (NameKind, Vec<&str>)| {
            let called = self.language.kind(kind);
            format!("<dt>{called}</dt>\n<dd>{}</dd>\n", escaped(&names.join(", ")))
        };
        match groups.as_slice() {
            [] => String::new(),
            _ => format!("<dl>\n{}</dl>\n", groups.into_iter().map(row).collect::<String>()),
        }
    }
}

impl Printer for Html {
    fn head(&self, kind: Kind) -> Result<Vec<u8>, Error> {
        match kind {
            Kind::Analysis => Err(NO_ANALYSIS),
            _ => Ok(format!(
                "<!doctype html>\n<html lang=\"no\">\n<meta charset=\"utf-8\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>notis</title>\n\
                 <style>\n{STYLE}</style>\n<body>\n"
            )
            .into()),
        }
    }

    fn article(&self, article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        match answer {
            Answer::Digest(given) => Ok(self.digest(article, given).into()),
            Answer::Classification(given) => Ok(classification(article, given).into()),
            Answer::Analysis(_) => Err(NO_ANALYSIS),
        }
    }

    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error> {
        let paragraphs = group_paragraphs(group).map(|text| format!("<p>{}</p>\n", escaped(&text)));
        let lone = lone(group);
        let heading = linked(lone.and_then(|item| item.link.as_deref()), &escaped(&group.group));
        let listed = group
            .items
            .iter()
            .filter(|item| item.title.is_some() && lone.is_none());
        let articles: String = listed.map(|item| format!("<li>{}</li>\n", line(item))).collect();
        let sources = match articles.as_str() {
            "" => String::new(),
            articles => format!("<ul class=\"sources\">\n{articles}</ul>\n"),
        };
        Ok(format!(
            "<article>\n<h2>{heading}</h2>\n{}{}{}{sources}</article>\n",
            facts_line(&escaped(&facts(group))),
            paragraphs.collect::<String>(),
            self.names(group.names_with_kinds()),
        )
        .into())
    }

    fn summary(&self, summary: &Summary) -> Result<Vec<u8>, Error> {
        let mut rows = String::new();
        for row in summary.rows() {
            let articles = row.articles.to_string();
            let cells = [row.topic, row.month, row.lang, &articles];
            rows += &format!(
                "<tr>{}</tr>\n",
                cells.map(|c| format!("<td>{}</td>", escaped(c))).concat()
            );
        }
        let head =
            ["topic", "month", "lang", "articles"].map(|name| format!("<th scope=\"col\">{name}</th>"));
        Ok(format!(
            "<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
            head.concat()
        )
        .into())
    }
}

const NO_ANALYSIS: Error = Error::NotPrintable {
    format: "html",
    what: "an analysis",
};

/// A line in small letters, where there is anything to say.
fn facts_line(facts: &str) -> String {
    match facts {
        "" => String::new(),
        facts => format!("<p class=\"facts\">{facts}</p>\n"),
    }
}

fn text(digest: &Digest) -> String {
    if !digest.is_list {
        return format!("<p>{}</p>\n", escaped(&digest.text));
    }
    let points = digest
        .sentences
        .iter()
        .map(|s| format!("<li>{}</li>\n", escaped(&s.text)));
    format!("<ul>\n{}</ul>\n", points.collect::<String>())
}

/// The article, and its topics or why it has none.
fn classification(article: &Article, given: &Classification) -> String {
    let name = escaped(article.title.as_deref().unwrap_or(&article.id));
    let topics: Vec<_> = given.topics.iter().map(|tag| escaped(&tag.topic)).collect();
    let answer = match given.decision.reason() {
        Some(reason) => format!("– ({})", reason.as_str().replace('_', " ")),
        None => topics.join(", "),
    };
    format!("<article>\n<h2>{name}</h2>\n<p>{answer}</p>\n</article>\n")
}

/// The only article of a group that goes by its title: beneath the heading it would say the same again.
fn lone(group: &GroupDigest) -> Option<&GroupArticle> {
    match group.items.as_slice() {
        [item] if item.title.as_deref() == Some(&group.group) => Some(item),
        _ => None,
    }
}

/// When and where its articles were published.
fn facts(group: &GroupDigest) -> String {
    let days = days(group.items.iter().filter_map(|item| item.date.as_deref()));
    let sources = group.sources.iter().cloned();
    days.into_iter().chain(sources).collect::<Vec<_>>().join(" · ")
}

/// A member of a group.
fn line(item: &GroupArticle) -> String {
    let title = linked(
        item.link.as_deref(),
        &escaped(item.title.as_deref().unwrap_or_default()),
    );
    let known = [item.source.as_deref(), item.date.as_deref()];
    let facts = known
        .into_iter()
        .flatten()
        .map(|fact| format!(" · {}", escaped(fact)));
    title + &facts.collect::<String>()
}

/// `shown` as a link, where the address is one of the web: others could be a program.
fn linked(address: Option<&str>, shown: &str) -> String {
    match address.filter(|address| is_web(address)) {
        Some(address) => format!("<a href=\"{}\">{shown}</a>", escaped(address)),
        None => shown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::doubts::tests::doubtful;
    use super::*;

    fn html() -> Html {
        Html::new(PageLanguage::Nynorsk)
    }

    #[test]
    fn names_stand_under_what_their_kinds_are_called() {
        let names = [
            ("Odda", NameKind::Place),
            ("Kari <Dale>", NameKind::Person),
            ("Voss", NameKind::Place),
        ];
        assert_eq!(
            html().names(names.into_iter()),
            "<dl>\n<dt>Personar</dt>\n<dd>Kari &lt;Dale&gt;</dd>\n<dt>Stader</dt>\n<dd>Odda, Voss</dd>\n</dl>\n"
        );
        assert_eq!(html().names([].into_iter()), "");
    }

    #[test]
    fn doubts_are_set_apart_beneath_the_digest() {
        let (article, given) = doubtful();
        let shown = html().digest(&article, &given);
        assert!(
            shown.contains("<p>Elva steig 3 meter i Flåm. Flåm ventar.</p>\n<aside>not in"),
            "{shown}"
        );
    }

    #[test]
    fn a_lone_article_is_named_once() {
        let item = |title: &str| GroupArticle {
            id: title.to_owned(),
            title: Some(title.to_owned()),
            source: None,
            date: Some("2026-11-28".to_owned()),
            link: Some(format!("https://avis.example/{title}")),
        };
        let shown = |items: Vec<GroupArticle>| {
            let group = GroupDigest {
                group: "Ferja".to_owned(),
                articles: items.iter().map(|item| item.id.clone()).collect(),
                sources: Vec::new(),
                items,
                text: String::new(),
                sentences: Vec::new(),
                names: None,
            };
            String::from_utf8(html().group(&group).unwrap()).unwrap()
        };
        let lone = shown(vec![item("Ferja")]);
        assert!(
            lone.contains("<h2><a href=\"https://avis.example/Ferja\">Ferja</a></h2>"),
            "{lone}"
        );
        assert!(!lone.contains("<li>"), "{lone}");
        assert_eq!(
            shown(vec![item("Ferja"), item("Brua")]).matches("<li>").count(),
            2
        );
        assert_eq!(shown(vec![item("Brua")]).matches("<li>").count(), 1);
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(linked(Some("javascript:alert(1)"), "Ferja"), "Ferja");
        let link = linked(Some("https://avis.example/\"><script>"), "Ferja");
        assert_eq!(
            link,
            "<a href=\"https://avis.example/&quot;&gt;&lt;script&gt;\">Ferja</a>"
        );
    }
}
