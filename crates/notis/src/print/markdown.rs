//! Markdown, for a newsletter or a wiki.

use super::doubts::doubts;
use super::escape::{is_web, markdown as escaped, prose};
use super::names;
use super::printer::{Answer, Kind, Printer};
use super::text::{group_line, group_paragraphs};
use crate::output::{Classification, Digest, GroupDigest, Summary};
use crate::{Article, Error};

/// A heading an article or a group.
pub(super) struct Markdown;

impl Printer for Markdown {
    fn head(&self, kind: Kind) -> Result<Vec<u8>, Error> {
        match kind {
            Kind::Analysis => Err(NO_ANALYSIS),
            _ => Ok(Vec::new()),
        }
    }

    fn article(&self, article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        match answer {
            Answer::Digest(given) => Ok(digest(article, given).into()),
            Answer::Classification(given) => Ok(classification(article, given).into()),
            Answer::Analysis(_) => Err(NO_ANALYSIS),
        }
    }

    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error> {
        let (name, beneath) = (escaped(&group.group), escaped(&super::text::group_facts(group)));
        let text: String = group_paragraphs(group)
            .map(|text| escaped(&text) + "\n\n")
            .collect();
        let listed = group.items.iter().filter(|item| item.title.is_some());
        let articles: String = listed
            .map(|item| format!("- {}\n", escaped(&group_line(item))))
            .collect();
        let gap = if articles.is_empty() { "" } else { "\n" };
        let names = paragraph(&names::of_group(group));
        Ok(format!("## {name}\n\n{text}{names}*{beneath}*\n\n{articles}{gap}").into())
    }

    fn summary(&self, summary: &Summary) -> Result<Vec<u8>, Error> {
        let row = |cells: [&str; 4]| format!("| {} |\n", cells.map(table_cell).join(" | "));
        let mut out = row(["topic", "month", "lang", "articles"]) + "|---|---|---|---|\n";
        for counted in summary.rows() {
            let articles = counted.articles.to_string();
            out += &row([counted.topic, counted.month, counted.lang, &articles]);
        }
        Ok(out.into())
    }
}

const NO_ANALYSIS: Error = Error::NotPrintable {
    format: "markdown",
    what: "an analysis",
};

fn table_cell(text: &str) -> String {
    escaped(text).replace('|', "\\|")
}

/// A paragraph, where there is anything to say.
fn paragraph(text: &str) -> String {
    match text {
        "" => String::new(),
        text => escaped(text) + "\n\n",
    }
}

/// A digest under a heading of its own; what is doubtful in it is set apart.
fn digest(article: &Article, digest: &Digest) -> String {
    let heading = escaped(article.title.as_deref().unwrap_or(&article.id));
    let id = article.title.as_ref().map(|_| article.id.as_str());
    let topics = digest.topics.iter().map(String::as_str);
    let known = id
        .into_iter()
        .chain(article.date.as_deref())
        .chain(article.source.as_deref());
    let facts = known.chain(topics).map(escaped);
    let facts: Vec<_> = facts.chain(article.url.as_deref().and_then(link)).collect();
    let beneath = if facts.is_empty() {
        String::new()
    } else {
        format!("*{}*\n\n", facts.join(" · "))
    };
    let doubts: String = doubts(digest, &article.text)
        .iter()
        .map(|doubt| format!("> {}\n\n", escaped(doubt)))
        .collect();
    let points = || {
        digest
            .sentences
            .iter()
            .map(|s| format!("- {}\n", escaped(&s.text)))
    };
    let text = if digest.is_list {
        points().collect()
    } else {
        escaped(&digest.text) + "\n"
    };
    let names = paragraph(&names::of_digest(digest));
    format!("## {heading}\n\n{beneath}{text}\n{names}{doubts}")
}

/// The address of a page as a link. Between these brackets Markdown reads nothing but the address.
fn link(url: &str) -> Option<String> {
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>');
    (is_web(url) && !url.contains(breaks_out) && prose(url) == url).then(|| format!("<{url}>"))
}

/// A line of a list: the article, and its topics or why it has none.
fn classification(article: &Article, given: &Classification) -> String {
    let name = escaped(article.title.as_deref().unwrap_or(&article.id));
    let topics: Vec<_> = given.topics.iter().map(|tag| escaped(&tag.topic)).collect();
    let answer = match given.decision.reason() {
        Some(reason) => format!("– ({})", reason.as_str().replace('_', " ")),
        None => topics.join(", "),
    };
    format!("- **{name}**: {answer}\n")
}

#[cfg(test)]
mod tests {
    use super::super::doubts::tests::doubtful;
    use super::*;

    #[test]
    fn only_the_address_of_a_page_is_a_link() {
        assert_eq!(
            link("https://avisa.example/a_b").as_deref(),
            Some("<https://avisa.example/a_b>")
        );
        for other in [
            "javascript:alert(1)",
            "https://a.example/> # Forfalsket",
            "https://a.example/\u{202e}b",
            "saka",
        ] {
            assert_eq!(link(other), None, "{other}");
        }
    }

    #[test]
    fn doubts_are_set_apart_beneath_the_digest() {
        let (article, given) = doubtful();
        assert_eq!(
            digest(&article, &given),
            "## flaum\n\nElva steig 3 meter i Flåm. Flåm ventar.\n\n> not in the article: 3, Flåm\n\n\
             > not read: the last 57 % of the article, from «Vegen er stengd ved …»\n\n"
        );
    }
}
