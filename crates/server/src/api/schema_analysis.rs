//! The form of what is seen in a text, for the description of the API.
#![allow(dead_code, reason = "described, never built")]

use serde::Deserialize;
use utoipa::ToSchema;

/// What is seen in a text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Analysis {
    /// The article.
    id: String,
    /// The written form.
    lang: String,
    /// Its typed blocks.
    blocks: Vec<Block>,
    /// Its sentences.
    sentences: Vec<Sentence>,
    /// Its words.
    tokens: Vec<Token>,
    /// Every mention of every name.
    names: Vec<Mention>,
    /// What the model of names marked, where `kinds` asks for it.
    #[schema(nullable = false)]
    entities: Option<Vec<MarkedSpan>>,
}

/// What kind of thing a name names.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NameKind {
    /// A person.
    Person,
    /// A company, an authority, a party, a team.
    Organisation,
    /// A country, a town, a mountain, a building.
    Place,
    /// What people made: a law, a book, a car.
    Product,
    /// A war, a festival, a match.
    Event,
    /// A word made of a name.
    Derived,
    /// Anything else.
    Other,
}

/// A stretch that the model of names marked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MarkedSpan {
    /// What it names.
    kind: NameKind,
    /// The type in NorNE: `PER`, `ORG`, `LOC`, `GPE_LOC` …
    r#type: String,
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// `title` where it stands there.
    #[schema(nullable = false)]
    field: Option<String>,
}

/// A block.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Block {
    /// What it is.
    kind: String,
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
}

/// A sentence.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sentence {
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// The index of its block.
    block: usize,
}

/// A word.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Token {
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// Its stem, which unites the written forms.
    stem: String,
}

/// A mention of a name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mention {
    /// The name in full.
    name: String,
    /// First byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// `title` where it stands there.
    #[schema(nullable = false)]
    field: Option<String>,
    /// What it names, where `kinds` asks for it.
    #[schema(nullable = false)]
    kind: Option<NameKind>,
    /// The type in NorNE.
    #[schema(nullable = false)]
    r#type: Option<String>,
    /// What the name goes by in Wikidata, where that is known.
    #[schema(nullable = false)]
    wikidata: Option<String>,
}
