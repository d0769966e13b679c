//! Atom (RFC 4287): a feed of digests, an entry an article or a group.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use notis_corpus::{moment, uri_of};

use super::escape::{is_web, lines_of_xml, xml};
use super::media_topic::{MEDIA_TOPICS, name, own_media_topic};
use super::printer::{Answer, Kind, Printer};
use crate::output::{Digest, GroupDigest, Summary, Tag};
use crate::{Article, Error};

/// A feed. Its own date, that of the newest entry, is known when all are printed, and stands behind them.
///
/// An entry must say when it was updated. Where the day of its article is known that is it; elsewhere the entry is as old as
/// the feed, and what is known of the date, a year or a month, is told beside it.
pub(super) struct Atom {
    made: String,
    newest: Mutex<Option<String>>,
}

impl Atom {
    /// A feed made so many seconds after 1970.
    pub(super) fn new(made: i64) -> Self {
        let made = Timestamp::from_second(made).unwrap_or(Timestamp::UNIX_EPOCH);
        Atom {
            made: made.to_string(),
            newest: Mutex::default(),
        }
    }

    /// The date of an entry, taken note of.
    fn updated(&self, date: Option<&str>) -> String {
        let known = date.and_then(moment);
        let vague = date.filter(|_| known.is_none());
        let updated = known.unwrap_or_else(|| self.made.clone());
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if newest.as_ref().is_none_or(|newest| *newest < updated) {
            *newest = Some(updated.clone());
        }
        let vague = vague.map_or_else(String::new, |date| element("dc:date", date));
        format!("<updated>{updated}</updated>{vague}")
    }
}

impl Printer for Atom {
    fn head(&self, kind: Kind) -> Result<Vec<u8>, Error> {
        match kind {
            Kind::Digest | Kind::Group => Ok(HEAD.into()),
            Kind::Classification => Err(no_form("topics without a digest")),
            Kind::Analysis => Err(no_form("an analysis")),
            Kind::Summary => Err(no_form("counts")),
        }
    }

    fn tail(&self) -> Vec<u8> {
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let newest = newest.as_ref().unwrap_or(&self.made);
        format!("<updated>{newest}</updated>\n</feed>\n").into()
    }

    fn article(&self, article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        match answer {
            Answer::Digest(digest) => Ok(self.entry(article, digest).into()),
            Answer::Classification(_) => Err(no_form("topics without a digest")),
            Answer::Analysis(_) => Err(no_form("an analysis")),
        }
    }

    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error> {
        let newest = group.items.iter().find_map(|item| item.date.as_deref());
        let links = group.items.iter().filter_map(|item| {
            let title = item.title.as_deref().unwrap_or(&item.id);
            link("related", item.link.as_deref(), Some(title))
        });
        let parts = [
            element("id", &uri_of(&format!("group/{}", group.group))),
            element("title", &group.group),
            self.updated(newest),
            links.collect(),
            content(&group.text),
        ];
        Ok(entry(&parts).into())
    }

    fn summary(&self, _summary: &Summary) -> Result<Vec<u8>, Error> {
        Err(no_form("counts"))
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
    <id>urn:notis:feed</id>\n<title>notis</title>\n<author><name>notis</name></author>\n";

fn no_form(what: &'static str) -> Error {
    Error::NotPrintable { format: "atom", what }
}

impl Atom {
    fn entry(&self, article: &Article, digest: &Digest) -> String {
        let origin = &digest.origin;
        let author = article.author.as_deref();
        let source = origin.source.as_deref();
        let parts = [
            element("id", &uri_of(&digest.id)),
            element("title", origin.title.as_deref().unwrap_or(&digest.id)),
            self.updated(origin.date.as_deref()),
            author.map_or_else(String::new, |by| {
                format!("<author>{}</author>", element("name", by))
            }),
            link("alternate", origin.url.as_deref(), None).unwrap_or_default(),
            digest.tags.iter().map(categories).collect(),
            source.map_or_else(String::new, |from| {
                format!("<source>{}</source>", element("title", from))
            }),
            content(&digest.text),
        ];
        entry(&parts)
    }
}

fn entry(parts: &[String]) -> String {
    let lines = parts.iter().filter(|part| !part.is_empty());
    let lines: String = lines.map(|part| format!("  {part}\n")).collect();
    format!("<entry>\n{lines}</entry>\n")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", xml(text))
}

fn content(text: &str) -> String {
    format!("<content type=\"text\">{}</content>", lines_of_xml(text))
}

/// A link to a page of the web.
fn link(rel: &str, url: Option<&str>, title: Option<&str>) -> Option<String> {
    let url = url.filter(|url| is_web(url))?;
    let title = title.map(|title| format!(" title=\"{}\"", xml(title)));
    let (url, title) = (xml(url), title.unwrap_or_default());
    Some(format!("<link rel=\"{rel}\" href=\"{url}\"{title}/>"))
}

/// A topic by its id, and by its Media Topic where it has one of its own.
fn categories(tag: &Tag) -> String {
    let label = xml(name(tag));
    let shared = own_media_topic(tag).map(|code| {
        format!(
            "<category term=\"{}\" scheme=\"{MEDIA_TOPICS}\" label=\"{label}\"/>",
            xml(code)
        )
    });
    format!(
        "<category term=\"{}\" label=\"{label}\"/>{}",
        xml(&tag.topic),
        shared.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Budget, By, Desk, Topics};

    fn article(id: &str, date: &str) -> Article {
        Article {
            id: id.into(),
            text: "Ferja <b>over</b> fjorden & ferja\u{1b}[31m i Lavik står etter ein motorbrann i natt."
                .into(),
            title: Some("Ferja & <kaia>\u{202e}".into()),
            date: Some(date.into()),
            source: Some("Fjordavisa".into()),
            author: Some("Siri Moe".into()),
            url: Some("https://avisa.example/ferje?a=1&b=\"2\"".into()),
            ..Article::default()
        }
    }

    fn desk() -> Desk {
        let topics =
            "[[topic]]\nid='ferje'\nnames={nb='Ferge'}\niptc='medtop:20000340'\naliases=['ferje*', 'ferja']";
        Desk::builder()
            .topics(Topics::parse(topics).unwrap())
            .build()
            .unwrap()
    }

    fn whole(printer: &Atom, kind: Kind, pieces: Vec<Vec<u8>>) -> Vec<u8> {
        [printer.head(kind).unwrap(), pieces.concat(), printer.tail()].concat()
    }

    #[test]
    fn a_feed_is_read_by_a_reader_of_feeds_whatever_stands_in_it() {
        let (desk, printer) = (desk(), Atom::new(1_714_608_000));
        let print = |article: Article| {
            let digest = desk.read(&article).unwrap().digest(Budget::Sentences(1)).unwrap();
            printer.article(&article, &Answer::Digest(&digest)).unwrap()
        };
        let pieces = vec![
            print(article("a", "2024-05-03T10:00:00+02:00")),
            print(article("b", "2024-05")),
        ];
        let feed = whole(&printer, Kind::Digest, pieces);
        assert!(!feed.contains(&0x1b));
        let read = feed_rs::parser::parse(&feed[..]).unwrap();
        assert_eq!(read.updated.unwrap().to_rfc3339(), "2024-05-03T08:00:00+00:00");
        let vague = String::from_utf8_lossy(&feed).into_owned();
        assert!(
            vague.contains("<updated>2024-05-02T00:00:00Z</updated><dc:date>2024-05</dc:date>"),
            "{vague}"
        );
        let entry = &read.entries[0];
        assert_eq!(entry.id, "urn:notis:a");
        assert_eq!(entry.title.as_ref().unwrap().content, "Ferja & <kaia>\u{fffd}");
        assert_eq!(entry.authors[0].name.as_deref(), Some("Siri Moe"));
        assert_eq!(entry.links[0].href, "https://avisa.example/ferje?a=1&b=%222%22");
        let ferry: Vec<_> = entry
            .categories
            .iter()
            .filter(|c| c.label.as_deref() == Some("Ferge"))
            .collect();
        assert_eq!(
            (ferry[0].term.as_str(), ferry[1].term.as_str()),
            ("ferje", "20000340")
        );
        let body = entry.content.as_ref().unwrap().body.as_deref().unwrap();
        assert!(
            body.starts_with("Ferja <b>over</b> fjorden & ferja␛[31m"),
            "{body}"
        );
    }

    #[test]
    fn a_group_is_an_entry_with_links_to_its_articles() {
        let (desk, printer) = (desk(), Atom::new(0));
        let articles = [article("a", "2024-05-03"), article("b", "2024-05-03")];
        let items = articles.map(|article| desk.read(&article).unwrap().group_item(Budget::Auto).unwrap());
        let groups = crate::digest_groups(&items, By::Date, Budget::Auto).unwrap();
        let pieces = groups.iter().map(|group| printer.group(group).unwrap()).collect();
        let read = feed_rs::parser::parse(&whole(&printer, Kind::Group, pieces)[..]).unwrap();
        assert_eq!(read.entries[0].title.as_ref().unwrap().content, "2024-05-03");
        assert_eq!(read.entries[0].links.len(), 2);
    }

    #[test]
    fn what_leads_to_no_page_is_no_link() {
        assert_eq!(link("alternate", Some("javascript:alert(1)"), None), None);
    }

    #[test]
    fn a_feed_without_entries_is_a_feed_too() {
        let feed = whole(&Atom::new(0), Kind::Digest, Vec::new());
        assert!(feed_rs::parser::parse(&feed[..]).unwrap().entries.is_empty());
    }
}
