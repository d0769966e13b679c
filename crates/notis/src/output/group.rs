//! The digest of a group of articles.

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
    /// The sentences, joined by a space.
    pub text: String,
    /// The sentences: the newest article's first, each article's in its own order.
    pub sentences: Vec<GroupSentence>,
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
            text: digest.text,
            sentences: digest.sentences.into_iter().map(GroupSentence::from).collect(),
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
