//! An article as a caller sends it.

use notis::Article;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

/// An article: the fields of a line of JSONL that the command line reads. Fields that are not known are passed over.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with \"text\"")]
#[schema(title = "Article", as = Article)]
pub(crate) struct Body {
    /// Its name in the answer; its number in the request where it has none. A number is taken too.
    #[serde(default, deserialize_with = "text_or_number")]
    #[schema(nullable = false, example = "ferje")]
    id: Option<String>,
    /// The text; every span of the answer points into it.
    #[schema(example = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.")]
    pub(crate) text: String,
    /// The title, where it stands beside the text.
    title: Option<String>,
    /// `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "text_or_number")]
    date: Option<String>,
    /// The written form somebody gave it.
    lang: Option<String>,
    /// Where it comes from.
    source: Option<String>,
    /// Who wrote it.
    author: Option<String>,
    /// Its address.
    url: Option<String>,
    /// The part of the paper it stood in.
    section: Option<String>,
    /// The topics it is about.
    labels: Option<Vec<String>>,
}

impl Body {
    /// The article; one without an id goes by `number`.
    pub(crate) fn into_article(self, number: usize) -> Article {
        Article {
            id: self
                .id
                .filter(|id| !id.is_empty())
                .unwrap_or_else(|| number.to_string()),
            text: self.text,
            title: self.title.filter(|title| !title.trim().is_empty()),
            date: self.date,
            lang: self.lang,
            source: self.source,
            author: self.author,
            url: self.url,
            section: self.section,
            labels: self.labels,
            ..Article::default()
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a text or a number")]
enum TextOrNumber {
    Text(String),
    Number(serde_json::Number),
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let value = Option::<TextOrNumber>::deserialize(deserializer)?;
    Ok(value.map(|value| match value {
        TextOrNumber::Text(text) => text,
        TextOrNumber::Number(number) => number.to_string(),
    }))
}
