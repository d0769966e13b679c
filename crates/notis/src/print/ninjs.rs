//! ninjs, the IPTC's news item in JSON: an item a line, valid by the published schema of its version.
//!
//! An item tells what the desk says of an article: its topics as subjects, its digest as a description. The text stays
//! where it came from.

use notis_corpus::{moment, uri_of};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::media_topic::{MEDIA_TOPICS, media_topic, name, own_media_topic};
use super::printer::{Answer, Kind, NinjsVersion, Printer};
use crate::output::{Classification, Digest, GroupDigest, Origin, Summary, Tag, json_line};
use crate::{Article, Error, Language, NameKind};

/// The things of Wikidata.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// An item an answer.
pub(super) struct Ninjs {
    version: NinjsVersion,
}

impl Ninjs {
    pub(super) fn new(version: NinjsVersion) -> Self {
        Ninjs { version }
    }

    fn item(&self, told: &Told<'_>) -> Result<Vec<u8>, Error> {
        json_line(&match self.version {
            NinjsVersion::One => told.first(),
            NinjsVersion::Two => told.lists(&LOWER_CASE),
            NinjsVersion::Three => told.lists(&CAMEL_CASE),
        })
    }
}

impl Printer for Ninjs {
    fn head(&self, kind: Kind) -> Result<Vec<u8>, Error> {
        match kind {
            Kind::Classification | Kind::Digest => Ok(Vec::new()),
            Kind::Analysis => Err(no_form("an analysis")),
            Kind::Group => Err(no_form("a group of articles")),
            Kind::Summary => Err(no_form("counts")),
        }
    }

    fn article(&self, article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        match answer {
            Answer::Classification(given) => self.item(&Told::of_tags(article, given)),
            Answer::Digest(given) => self.item(&Told::of_digest(article, given)),
            Answer::Analysis(_) => Err(no_form("an analysis")),
        }
    }

    fn group(&self, _group: &GroupDigest) -> Result<Vec<u8>, Error> {
        Err(no_form("a group of articles"))
    }

    fn summary(&self, _summary: &Summary) -> Result<Vec<u8>, Error> {
        Err(no_form("counts"))
    }
}

fn no_form(what: &'static str) -> Error {
    Error::NotPrintable {
        format: "ninjs",
        what,
    }
}

/// What an item tells.
struct Told<'a> {
    id: &'a str,
    origin: &'a Origin,
    author: Option<&'a str>,
    lang: Language,
    tags: &'a [Tag],
    summary: Option<&'a str>,
    /// The names with their kinds and Wikidata ids, where kinds were asked for.
    names: Vec<(&'a str, NameKind, Option<&'a str>)>,
}

impl<'a> Told<'a> {
    fn of_tags(article: &'a Article, given: &'a Classification) -> Self {
        Told {
            id: &given.id,
            origin: &given.origin,
            author: article.author.as_deref(),
            lang: given.lang,
            tags: &given.topics,
            summary: None,
            names: Vec::new(),
        }
    }

    fn of_digest(article: &'a Article, given: &'a Digest) -> Self {
        Told {
            id: &given.id,
            origin: &given.origin,
            author: article.author.as_deref(),
            lang: given.lang,
            tags: &given.tags,
            summary: Some(&given.text),
            names: given.names_with_ids().collect(),
        }
    }

    /// An item of ninjs 1: one headline and one description.
    fn first(&self) -> Item {
        let mut item = self.begun("versioncreated");
        item.add("headline", self.origin.title.as_deref());
        item.add("description_text", self.summary);
        item.list(
            "subject",
            subjects(
                self.tags,
                subject_of_scheme,
                |code| json!({ "scheme": MEDIA_TOPICS, "code": code }),
            ),
        );
        self.add_names(&SINGULAR, concept_of_scheme, &mut item);
        item.list("infosource", self.sources());
        item.add("byline", self.author);
        item.add(
            "altids",
            Some(json!({ "id": self.id, "url": self.origin.url }).without_null()),
        );
        item.add("$standard", Some(standard("1.6")));
        item
    }

    /// An item of ninjs 2 or 3: lists of headlines and descriptions.
    fn lists(&self, names: &Names) -> Item {
        let other_id = |role: &str, id: &str| json!({ "role": role, "value": id });
        let mut item = self.begun(names.created);
        item.list(
            "headlines",
            self.origin.title.iter().map(|title| main(title)).collect(),
        );
        let summary = self
            .summary
            .map(|text| json!({ "role": "summary", names.content_type: "text/plain", "value": text }));
        item.list("descriptions", summary.into_iter().collect());
        item.list(
            "subjects",
            subjects(
                self.tags,
                subject,
                |code| json!({ "uri": format!("{MEDIA_TOPICS}{code}") }),
            ),
        );
        self.add_names(&PLURAL, concept, &mut item);
        item.list(names.sources, self.sources());
        item.add("by", self.author);
        let ids = [
            Some(other_id("id", self.id)),
            self.origin.url.as_deref().map(|url| other_id("url", url)),
        ];
        item.list(names.ids, ids.into_iter().flatten().collect());
        item.add("standard", Some(standard(names.version)));
        item
    }

    fn begun(&self, created: &'static str) -> Item {
        let lang = (!matches!(self.lang, Language::Other | Language::Unknown)).then(|| self.lang.code());
        let mut item = Item::default();
        item.add("uri", Some(uri_of(self.id)));
        item.add("type", Some("text"));
        item.add(created, self.origin.date.as_deref().and_then(moment));
        item.add("language", lang);
        item
    }

    /// Adds the names of each kind that ninjs has a list for.
    fn add_names(&self, lists: &[(NameKind, &'static str)], concept: Concept, item: &mut Item) {
        for &(kind, list) in lists {
            let named = self.names.iter().filter(|(_, of, _)| *of == kind);
            item.list(list, named.map(|&(name, _, id)| concept(name, id)).collect());
        }
    }

    fn sources(&self) -> Vec<Value> {
        let source = self.origin.source.iter();
        source.map(|name| json!({ "name": name })).collect()
    }
}

/// A name, and its Wikidata id where that is known, as an object of an item.
type Concept = fn(&str, Option<&str>) -> Value;

fn concept(name: &str, id: Option<&str>) -> Value {
    let uri = id.map(|id| format!("{WIKIDATA}{id}"));
    json!({ "name": name, "uri": uri }).without_null()
}

/// The same in ninjs 1, where a code belongs to a scheme.
fn concept_of_scheme(name: &str, id: Option<&str>) -> Value {
    json!({ "name": name, "scheme": id.map(|_| WIKIDATA), "code": id }).without_null()
}

/// What ninjs 2 and 3 spell in ways of their own.
struct Names {
    version: &'static str,
    created: &'static str,
    content_type: &'static str,
    sources: &'static str,
    ids: &'static str,
}

/// The lists of names in ninjs 1, and in later ones. Words derived from names, and names of other kinds, have none.
const SINGULAR: [(NameKind, &str); 5] = [
    (NameKind::Person, "person"),
    (NameKind::Organisation, "organisation"),
    (NameKind::Place, "place"),
    (NameKind::Event, "event"),
    (NameKind::Product, "object"),
];
const PLURAL: [(NameKind, &str); 5] = [
    (NameKind::Person, "people"),
    (NameKind::Organisation, "organisations"),
    (NameKind::Place, "places"),
    (NameKind::Event, "events"),
    (NameKind::Product, "objects"),
];

const LOWER_CASE: Names = Names {
    version: "2.2",
    created: "versioncreated",
    content_type: "contenttype",
    sources: "infosources",
    ids: "altids",
};
const CAMEL_CASE: Names = Names {
    version: "3.1",
    created: "versionCreated",
    content_type: "contentType",
    sources: "infoSources",
    ids: "altIds",
};

fn main(title: &str) -> Value {
    json!({ "role": "main", "value": title })
}

fn standard(version: &str) -> Value {
    let schema = format!("http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#");
    json!({ "name": "ninjs", "version": version, "schema": schema })
}

/// The topics; behind them, without a name of ours, the Media Topics that are wider than one of them, each once.
fn subjects(tags: &[Tag], own: fn(&Tag) -> Value, wider: impl Fn(&str) -> Value) -> Vec<Value> {
    let mut shared: Vec<&Tag> = Vec::new();
    for tag in tags.iter().filter(|tag| tag.shares_iptc) {
        if shared.iter().all(|other| other.iptc != tag.iptc) {
            shared.push(tag);
        }
    }
    let wider = shared.into_iter().filter_map(|tag| {
        let mut subject = wider(media_topic(tag)?);
        subject["creator"] = "notis".into();
        subject["confidence"] = confidence(tag).into();
        Some(subject)
    });
    tags.iter().map(own).chain(wider).collect()
}

/// A topic by name, own id and the Media Topic that it is.
fn subject(tag: &Tag) -> Value {
    let uri = own_media_topic(tag).map(|code| format!("{MEDIA_TOPICS}{code}"));
    json!({
        "name": name(tag),
        "uri": uri,
        "literal": tag.topic,
        "creator": "notis",
        "confidence": confidence(tag),
    })
    .without_null()
}

/// The same in ninjs 1, where a code belongs to a scheme; a topic without one is told by its name.
fn subject_of_scheme(tag: &Tag) -> Value {
    let code = own_media_topic(tag);
    json!({
        "name": name(tag),
        "scheme": code.map(|_| MEDIA_TOPICS),
        "code": code,
        "creator": "notis",
        "confidence": confidence(tag),
    })
    .without_null()
}

/// Its probability in percent.
fn confidence(tag: &Tag) -> u8 {
    (tag.probability * 100.0).round() as u8
}

trait WithoutNull {
    fn without_null(self) -> Self;
}

impl WithoutNull for Value {
    /// The same object without fields that say nothing.
    fn without_null(mut self) -> Self {
        if let Value::Object(fields) = &mut self {
            fields.retain(|_, value| !value.is_null());
        }
        self
    }
}

/// The fields of an item, in their order.
#[derive(Default)]
struct Item(Vec<(&'static str, Value)>);

impl Item {
    fn add(&mut self, name: &'static str, value: Option<impl Into<Value>>) {
        self.0.extend(value.map(|value| (name, value.into())));
    }

    fn list(&mut self, name: &'static str, values: Vec<Value>) {
        self.add(name, (!values.is_empty()).then_some(values));
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[cfg(test)]
mod tests;
