//! The form of the answers about what is kept, for the description of the API.
#![allow(dead_code, reason = "described, never built")]

use serde::Deserialize;
use utoipa::ToSchema;

use super::schema::{Classification, Digest, Edit, NameKind};

/// An article that is kept, and what is known of it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeptArticle {
    /// The article, as a line of JSON Lines that every verb of notis reads.
    #[schema(value_type = Object)]
    article: serde_json::Value,
    /// When it came, in UTC.
    arrived: String,
    /// What people said of it, in their order.
    corrections: Vec<crate::store::Correction>,
    /// The model that read it; `null` before one has.
    #[schema(required)]
    model: Option<String>,
    /// What the model said: a line of `notis classify`.
    #[schema(required)]
    classification: Option<Classification>,
    /// Its digest: a line of `notis digest`.
    #[schema(required)]
    digest: Option<Digest>,
}

/// The digest of a group of articles.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupDigest {
    /// The name of the group.
    group: String,
    /// The ids of its articles, newest first.
    articles: Vec<String>,
    /// Where its articles were published.
    #[schema(nullable = false)]
    sources: Option<Vec<String>>,
    /// Its articles, newest first.
    items: Vec<GroupArticle>,
    /// The sentences: those of one article joined by a space, a paragraph for each article.
    text: String,
    /// The sentences.
    sentences: Vec<GroupSentence>,
    /// The names of most of its articles, most first, where `kinds` asks for them.
    #[schema(nullable = false)]
    names: Option<Vec<GroupName>>,
}

/// A name that articles of a group share.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupName {
    /// The name.
    name: String,
    /// What it names in most of the articles.
    kind: NameKind,
    /// What it goes by in Wikidata, where that is known.
    #[schema(nullable = false)]
    wikidata: Option<String>,
    /// How many articles name it.
    articles: usize,
}

/// An article of a group.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupArticle {
    /// Its id.
    id: String,
    /// Its title.
    #[schema(nullable = false)]
    title: Option<String>,
    /// Where it was published.
    #[schema(nullable = false)]
    source: Option<String>,
    /// Its date.
    #[schema(nullable = false)]
    date: Option<String>,
    /// Where it can be read.
    #[schema(nullable = false)]
    link: Option<String>,
}

/// A sentence of a group's digest.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupSentence {
    /// The article it is from.
    id: String,
    /// The sentence as it is printed.
    text: String,
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// What was changed.
    #[schema(nullable = false)]
    edits: Option<Vec<Edit>>,
}
