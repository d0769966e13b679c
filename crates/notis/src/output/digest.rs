//! The digest of an article.

use notis_names::{EntityType, Kind, KnownName};
use notis_summarizer::EditKind;
use notis_summarizer::group::Named;
use notis_text::{Language, Span};
use serde::Serialize;

use super::{Origin, Reason, Tag};
use crate::Article;

/// The digest of an article: a line of `notis digest --format jsonl`. `keyword_spans` and `name_spans` tell for each
/// keyword and each name where it stands.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Digest {
    /// The article.
    pub id: String,
    /// The method that made it.
    pub method: &'static str,
    /// The sentences, joined by a space; the points of a list by a line break.
    pub text: String,
    /// The sentences, in the order of the article.
    pub sentences: Vec<DigestSentence>,
    /// The ids of its topics, the most probable first.
    pub topics: Vec<String>,
    /// The words that tell what it is about, best first.
    pub keywords: Vec<String>,
    /// Where each keyword stands.
    pub keyword_spans: Vec<Vec<Span>>,
    /// The names in it, the most mentioned first.
    pub names: Vec<String>,
    /// Where each name stands.
    pub name_spans: Vec<Vec<Place>>,
    /// What kind of thing each name names, where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_kinds: Option<Vec<Kind>>,
    /// The Wikidata id of each name, where kinds are asked for; none where no gazetteer tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_ids: Option<Vec<Option<String>>>,
    /// The end of the article that a generating model has not read, because it was too long for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<Span>,
    /// What is known of the article.
    #[serde(flatten)]
    pub origin: Origin,
    /// Its topics with all that is known of them.
    #[serde(skip)]
    pub tags: Vec<Tag>,
    /// The written form of the article.
    #[serde(skip)]
    pub lang: Language,
    /// Whether the sentences are points of a list; the text has a line for each.
    #[serde(skip)]
    pub is_list: bool,
    /// Why it has no topic, where the article was not even looked at or is unlike any that was learned from.
    #[serde(skip)]
    pub reason: Option<Reason>,
}

impl Digest {
    pub(crate) fn new(
        article: &Article,
        lang: Language,
        digest: notis_summarizer::Digest,
        tags: Vec<Tag>,
        names: Vec<Name>,
    ) -> Self {
        let (keywords, keyword_spans) = digest.keywords.into_iter().map(|k| (k.text, k.spans)).unzip();
        let is_told = names.iter().any(|name| name.kind.is_some());
        let name_kinds = is_told.then(|| names.iter().filter_map(|name| name.kind).collect());
        let name_ids = is_told.then(|| names.iter().map(|name| name.wikidata.clone()).collect());
        let (names, name_spans): (Vec<String>, _) =
            names.into_iter().map(|name| (name.name, name.places)).unzip();
        Digest {
            id: article.id.clone(),
            method: digest.method,
            text: digest.text,
            sentences: digest.sentences.into_iter().map(DigestSentence::from).collect(),
            topics: tags.iter().map(|tag| tag.topic.clone()).collect(),
            keywords,
            keyword_spans,
            names,
            name_spans,
            name_kinds,
            name_ids,
            unread: digest.unread,
            origin: Origin::of(article),
            tags,
            lang,
            is_list: false,
            reason: None,
        }
    }
}

impl Digest {
    /// The names with their kinds; none where these were not asked for.
    pub fn names_with_kinds(&self) -> impl Iterator<Item = (&str, Kind)> {
        let kinds = self.name_kinds.iter().flatten();
        self.names.iter().map(String::as_str).zip(kinds.copied())
    }

    /// The names with their kinds and, where they are known, their Wikidata ids; none where kinds were not asked for.
    pub fn names_with_ids(&self) -> impl Iterator<Item = (&str, Kind, Option<&str>)> {
        let ids = self.name_ids.iter().flatten().map(Option::as_deref);
        self.names_with_kinds()
            .zip(ids)
            .map(|((name, kind), id)| (name, kind, id))
    }
}

/// A sentence of a digest.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DigestSentence {
    /// The sentence as it is printed: its slice of the article with white space collapsed and the edits made.
    pub text: String,
    /// First byte of the sentence in the article.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What was changed, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// Numbers and names of a generated sentence that the article does not contain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsupported: Vec<String>,
}

impl From<notis_summarizer::DigestSentence> for DigestSentence {
    fn from(sentence: notis_summarizer::DigestSentence) -> Self {
        DigestSentence {
            text: sentence.text,
            start: sentence.span.start,
            end: sentence.span.end,
            edits: sentence.edits.into_iter().map(Edit::from).collect(),
            unsupported: sentence.unsupported,
        }
    }
}

/// A change made to a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Edit {
    /// Why it was made: `dateline`, `parenthesis`, `reporting_tail`, `conjunction`, `pronoun`, `full_name`,
    /// `quote_mark`, `clause`, `cut`, `generated`.
    pub kind: &'static str,
    /// First byte of what is replaced.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What is printed in its place.
    pub replacement: String,
}

impl From<notis_summarizer::Edit> for Edit {
    fn from(edit: notis_summarizer::Edit) -> Self {
        Edit {
            kind: EditKind::as_str(edit.kind),
            start: edit.span.start,
            end: edit.span.end,
            replacement: edit.replacement,
        }
    }
}

/// A word that tells what an article is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Keyword {
    /// Its most frequent form in the article, in small letters.
    pub text: String,
    /// How telling it is, above 0.
    pub weight: f32,
    /// Where its forms stand in the text.
    pub spans: Vec<Span>,
}

impl From<notis_summarizer::Keyword> for Keyword {
    fn from(keyword: notis_summarizer::Keyword) -> Self {
        Keyword {
            text: keyword.text,
            weight: keyword.weight,
            spans: keyword.spans,
        }
    }
}

/// A name, with everywhere it is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Name {
    /// The fullest form that the article uses, without a genitive -s.
    pub name: String,
    /// Its mentions: those of the title first, then those of the text, in order.
    pub places: Vec<Place>,
    /// What kind of thing it names, where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The type in NorNE.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityType>,
    /// What it goes by in Wikidata, where kinds are asked for and a gazetteer tells it: `Q585`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
}

impl Name {
    /// The same, with what is known of its kind.
    pub(crate) fn known(self, known: KnownName, wikidata: Option<String>) -> Self {
        Name {
            kind: Some(known.kind),
            entity: Some(known.entity),
            wikidata,
            ..self
        }
    }

    /// What a group of articles needs of it: nothing where its kind is not known.
    pub(crate) fn in_group(self) -> Option<Named> {
        Some(Named {
            name: self.name,
            kind: self.kind?,
            wikidata: self.wikidata,
        })
    }
}

impl From<notis_text::Name> for Name {
    fn from(name: notis_text::Name) -> Self {
        Name {
            name: name.name,
            places: name.mentions.iter().map(Place::of).collect(),
            kind: None,
            entity: None,
            wikidata: None,
        }
    }
}

/// A place of a name: in the text, or in a title beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// `title` where it stands in a title beside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

impl Place {
    fn of(mention: &notis_text::Mention) -> Self {
        Place {
            start: mention.span.start,
            end: mention.span.end,
            field: mention.in_title.then_some("title"),
        }
    }
}
