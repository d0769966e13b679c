//! One article as a JSON object.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::{ninjs, once_each, split_list};
use crate::{Article, Error, Graded, Place, ReadOptions};

/// Reads articles from JSON objects whose fields may go by other names.
#[derive(Clone, Debug)]
pub(crate) struct Objects {
    renames: Vec<(String, &'static str)>,
    label_field: Option<String>,
}

impl Objects {
    pub(crate) fn new(options: &ReadOptions) -> Self {
        let renames = options.columns.iter();
        Objects {
            renames: renames.map(|c| (c.name.clone(), c.field.as_str())).collect(),
            label_field: options.label_field.clone(),
        }
    }

    /// The article that `json` is; one without an id goes by `id`.
    pub(crate) fn article(
        &self,
        json: &str,
        place: &Place,
        id: impl FnOnce() -> String,
    ) -> Result<Article, Error> {
        match self.record(json) {
            Ok(record) => Ok(record.into_article(id)),
            Err(error) => match self.news_item(json) {
                Some(item) => item.ok_or_else(|| Error::NotAnArticle {
                    place: place.clone(),
                    reason: "a news item (ninjs) without text, such as a picture".into(),
                }),
                None => Err(explain(&error, place.clone())),
            },
        }
    }

    fn record(&self, json: &str) -> serde_json::Result<Record> {
        if self.renames.is_empty() && self.label_field.is_none() {
            return serde_json::from_str(json);
        }
        let mut object: Map<String, Value> = serde_json::from_str(json)?;
        for (name, field) in &self.renames {
            if let Some(value) = object.remove(name) {
                object.insert((*field).to_owned(), value);
            }
        }
        if let Some(labels) = self.label_field.as_ref().and_then(|name| object.remove(name)) {
            object.insert("labels".to_owned(), names_in(&labels).into());
        }
        serde_json::from_value(object.into())
    }

    /// The article of a ninjs item, `None` within where it has no text; `None` where it is no such item.
    fn news_item(&self, json: &str) -> Option<Option<Article>> {
        let object: Map<String, Value> = serde_json::from_str(json).ok()?;
        if !ninjs::is_item(&object) {
            return None;
        }
        let article = ninjs::article(&object).map(|article| match &self.label_field {
            Some(name) => Article {
                labels: object.get(name).map(|labels| once_each(names_in(labels))),
                ..article
            },
            None => article,
        });
        Some(article)
    }
}

/// The names in a value: its items, or what `;` or `,` parts in a text.
pub(crate) fn names_in(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter_map(ninjs::main_name).collect(),
        Value::String(text) => split_list(text, &[';', ',']),
        other => ninjs::main_name(other).into_iter().collect(),
    }
}

fn explain(error: &serde_json::Error, start: Place) -> Error {
    let below = (error.line() as u64).saturating_sub(1);
    let place = Place {
        line: start.line.map(|line| line + below),
        ..start
    };
    let said = error.to_string();
    let reason = said.split(" at line ").next().unwrap_or_default().to_owned();
    match error.classify() {
        Category::Data => Error::NotAnArticle { place, reason },
        _ => Error::BrokenJson {
            place,
            column: error.column(),
            reason,
        },
    }
}

/// An object as it is written; fields that are not known are passed over.
#[derive(Deserialize)]
#[serde(expecting = "an object with \"id\" and \"text\"")]
struct Record {
    #[serde(default, deserialize_with = "text_or_number")]
    id: Option<String>,
    text: String,
    title: Option<String>,
    #[serde(default, deserialize_with = "text_or_number")]
    date: Option<String>,
    lang: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
    section: Option<String>,
    labels: Option<Vec<String>>,
    mentions: Option<Vec<String>>,
    graded: Option<NumberOrTopics>,
    grades: Option<BTreeMap<String, u8>>,
    summaries_nb: Option<Vec<String>>,
    summaries_nn: Option<Vec<String>>,
}

impl Record {
    fn into_article(self, id: impl FnOnce() -> String) -> Article {
        Article {
            id: self.id.filter(|id| !id.is_empty()).unwrap_or_else(id),
            text: self.text,
            title: self.title.filter(|title| !title.trim().is_empty()),
            date: self.date,
            lang: self.lang,
            source: self.source,
            author: self.author,
            url: self.url,
            section: self.section,
            labels: self.labels.map(once_each),
            mentions: once_each(self.mentions.unwrap_or_default()),
            graded: self.graded.map(Graded::from),
            grades: self.grades.unwrap_or_default(),
            summaries_nb: self.summaries_nb.unwrap_or_default(),
            summaries_nn: self.summaries_nn.unwrap_or_default(),
            ..Article::default()
        }
    }
}

impl<'de> Deserialize<'de> for Article {
    /// Of an object as it stands in JSON Lines; where it has no id, that of the article is empty.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Record::deserialize(deserializer)?.into_article(String::new))
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a text or a number")]
enum TextOrNumber {
    Text(String),
    Number(serde_json::Number),
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map(|value| match value {
        TextOrNumber::Text(text) => text,
        TextOrNumber::Number(number) => number.to_string(),
    }))
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a number of topics or a list of them")]
enum NumberOrTopics {
    Number(usize),
    Topics(Vec<String>),
}

impl From<NumberOrTopics> for Graded {
    fn from(said: NumberOrTopics) -> Self {
        match said {
            NumberOrTopics::Number(count) => Graded::Count(count),
            NumberOrTopics::Topics(topics) => Graded::Topics(once_each(topics)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str, options: &ReadOptions) -> Result<Article, Error> {
        Objects::new(options).article(json, &Place::file("sak"), || "sak:1".into())
    }

    #[test]
    fn what_was_looked_at_is_a_number_or_a_list() {
        let graded = |json: &str| read(json, &ReadOptions::default()).unwrap().graded;
        assert_eq!(graded(r#"{"text":"a"}"#), None);
        assert_eq!(graded(r#"{"text":"a","graded":27}"#), Some(Graded::Count(27)));
        let listed = graded(r#"{"text":"a","graded":["fotball","bolig","fotball"]}"#);
        assert_eq!(
            listed,
            Some(Graded::Topics(vec!["fotball".into(), "bolig".into()]))
        );
        assert!(read(r#"{"text":"a","graded":"alle"}"#, &ReadOptions::default()).is_err());
    }

    #[test]
    fn other_names_are_mapped() {
        let options = ReadOptions {
            columns: vec!["text=brødtekst".parse().unwrap()],
            ..ReadOptions::default()
        };
        assert_eq!(
            read("{\"brødtekst\":\"Snø\",\"text\":1}", &options).unwrap().text,
            "Snø"
        );
    }

    #[test]
    fn labels_may_stand_in_another_field_in_any_form() {
        let options = ReadOptions {
            label_field: Some("tema".into()),
            ..ReadOptions::default()
        };
        for json in [
            r#"{"text":"a","labels":["x"],"tema":["vær","klima","vær"]}"#,
            r#"{"text":"a","tema":"vær; klima"}"#,
            r#"{"text":"a","tema":[{"name":"vær"},{"code":"1","name":"klima"}]}"#,
            r#"{"uri":"urn:1","headline":"A","body_text":"a","subject":[{"name":"x"}],"tema":"vær,klima"}"#,
        ] {
            let labels = read(json, &options).unwrap().labels;
            assert_eq!(labels, Some(vec!["vær".into(), "klima".into()]), "{json}");
        }
        assert_eq!(read(r#"{"text":"a"}"#, &options).unwrap().labels, None);
    }

    #[test]
    fn where_an_article_comes_from_is_kept() {
        let json =
            r#"{"text":"a","url":"https://avisa.example/sak","author":"Siri Moe","section":"Nyheter"}"#;
        let article = read(json, &ReadOptions::default()).unwrap();
        assert_eq!(article.url.as_deref(), Some("https://avisa.example/sak"));
        assert_eq!(article.author.as_deref(), Some("Siri Moe"));
        assert_eq!(article.section.as_deref(), Some("Nyheter"));
    }
}
