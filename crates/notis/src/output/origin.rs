//! What is known of an article beside its text.

use serde::Serialize;

use crate::Article;

/// What was read of an article beside its text: passed through, so that an answer can be used without the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Origin {
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its date, as ISO 8601 writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Origin {
    pub(crate) fn of(article: &Article) -> Self {
        Origin {
            title: article.title.clone(),
            date: article.date.clone(),
            source: article.source.clone(),
            url: article.url.clone(),
        }
    }
}
