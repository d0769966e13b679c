//! Word and LibreOffice documents: their text, with headings and captions as the styles name them.

use super::Records;
use super::archive::Archive;
use crate::hints::{Composer, HintKind};
use crate::xml::{self, Element};
use crate::{Article, Error};

/// The article of a `.docx`.
pub(crate) fn word(archive: &mut Archive, id: &str) -> Result<Records, Error> {
    let facts = part(archive, "docProps/core.xml")?;
    article(
        archive,
        "word/document.xml",
        "body",
        facts.as_ref(),
        &paragraph_of_word,
        id,
    )
}

/// The article of an `.odt`.
pub(crate) fn open_document(archive: &mut Archive, id: &str) -> Result<Records, Error> {
    let facts = part(archive, "meta.xml")?;
    article(
        archive,
        "content.xml",
        "text",
        facts.as_ref(),
        &paragraph_of_office,
        id,
    )
}

fn article(
    archive: &mut Archive,
    text: &str,
    body: &str,
    facts: Option<&Element>,
    kind_of: &dyn Fn(&Element) -> Option<HintKind>,
    id: &str,
) -> Result<Records, Error> {
    let place = archive.place.clone();
    let mut composer = Composer::default();
    if let Some(body) = part(archive, text)?.as_ref().and_then(|root| root.first(body)) {
        body.compose(kind_of, &mut composer);
    }
    if composer.is_empty() {
        return Err(Error::EmptyFile { place });
    }
    let fact = |name: &str| facts.and_then(|facts| facts.first(name)?.text());
    let (text, hints) = composer.finish();
    let heading = hints.first().filter(|hint| hint.kind == HintKind::Heading);
    let heading = heading.map(|hint| text[hint.span.clone()].to_owned());
    let article = Article {
        id: id.to_owned(),
        title: heading.or_else(|| fact("title")),
        date: fact("created").or_else(|| fact("creation-date")),
        author: fact("creator"),
        text,
        hints,
        ..Article::default()
    };
    Ok(Box::new(std::iter::once(Ok(article))))
}

fn part(archive: &mut Archive, name: &str) -> Result<Option<Element>, Error> {
    let Some(bytes) = archive.member(name)? else {
        return Ok(None);
    };
    let root = xml::parse(&bytes).map_err(|reason| Error::Broken {
        place: archive.place.clone(),
        what: "document",
        reason,
    });
    root.map(Some)
}

fn paragraph_of_word(element: &Element) -> Option<HintKind> {
    let style = || element.first("pStyle")?.attribute("val");
    (element.name == "p").then(|| style().map_or(HintKind::Paragraph, kind_of_style))
}

fn paragraph_of_office(element: &Element) -> Option<HintKind> {
    match element.name.as_str() {
        "h" => Some(HintKind::Heading),
        "p" => Some(
            element
                .attribute("style-name")
                .map_or(HintKind::Paragraph, kind_of_style),
        ),
        _ => None,
    }
}

/// What a style is for by its name, in English and Norwegian.
fn kind_of_style(style: &str) -> HintKind {
    let style = style.to_lowercase();
    let begins = |names: &[&str]| names.iter().any(|name| style.starts_with(name));
    match () {
        () if begins(&[
            "heading",
            "overskrift",
            "title",
            "tittel",
            "subtitle",
            "undertittel",
        ]) =>
        {
            HintKind::Heading
        }
        () if begins(&["caption", "bildetekst", "illustration"]) => HintKind::Caption,
        () if begins(&["quote", "sitat", "intensequote", "quotations"]) => HintKind::Quote,
        () => HintKind::Paragraph,
    }
}
