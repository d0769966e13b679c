//! The form of what is sent and answered, for the description of the API. The answers themselves are the objects of
//! [`notis::output`]; a test holds this against the contract of the library, field by field.
#![allow(dead_code, reason = "described, never built")]

use std::collections::BTreeMap;

use serde::Deserialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

pub(crate) use super::schema_analysis::{Analysis, NameKind};
pub(crate) use super::schema_kept::{GroupDigest, KeptArticle};
pub(crate) use super::schema_problems::Problems;

/// An article: the fields of a line of JSONL that the command line reads, `graded` and `grades` among them. Fields that are
/// not known are passed over.
#[derive(Deserialize, ToSchema)]
#[schema(title = "Article")]
pub(crate) struct Article {
    /// Its name in the answer; its number in the request where it has none.
    id: Option<TextOrNumber>,
    /// The text; every span of the answer points into it.
    #[schema(example = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.")]
    text: String,
    /// The title, where it stands beside the text.
    title: Option<String>,
    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a moment that begins with one.
    date: Option<TextOrNumber>,
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
    /// The topics it only names.
    mentions: Option<Vec<String>>,
    /// Digests in bokmål that people wrote.
    summaries_nb: Option<Vec<String>>,
    /// Digests in nynorsk that people wrote.
    summaries_nn: Option<Vec<String>>,
}

/// A text, or a number that is taken for its digits.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum TextOrNumber {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
}

/// The methods of digests, each by its name.
pub(crate) struct Method;

impl PartialSchema for Method {
    fn schema() -> RefOr<Schema> {
        let names = ObjectBuilder::new().schema_type(Type::String);
        names.enum_values(Some(notis::METHODS)).into()
    }
}

impl ToSchema for Method {}

/// The topics of an article, or why it has none.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Classification {
    /// The article.
    id: String,
    /// `tagged` or `abstained`.
    #[schema(example = "tagged")]
    decision: String,
    /// Why it has none, where it abstains.
    #[schema(nullable = false)]
    reason: Option<String>,
    /// The written form: `nb`, `nn`, `da`, `sv`, `other`, `unknown`.
    lang: String,
    /// The topics, the most probable first.
    topics: Vec<Tag>,
    /// Where no topic is probable enough, the one that comes nearest.
    #[schema(nullable = false)]
    nearest: Option<Nearest>,
    /// The probability of every topic, where it was asked for.
    #[schema(nullable = false)]
    scores: Option<BTreeMap<String, f64>>,
    /// Its title, where it is known.
    #[schema(nullable = false)]
    title: Option<String>,
    /// Its date, where it is known.
    #[schema(nullable = false)]
    date: Option<String>,
    /// Where it was published, where that is known.
    #[schema(nullable = false)]
    source: Option<String>,
    /// Where it can be read, where that is known.
    #[schema(nullable = false)]
    url: Option<String>,
}

/// The topic that comes nearest to its threshold without reaching it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nearest {
    /// Its id.
    topic: String,
    /// How sure, 0 to 1.
    probability: f64,
    /// The probability from which it is given.
    threshold: f64,
    /// What it lacks.
    distance: f64,
}

/// One topic an article is about.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tag {
    /// Its id.
    topic: String,
    /// Its IPTC Media Topic code, where its definition has one.
    #[schema(nullable = false)]
    iptc: Option<String>,
    /// How sure, 0 to 1.
    probability: f64,
    /// The probability from which it is given.
    threshold: f64,
    /// What carried it, where it was asked for.
    #[schema(nullable = false)]
    evidence: Option<Vec<Evidence>>,
}

/// Words that speak for or against a topic.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Evidence {
    /// The words as they stand in the article.
    text: String,
    /// What they add to the log-odds.
    weight: f64,
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// `title`, `baseline` or `rest`, where it is not the text.
    #[schema(nullable = false)]
    field: Option<String>,
}

/// A stretch of the text, in bytes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Span {
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
}

/// A place in the text, or in the title beside it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// `title` where it stands there.
    #[schema(nullable = false)]
    field: Option<String>,
}

/// The digest of an article.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Digest {
    /// The article.
    id: String,
    /// The method that made it.
    method: String,
    /// The sentences, joined by a space.
    text: String,
    /// The sentences, in the order of the article.
    sentences: Vec<DigestSentence>,
    /// The ids of its topics, the most probable first.
    topics: Vec<String>,
    /// The words that tell what it is about, best first.
    keywords: Vec<String>,
    /// Where each keyword stands.
    keyword_spans: Vec<Vec<Span>>,
    /// The names in it, the most mentioned first.
    names: Vec<String>,
    /// Where each name stands.
    name_spans: Vec<Vec<Place>>,
    /// What each name names, where `kinds` asks for it.
    #[schema(nullable = false)]
    name_kinds: Option<Vec<NameKind>>,
    /// What each name goes by in Wikidata, where `kinds` asks for it; `null` where that is not known.
    #[schema(nullable = false)]
    name_ids: Option<Vec<Option<String>>>,
    /// What a generating model has not read.
    #[schema(nullable = false)]
    unread: Option<Span>,
    /// Its title, where it is known.
    #[schema(nullable = false)]
    title: Option<String>,
    /// Its date, where it is known.
    #[schema(nullable = false)]
    date: Option<String>,
    /// Where it was published, where that is known.
    #[schema(nullable = false)]
    source: Option<String>,
    /// Where it can be read, where that is known.
    #[schema(nullable = false)]
    url: Option<String>,
}

/// A sentence of a digest.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DigestSentence {
    /// The sentence as it is printed.
    text: String,
    /// First byte of the sentence in the article.
    start: usize,
    /// The byte after its last.
    end: usize,
    /// What was changed.
    #[schema(nullable = false)]
    edits: Option<Vec<Edit>>,
    /// Numbers and names of a generated sentence that the article does not contain.
    #[schema(nullable = false)]
    unsupported: Option<Vec<String>>,
}

/// A change made to a sentence.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    /// Why it was made.
    kind: String,
    /// First byte of what is replaced.
    start: usize,
    /// The byte after its last.
    end: usize,
    /// What is printed in its place.
    replacement: String,
}

/// A model's card.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ModelCard {
    /// Its topics.
    topics: Vec<TopicCard>,
    /// What it was trained on.
    #[schema(value_type = Option<Object>)]
    training: Option<serde_json::Value>,
    /// Corrected articles that it has learned from since, without its corpus.
    corrections: usize,
}

/// What is known of one topic.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TopicCard {
    /// Its id.
    id: String,
    /// Its name in bokmål, or its id.
    name: String,
    /// IPTC Media Topic code.
    iptc: Option<String>,
    /// The wider topic.
    parent: Option<String>,
    /// The probability from which it is given.
    threshold: f64,
    /// Words and phrases that tell it.
    patterns: usize,
}
