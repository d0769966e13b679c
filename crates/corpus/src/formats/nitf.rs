//! NITF: the IPTC's older mark-up of one news article.

use super::{Reader, Records, once_each};
use crate::hints::{Composer, HintKind};
use crate::input::Input;
use crate::xml::{self, Element};
use crate::{Article, Error, ReadOptions, detect};

/// Reads NITF documents.
pub(crate) struct Nitf;

impl Reader for Nitf {
    fn endings(&self) -> &'static [&'static str] {
        &["nitf"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        detect::root(head) == Some("nitf")
    }

    fn open(&self, mut input: Input, options: &ReadOptions) -> Result<Records, Error> {
        let place = input.place();
        let root = xml::parse(&input.read_whole(options)?).map_err(|reason| Error::Broken {
            place: place.clone(),
            what: "NITF document",
            reason,
        })?;
        let mut article = article(&root);
        if article.id.is_empty() {
            article.id = input.name;
        }
        match article.text.is_empty() {
            true => Err(Error::EmptyFile { place }),
            false => Ok(Box::new(std::iter::once(Ok(article)))),
        }
    }
}

/// The article of a document.
pub(crate) fn article(root: &Element) -> Article {
    let text_of = |name: &str| root.first(name).and_then(Element::text);
    let attribute = |name: &str, attribute: &str| root.first(name)?.attribute(attribute).map(str::to_owned);
    let mut composer = Composer::default();
    if let Some(body) = root.first("body.content") {
        compose(body, &mut composer);
    }
    let (text, hints) = composer.finish();
    Article {
        id: attribute("doc-id", "id-string").unwrap_or_default(),
        text,
        hints,
        title: text_of("hl1").or_else(|| text_of("title")),
        date: attribute("date.issue", "norm").or_else(|| attribute("story.date", "norm")),
        source: text_of("distributor").or_else(|| attribute("doc.copyright", "holder")),
        author: text_of("byline"),
        section: attribute("pubdata", "position.section"),
        labels: labels(root),
        ..Article::default()
    }
}

/// Adds the blocks of a body; one that marks none is one paragraph.
pub(crate) fn compose(body: &Element, composer: &mut Composer) {
    body.compose(&kind_of, composer);
    if composer.is_empty() {
        composer.add(HintKind::Paragraph, &body.text().unwrap_or_default());
    }
}

/// What an element of a body is; others are looked into.
fn kind_of(element: &Element) -> Option<HintKind> {
    match element.name.as_str() {
        "hl1" | "hl2" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(HintKind::Heading),
        "p" | "li" | "pre" | "td" | "dd" | "dt" => Some(HintKind::Paragraph),
        "media-caption" | "figcaption" => Some(HintKind::Caption),
        "bq" | "blockquote" => Some(HintKind::Quote),
        "byline" => Some(HintKind::Byline),
        _ => None,
    }
}

/// Subjects and keywords; `None` where there are none.
fn labels(root: &Element) -> Option<Vec<String>> {
    let subjects = root.all("tobject.subject").into_iter().filter_map(|subject| {
        let names = [
            "tobject.subject.detail",
            "tobject.subject.matter",
            "tobject.subject.type",
        ];
        names.iter().find_map(|name| subject.attribute(name))
    });
    let keywords = root
        .all("keyword")
        .into_iter()
        .filter_map(|keyword| keyword.attribute("key"));
    let labels: Vec<_> = subjects.chain(keywords).map(str::to_owned).collect();
    (!labels.is_empty()).then(|| once_each(labels))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn an_article_of_an_agency_is_read() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\"><nitf><head><title>Ferje</title><tobject>\
            <tobject.subject tobject.subject.refnum=\"04015000\" tobject.subject.type=\"Samferdsel\"/></tobject><docdata>\
            <doc-id id-string=\"sak-1\"/><date.issue norm=\"20240503T100000+0200\"/><key-list><keyword key=\"ferje\"/>\
            </key-list></docdata></head><body><body.head><hedline><hl1>Ferja står</hl1></hedline><byline>Av Siri Moe\
            </byline></body.head><body.content><p>Ho ligg ved kai.</p><hl2>Lang venting</hl2><p>Køen er lang.</p><media>\
            <media-caption><p>Kaia fredag.</p></media-caption></media></body.content></body></nitf>";
        let options = ReadOptions::default();
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        let input = Input::of_bytes(bytes, "sak.xml".into(), "sak.xml", &options).unwrap();
        let article = crate::registry::records(input, None, &options)
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        assert_eq!(article.id, "sak-1");
        assert_eq!(
            article.text,
            "Ho ligg ved kai.\n\nLang venting\n\nKøen er lang.\n\nKaia fredag."
        );
        assert_eq!(article.hints[1].kind, HintKind::Heading);
        assert_eq!(article.hints[3].kind, HintKind::Caption);
        assert_eq!(article.title.as_deref(), Some("Ferja står"));
        assert_eq!(article.author.as_deref(), Some("Av Siri Moe"));
        assert_eq!(
            article.date.as_deref().and_then(crate::iso_date).as_deref(),
            Some("2024-05-03T10:00:00+02:00")
        );
        assert_eq!(article.labels, Some(vec!["Samferdsel".into(), "ferje".into()]));
    }
}
