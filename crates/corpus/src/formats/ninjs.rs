//! ninjs 1, 2 and 3: the IPTC's news item in JSON, in lower case and camel case, as agencies send it.

use serde_json::{Map, Value};

use crate::Article;
use crate::hints::Composer;
use crate::markup::{self, is_markup};
use crate::uri::id_of;

type Object = Map<String, Value>;

/// Where each version keeps the running text, the fullest first; of a list the main one.
const BODIES: [&str; 8] = [
    "body_xhtml",
    "body_html",
    "body_richtext",
    "bodies",
    "body_text",
    "body_main",
    "description_text",
    "descriptions",
];
/// What the names begin with that ninjs 1 leaves to agencies.
const BODY_STEMS: [&str; 2] = ["body_", "description_"];
const HEADLINES: [&str; 4] = ["headlines", "headline", "headline_main", "title"];
const DATES: [&str; 3] = ["firstcreated", "versioncreated", "contentcreated"];

/// Whether an object is a news item: it has an address and something of a text.
pub(crate) fn is_item(object: &Object) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| get(object, name).is_some());
    has(&["uri", "guid"]) && (has(&BODIES) || has(&HEADLINES) || has(&["renditions"]))
}

/// The article of a news item; `None` where it has no text.
pub(crate) fn article(object: &Object) -> Option<Article> {
    let named = BODIES.iter().find_map(|name| main_text(get(object, name)?));
    let body = named.or_else(|| BODY_STEMS.iter().find_map(|stem| text_under(object, stem)))?;
    let (text, hints) = blocks(&body);
    let text_of = |names: &[&str]| names.iter().find_map(|name| main_text(get(object, name)?));
    Some(Article {
        id: text_of(&["uri", "guid"])
            .map(|uri| id_of(&uri))
            .unwrap_or_default(),
        text,
        hints,
        title: text_of(&HEADLINES).map(|title| markup::plain(&title)),
        date: text_of(&DATES),
        lang: text_of(&["language"]).and_then(|lang| written_form(&lang)),
        source: text_of(&["source", "infosources", "infosource", "copyrightholder"]),
        author: text_of(&["byline", "by", "authors"]).map(|by| markup::plain(&by)),
        url: text_of(&["canonicalurl", "url"]).or_else(|| other_id(object, "url")),
        section: text_of(&["genre", "genres", "service", "section"]),
        labels: labels(object),
        ..Article::default()
    })
}

/// The first text under a name that begins so.
fn text_under(object: &Object, stem: &str) -> Option<String> {
    let mut fields = object
        .iter()
        .filter(|(name, _)| name.to_ascii_lowercase().starts_with(stem));
    fields.find_map(|(_, value)| main_text(value))
}

/// What an item is called elsewhere, for the purpose of `role`.
fn other_id(object: &Object, role: &str) -> Option<String> {
    match get(object, "altids")? {
        Value::Object(ids) => main_text(ids.get(role)?),
        Value::Array(ids) => main_text(ids.iter().find(|id| id.get("role").is_some_and(|r| r == role))?),
        _ => None,
    }
}

/// A field by its name in lower case, whichever way it is spelled.
fn get<'a>(object: &'a Object, name: &str) -> Option<&'a Value> {
    let exact = object.get(name);
    exact.or_else(|| {
        let spelled = object.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        spelled.map(|(_, value)| value)
    })
}

/// The text of a field: itself, the main one of a list, or the value or name of an object.
fn main_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Array(items) => {
            let role = |item: &&Value| item.get("role").is_some_and(|role| role == "main");
            let main = items.iter().find(role).or_else(|| items.first());
            main.and_then(main_text)
        }
        Value::Object(object) => ["value", "name", "literal"]
            .iter()
            .find_map(|name| main_text(object.get(*name)?)),
        _ => None,
    }
}

/// The text and its blocks; plain text stays as it is.
fn blocks(body: &str) -> (String, Vec<crate::Hint>) {
    let mut composer = Composer::default();
    if is_markup(body) && markup::compose(body, &mut composer) && !composer.is_empty() {
        return composer.finish();
    }
    (body.to_owned(), Vec::new())
}

/// The names of the subjects and keywords; `None` where there is neither field.
fn labels(object: &Object) -> Option<Vec<String>> {
    let fields = ["subject", "subjects", "keywords"];
    let mut lists = fields
        .iter()
        .filter_map(|name| get(object, name)?.as_array())
        .peekable();
    lists.peek()?;
    Some(super::once_each(lists.flatten().filter_map(main_name).collect()))
}

pub(crate) fn main_name(item: &Value) -> Option<String> {
    item.get("name").and_then(main_text).or_else(|| main_text(item))
}

/// `nb` of `nb-NO`; plain Norwegian says nothing of the written form.
pub(crate) fn written_form(tag: &str) -> Option<String> {
    let form = tag
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    (!form.is_empty() && form != "no").then_some(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::HintKind;

    fn read(json: &str) -> Option<Article> {
        let object: Object = serde_json::from_str(json).unwrap();
        assert!(is_item(&object), "{json}");
        article(&object)
    }

    #[test]
    fn all_three_versions_say_the_same() {
        let items = [
            r#"{"uri":"urn:1","headline":"Ferja står","body_xhtml":"<h2>Kai</h2><p>Ho ligg.</p>","versioncreated":"2024-05-03T10:00:00Z","language":"nn-NO","subject":[{"code":"x","name":"Samferdsel"}],"byline":"Siri Moe"}"#,
            r#"{"uri":"urn:1","headlines":[{"role":"main","value":"Ferja står"}],"bodies":[{"role":"main","contenttype":"text/html","value":"<h2>Kai</h2><p>Ho ligg.</p>"}],"firstcreated":"2024-05-03T10:00:00Z","language":"nn","subjects":[{"name":"Samferdsel"}],"by":"Siri Moe"}"#,
            r#"{"uri":"urn:1","headlines":[{"value":"Ferja står"}],"bodies":[{"contentType":"text/html","value":"<h2>Kai</h2><p>Ho ligg.</p>"}],"firstCreated":"2024-05-03T10:00:00Z","language":"nn-NO","subjects":[{"name":"Samferdsel"}],"by":"Siri Moe"}"#,
        ];
        for item in items {
            let article = read(item).unwrap();
            assert_eq!(article.id, "urn:1");
            assert_eq!(article.title.as_deref(), Some("Ferja står"));
            assert_eq!(article.text, "Kai\n\nHo ligg.");
            assert_eq!(article.hints[0].kind, HintKind::Heading);
            assert_eq!(article.date.as_deref(), Some("2024-05-03T10:00:00Z"));
            assert_eq!(article.lang.as_deref(), Some("nn"));
            assert_eq!(article.author.as_deref(), Some("Siri Moe"));
            assert_eq!(article.labels, Some(vec!["Samferdsel".into()]));
        }
    }

    #[test]
    fn a_body_under_a_name_of_an_agency_is_one() {
        let article = read(r#"{"uri":"urn:3","headline":"A","body_avis":"Ho ligg."}"#).unwrap();
        assert_eq!(article.text, "Ho ligg.");
    }

    #[test]
    fn a_picture_has_no_text() {
        assert_eq!(read(r#"{"uri":"urn:2","type":"picture","renditions":[]}"#), None);
    }
}
