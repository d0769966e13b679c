//! The digest of a group of articles.

use notis_names::Kind;
use notis_text::Span;
use serde::Serialize;

use super::Edit;

/// The digest of a group: a line of `notis digest --by … --format jsonl`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct GroupDigest {
    /// The name of the group.
    pub group: String,
    /// The ids of its articles, newest first.
    pub articles: Vec<String>,
    /// Where its articles were published, as far as that is known, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Its articles, newest first, with what is known of them.
    pub items: Vec<GroupArticle>,
    /// The sentences: those of one article joined by a space, a paragraph for each article.
    pub text: String,
    /// The sentences: the newest article's first, each article's in its own order.
    pub sentences: Vec<GroupSentence>,
    /// Who and what most of its articles name, at most 20 names, most articles first; where the kinds of names are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<GroupName>>,
}

impl GroupDigest {
    /// The names with their kinds; none where kinds were not asked for.
    pub fn names_with_kinds(&self) -> impl Iterator<Item = (&str, Kind)> {
        let names = self.names.iter().flatten();
        names.map(|name| (name.name.as_str(), name.kind))
    }

    /// The paragraphs of the text, each with the article that says it.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&GroupArticle, String)> {
        let parts = self.sentences.chunk_by(|a, b| a.id == b.id);
        parts.filter_map(|part| {
            let from = self.items.iter().find(|item| item.id == part[0].id)?;
            let texts: Vec<&str> = part.iter().map(|s| s.text.as_str()).collect();
            Some((from, texts.join(" ")))
        })
    }
}

/// A name that articles of a group share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroupName {
    /// The name.
    pub name: String,
    /// What kind of thing it names in most of the articles.
    pub kind: Kind,
    /// What it goes by in Wikidata, where a gazetteer tells it: `Q585`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// How many articles name it.
    pub articles: usize,
}

/// An article of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroupArticle {
    /// Its id.
    pub id: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A sentence of a group's digest.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct GroupSentence {
    /// The id of the article it is from.
    pub id: String,
    /// The sentence as it is printed.
    pub text: String,
    /// Where it stands in that article.
    #[serde(flatten)]
    pub span: Span,
    /// What was changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

impl From<notis_summarizer::group::GroupDigest> for GroupDigest {
    fn from(digest: notis_summarizer::group::GroupDigest) -> Self {
        GroupDigest {
            group: digest.group,
            articles: digest.articles,
            sources: digest.sources,
            items: digest.items.into_iter().map(GroupArticle::from).collect(),
            text: digest.text,
            sentences: digest.sentences.into_iter().map(GroupSentence::from).collect(),
            names: digest
                .names
                .map(|names| names.into_iter().map(GroupName::from).collect()),
        }
    }
}

impl From<notis_summarizer::group::GroupName> for GroupName {
    fn from(name: notis_summarizer::group::GroupName) -> Self {
        GroupName {
            name: name.named.name,
            kind: name.named.kind,
            wikidata: name.named.wikidata,
            articles: name.articles,
        }
    }
}

impl From<notis_summarizer::group::GroupSentence> for GroupSentence {
    fn from(sentence: notis_summarizer::group::GroupSentence) -> Self {
        GroupSentence {
            id: sentence.id,
            text: sentence.text,
            span: sentence.span,
            edits: sentence.edits.into_iter().map(Edit::from).collect(),
        }
    }
}

impl From<notis_summarizer::group::Listed> for GroupArticle {
    fn from(listed: notis_summarizer::group::Listed) -> Self {
        GroupArticle {
            id: listed.id,
            title: listed.title,
            source: listed.source,
            date: listed.date,
            link: listed.link,
        }
    }
}
