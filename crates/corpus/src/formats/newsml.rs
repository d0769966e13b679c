//! NewsML-G2: the IPTC's envelope of news items, one by itself or many in a message.

use super::ninjs::written_form;
use super::{Reader, Records, nitf, once_each};
use crate::hints::Composer;
use crate::input::Input;
use crate::markup::{self, is_markup};
use crate::xml::{self, Element};
use crate::{Article, Error, Place, ReadOptions, detect};

/// Reads NewsML-G2 documents.
pub(crate) struct Newsml;

impl Reader for Newsml {
    fn endings(&self) -> &'static [&'static str] {
        &["newsml"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let roots = ["newsItem", "newsMessage", "packageItem"];
        detect::root(head).is_some_and(|root| roots.contains(&root))
    }

    fn open(&self, mut input: Input, options: &ReadOptions) -> Result<Records, Error> {
        let place = input.place();
        let root = xml::parse(&input.read_whole(options)?).map_err(|reason| Error::Broken {
            place: place.clone(),
            what: "NewsML-G2 document",
            reason,
        })?;
        let items = root.all("newsItem").into_iter().map(|item| article(item, &place));
        let items: Vec<_> = items.collect();
        if items.is_empty() {
            let reason = "a package that names its items and does not hold them".to_owned();
            return Err(Error::NotAnArticle { place, reason });
        }
        Ok(Box::new(items.into_iter()))
    }
}

fn article(item: &Element, place: &Place) -> Result<Article, Error> {
    let id = item.attribute("guid").unwrap_or_default().to_owned();
    let text_of = |name: &str| item.first(name).and_then(Element::text);
    let name_of = |name: &str| {
        let element = item.first(name)?;
        element
            .first("name")
            .and_then(Element::text)
            .or_else(|| element.attribute("literal").map(str::to_owned))
    };
    let (text, hints) = content(item);
    if text.is_empty() {
        return Err(Error::NotAnArticle {
            place: place.clone().of(&id),
            reason: "a news item without text, such as a picture".into(),
        });
    }
    let lang = item
        .first("language")
        .and_then(|language| language.attribute("tag"));
    let labels = item
        .all("subject")
        .into_iter()
        .filter_map(|subject| subject.first("name")?.text());
    let labels = once_each(labels.collect());
    Ok(Article {
        id,
        text,
        hints,
        title: text_of("headline"),
        date: text_of("firstCreated")
            .or_else(|| text_of("contentCreated"))
            .or_else(|| text_of("versionCreated")),
        lang: lang.or_else(|| item.attribute("lang")).and_then(written_form),
        source: name_of("infoSource").or_else(|| name_of("provider")),
        author: text_of("by").or_else(|| name_of("creator")),
        section: name_of("genre"),
        labels: (!labels.is_empty()).then_some(labels),
        ..Article::default()
    })
}

/// The text of an item: mark-up of NITF or HTML, or words in a piece.
fn content(item: &Element) -> (String, Vec<crate::Hint>) {
    let mut composer = Composer::default();
    if let Some(inline) = item.first("inlineXML") {
        let body = inline.first("body.content").or_else(|| inline.first("body"));
        nitf::compose(body.unwrap_or(inline), &mut composer);
    }
    if composer.is_empty()
        && let Some(data) = item.first("inlineData").and_then(Element::text)
    {
        if !is_markup(&data) {
            return (data, Vec::new());
        }
        markup::compose(&data, &mut composer);
    }
    composer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(text: &str) -> Result<Vec<Result<Article, Error>>, Error> {
        let options = ReadOptions::default();
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        let input = Input::of_bytes(bytes, "sak.xml".into(), "sak.xml", &options)?;
        Ok(crate::registry::records(input, None, &options)?.collect())
    }

    const META: &str = "<itemMeta><provider><name>Fjordbyrået</name></provider><firstCreated>2024-05-03T10:00:00+02:00\
        </firstCreated></itemMeta><contentMeta><language tag=\"nn-NO\"/><headline>Ferja står</headline><by>Siri Moe</by>\
        <subject qcode=\"medtop:20000337\"><name>Samferdsel</name></subject></contentMeta>";

    #[test]
    fn items_of_a_message_are_read_in_both_kinds_of_mark_up() {
        let html = "<contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html><head><title>x</title></head><body>\
            <h2>Kai</h2><p>Ho ligg.</p></body></html></inlineXML></contentSet>";
        let bare =
            "<contentSet><inlineXML><html><body>Lyn slo Stabæk.</body></html></inlineXML></contentSet>";
        assert_eq!(
            content(&crate::xml::parse(bare.as_bytes()).unwrap()).0,
            "Lyn slo Stabæk."
        );
        let nitf = "<contentSet><inlineXML><nitf><body><body.content><hl2>Kai</hl2><p>Ho ligg.</p></body.content></body>\
            </nitf></inlineXML></contentSet>";
        let message = format!(
            "<?xml version=\"1.0\"?><newsMessage><itemSet><newsItem guid=\"urn:1\">{META}{html}</newsItem>\
             <newsItem guid=\"urn:2\">{META}{nitf}</newsItem><newsItem guid=\"urn:3\">{META}</newsItem></itemSet></newsMessage>"
        );
        let items = read(&message).unwrap();
        for (item, id) in [(0, "urn:1"), (1, "urn:2")] {
            let article = items[item].as_ref().unwrap();
            assert_eq!(
                (article.id.as_str(), article.text.as_str()),
                (id, "Kai\n\nHo ligg.")
            );
            assert_eq!(article.title.as_deref(), Some("Ferja står"));
            assert_eq!(article.lang.as_deref(), Some("nn"));
            assert_eq!(article.source.as_deref(), Some("Fjordbyrået"));
            assert_eq!(article.labels, Some(vec!["Samferdsel".into()]));
        }
        assert!(items[2].as_ref().unwrap_err().to_string().contains("urn:3"));
    }

    #[test]
    fn a_package_without_its_items_says_so() {
        let package = "<packageItem guid=\"urn:p\"><groupSet/></packageItem>";
        assert!(read(package).err().unwrap().to_string().contains("package"));
    }
}
