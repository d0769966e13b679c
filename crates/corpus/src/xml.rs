//! Small trees of XML, for documents of one article or a few.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::hints::{Composer, HintKind};

/// How deep elements may be nested.
const DEEPEST: usize = 512;

/// An element, by its name without prefix.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// The elements right below.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element of this name, itself included, outermost first; none within another of them.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        if self.name == name {
            return vec![self];
        }
        self.elements().flat_map(|element| element.all(name)).collect()
    }

    /// The first element of this name.
    pub(crate) fn first(&self, name: &str) -> Option<&Element> {
        self.all(name).into_iter().next()
    }

    /// All text, white space collapsed; `None` where there is none.
    pub(crate) fn text(&self) -> Option<String> {
        let mut text = String::new();
        self.append_text(&mut text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    fn append_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => {
                    if matches!(element.name.as_str(), "br" | "tab" | "s") {
                        out.push(' ');
                    }
                    element.append_text(out);
                }
            }
        }
    }

    /// Adds the blocks that `kind_of` tells, each with all the text in it.
    pub(crate) fn compose(&self, kind_of: &dyn Fn(&Element) -> Option<HintKind>, composer: &mut Composer) {
        match kind_of(self) {
            Some(kind) => composer.add(kind, &self.text().unwrap_or_default()),
            None => self
                .elements()
                .for_each(|element| element.compose(kind_of, composer)),
        }
    }
}

/// The root of a document; what is wrong with it where it does not hold together. Entities of its own are not expanded.
pub(crate) fn parse(bytes: &[u8]) -> Result<Element, String> {
    let text = decoded(bytes)?;
    let mut reader = Reader::from_str(&text);
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => close(&mut open, element(&start)?),
            Event::End(_) => {
                let done = open.pop().unwrap_or_default();
                close(&mut open, done);
            }
            Event::Text(text) => add_text(&mut open, &text),
            Event::CData(text) => add_text(&mut open, &text),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().map_err(|error| error.to_string())?;
                add_text(&mut open, &letter.map_or_else(|| named(&entity), String::from));
            }
            Event::Eof => break,
            _ => {}
        }
        if open.len() > DEEPEST {
            return Err(format!(
                "elements nested more than {DEEPEST} deep (nesting limit)"
            ));
        }
    }
    let document = open.swap_remove(0);
    if !open.is_empty() {
        return Err("the file ends within an element".to_owned());
    }
    let root = document.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| "there is no element in it".to_owned())
}

fn close(open: &mut [Element], done: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(Node::Element(done));
    }
}

fn add_text(open: &mut [Element], text: &str) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(Node::Text(text.to_owned()));
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(XmlVersion::default())
            .map_err(|error| error.to_string())?;
        Ok((local(attribute.key.local_name().as_ref()), value.into_owned()))
    });
    Ok(Element {
        name: local(start.local_name().as_ref()),
        attributes: attributes.collect::<Result<_, String>>()?,
        children: Vec::new(),
    })
}

fn local(name: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(name.as_ref()).into_owned()
}

/// What a named entity stands for; one that the document defines itself stays as it is written.
fn named(name: &str) -> String {
    match resolve_predefined_entity(name) {
        Some(text) => text.to_owned(),
        None if name == "nbsp" => "\u{a0}".to_owned(),
        None => format!("&{name};"),
    }
}

/// The text of a document in the encoding that its declaration names.
fn decoded(bytes: &[u8]) -> Result<String, String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let named = head.split_once("encoding=").and_then(|(_, rest)| {
        let name = rest.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?;
        encoding_rs::Encoding::for_label(name.as_bytes())
    });
    let decode = |encoding: &'static encoding_rs::Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes)
    };
    let text = named.and_then(decode);
    text.map(|text| text.into_owned())
        .ok_or_else(|| "it is not in the encoding it names".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_name_and_text_is_collapsed() {
        let root =
            parse(b"<?xml version='1.0'?><a:x b='1 &amp; 2'>\n <y>Sol &amp; <i>re</i>gn&#33;</y><y/></a:x>")
                .unwrap();
        assert_eq!(root.attribute("b"), Some("1 & 2"));
        assert_eq!(root.first("y").unwrap().text().as_deref(), Some("Sol & regn!"));
        assert_eq!(root.all("y").len(), 2);
    }

    #[test]
    fn other_encodings_go_by_the_declaration() {
        let root = parse(b"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>bl\xe5</a>").unwrap();
        assert_eq!(root.text().as_deref(), Some("blå"));
    }

    #[test]
    fn bombs_and_broken_documents_are_errors() {
        let deep = "<a>".repeat(100_000);
        assert!(parse(deep.as_bytes()).unwrap_err().contains("nesting limit"));
        for broken in ["<a>", "<a></b>", "", "bare tekst", "<a b=>"] {
            assert!(parse(broken.as_bytes()).is_err(), "{broken}");
        }
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(parse(laughs.as_bytes()).unwrap().text().as_deref(), Some("&c;"));
    }
}
