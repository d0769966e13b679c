//! Web pages: what the page says of itself in JSON-LD first, and the article found on it by readability.

use dom_query::Document;
use serde_json::Value;

use super::ninjs::written_form;
use super::record::names_in;
use super::{Reader, Records, extract, once_each};
use crate::detect::Markup;
use crate::hints::Composer;
use crate::input::Input;
use crate::{Article, Error, Place, ReadOptions, decode, markup};

/// Reads web pages.
pub(crate) struct Html;

impl Reader for Html {
    fn endings(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        Markup::of(head) == Some(Markup::Html)
    }

    fn whole_file(&self) -> bool {
        true
    }

    fn open(&self, mut input: Input, options: &ReadOptions) -> Result<Records, Error> {
        let place = input.place();
        let bytes = input.read_whole(options)?;
        let page = match charset(&bytes).filter(|_| !input.decoded) {
            Some(encoding) => encoding.decode(&bytes).0.into_owned(),
            None => decode::text(bytes, &place)?,
        };
        let mut article = article(&page, &place, options.label_field.as_deref())?;
        article.id = input.article;
        Ok(Box::new(std::iter::once(Ok(article))))
    }
}

/// The encoding that a page names in its head, where it is not UTF-8 anyway.
fn charset(page: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if std::str::from_utf8(page).is_ok() {
        return None;
    }
    let head = String::from_utf8_lossy(&page[..page.len().min(4096)]).to_ascii_lowercase();
    let named = head.split_once("charset=").map(|(_, rest)| {
        let name = rest.trim_start_matches(['"', '\'', ' ']);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        name[..end.unwrap_or(name.len())].to_owned()
    });
    // Browsers read a page that names none as Windows-1252 here in the West.
    let named = named.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    Some(
        named
            .filter(|e| *e != encoding_rs::UTF_8)
            .unwrap_or(encoding_rs::WINDOWS_1252),
    )
}

fn article(page: &str, place: &Place, label_field: Option<&str>) -> Result<Article, Error> {
    if markup::is_too_deep(page) {
        return Err(Error::TooDeep { place: place.clone() });
    }
    let document = Document::from(page);
    if !markup::compose_node(&document.root(), &mut Composer::default()) {
        return Err(Error::TooDeep { place: place.clone() });
    }
    let said = said_of_itself(&document);
    let meta = |name: &str| {
        let selector = format!("meta[property=\"{name}\"], meta[name=\"{name}\"]");
        let content = document.select(&selector).attr("content");
        content
            .map(|content| content.trim().to_owned())
            .filter(|c| !c.is_empty())
    };
    let text_of = |field: &str| said.as_ref().and_then(|said| name_of(said.get(field)?));
    let mut article = Article {
        title: text_of("headline")
            .or_else(|| meta("og:title"))
            .map(|title| markup::plain(&title)),
        date: text_of("datePublished").or_else(|| meta("article:published_time")),
        author: text_of("author").or_else(|| meta("author")),
        section: text_of("articleSection").or_else(|| meta("article:section")),
        source: text_of("publisher").or_else(|| meta("og:site_name")),
        url: meta("og:url").or_else(|| text_of("url")),
        lang: document
            .select("html")
            .attr("lang")
            .and_then(|lang| written_form(&lang)),
        labels: match label_field {
            Some(field) => said
                .as_ref()
                .and_then(|said| said.get(field))
                .map(|labels| once_each(names_in(labels))),
            None => said.as_ref().and_then(keywords),
        },
        ..Article::default()
    };
    // A date that a page misspells is the page's clutter, not the reader's mistake.
    article.date = article.date.as_deref().and_then(crate::iso_date);
    let body = text_of("articleBody");
    let (text, hints) = extract::main_text(document);
    let fuller = body.filter(|body| body.len() > 2 * text.len());
    (article.text, article.hints) = fuller.map_or((text, hints), |body| (body, Vec::new()));
    match article.text.trim().is_empty() {
        true => Err(Error::EmptyFile { place: place.clone() }),
        false => Ok(article),
    }
}

/// The `NewsArticle` that a page describes in JSON-LD.
fn said_of_itself(document: &Document) -> Option<Value> {
    let scripts = document.select("script[type=\"application/ld+json\"]");
    let values = scripts
        .nodes()
        .iter()
        .filter_map(|script| serde_json::from_str(&script.text()).ok());
    values.into_iter().find_map(|value: Value| find_article(value, 0))
}

/// The first article in a description: itself, or in a list or graph of it.
fn find_article(value: Value, depth: usize) -> Option<Value> {
    match value {
        Value::Array(items) if depth < 4 => items.into_iter().find_map(|item| find_article(item, depth + 1)),
        Value::Object(mut object) => {
            let is_article = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article"));
            let article = match object.get("@type") {
                Some(Value::Array(kinds)) => kinds.iter().any(is_article),
                Some(kind) => is_article(kind),
                None => false,
            };
            if article {
                return Some(Value::Object(object));
            }
            find_article(object.remove("@graph")?, depth + 1)
        }
        _ => None,
    }
}

/// The text of a value, or the names of the people or things it is.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(items) => {
            let names: Vec<_> = items.iter().filter_map(name_of).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(object) => name_of(object.get("name")?),
        _ => None,
    }
}

fn keywords(said: &Value) -> Option<Vec<String>> {
    let words = match said.get("keywords")? {
        Value::String(words) => words.split(',').map(|word| word.trim().to_owned()).collect(),
        Value::Array(words) => words.iter().filter_map(name_of).collect(),
        _ => return None,
    };
    Some(once_each(words))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::HintKind;

    fn read(page: &[u8]) -> Result<Article, Error> {
        let options = ReadOptions::default();
        let bytes = Box::new(Cursor::new(page.to_vec()));
        let input = Input::of_bytes(bytes, "sak.html".into(), "sak.html", &options)?;
        crate::registry::records(input, None, &options)?.next().unwrap()
    }

    const PAGE: &str = "<!doctype html><html lang=\"nn-NO\"><head><title>Ferja står - Fjordavisa</title>\
        <script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Ferja står\",\
        \"datePublished\":\"2024-05-03T10:00:00+02:00\",\"author\":[{\"name\":\"Siri Moe\"}],\"articleSection\":\"Nyhende\",\
        \"keywords\":\"ferje, samferdsel\",\"publisher\":{\"name\":\"Fjordavisa\"}}]}</script></head><body>\
        <div class=\"cookie-bar\">Vi brukar informasjonskapslar for å gi deg ei betre oppleving. Godta alle.</div>\
        <article><h1>Ferja står</h1><p>Ferja mellom Lavik og Oppedal ligg framleis ved kai, og køen strekkjer seg heilt \
        til kyrkja. Rederiet ventar på ein del til motoren.</p><h2>Lang venting</h2><p>Sjåførane har venta sidan klokka \
        seks, og fleire av dei har snudd. Kommunen set opp ein båt for gåande frå klokka tolv.</p><figure><img src=\"a.jpg\">\
        <figcaption>Køen ved kaia fredag morgon. Foto: Siri Moe</figcaption></figure><p>Ferja går tidlegast laurdag \
        morgon, seier rederiet.</p></article><div class=\"related-articles\"><p>Les også: Ny bru til neste år, seier \
        fylkesordføraren, som trur på byggjestart.</p></div></body></html>";

    #[test]
    fn a_page_gives_the_article_and_what_it_says_of_itself() {
        let article = read(PAGE.as_bytes()).unwrap();
        assert_eq!(article.id, "sak");
        assert_eq!(article.title.as_deref(), Some("Ferja står"));
        assert_eq!(article.date.as_deref(), Some("2024-05-03T10:00:00+02:00"));
        assert_eq!(article.author.as_deref(), Some("Siri Moe"));
        assert_eq!(article.section.as_deref(), Some("Nyhende"));
        assert_eq!(article.source.as_deref(), Some("Fjordavisa"));
        assert_eq!(article.lang.as_deref(), Some("nn"));
        assert_eq!(article.labels, Some(vec!["ferje".into(), "samferdsel".into()]));
        assert!(article.text.contains("Rederiet ventar") && article.text.contains("tidlegast laurdag"));
        for clutter in ["informasjonskapslar", "Ny bru"] {
            assert!(!article.text.contains(clutter), "{}", article.text);
        }
        let of_kind = |kind| {
            article
                .hints
                .iter()
                .find(|hint| hint.kind == kind)
                .map(|h| &article.text[h.span.clone()])
        };
        assert_eq!(of_kind(HintKind::Heading), Some("Lang venting"));
        assert_eq!(
            of_kind(HintKind::Caption),
            Some("Køen ved kaia fredag morgon. Foto: Siri Moe")
        );
    }

    #[test]
    fn a_page_says_its_encoding_itself() {
        let page = PAGE.replace("<head>", "<head><meta charset=\"iso-8859-1\">");
        let (latin, ..) = encoding_rs::WINDOWS_1252.encode(&page);
        assert_eq!(read(&latin).unwrap().text, read(PAGE.as_bytes()).unwrap().text);
    }

    #[test]
    fn a_page_without_words_or_nested_without_end_is_an_error() {
        assert!(matches!(
            read(b"<html><body></body></html>"),
            Err(Error::EmptyFile { .. })
        ));
        let bomb = format!("<html><body>{}", "<div>".repeat(20_000));
        assert!(matches!(read(bomb.as_bytes()), Err(Error::TooDeep { .. })));
    }

    #[test]
    fn find_article_looks_no_deeper_than_descriptions_are() {
        assert_eq!(
            find_article(serde_json::json!([[[[[[{"@type": "Article"}]]]]]]), 0),
            None
        );
    }
}
