//! An article as a caller sends it.

use notis::Article;
use serde::Deserialize;

/// An article, with the fields of a line of JSON Lines; [`super::schema::Article`] describes them.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Body(Article);

impl Body {
    /// Whether it came with an id.
    pub(crate) fn has_id(&self) -> bool {
        !self.0.id.is_empty()
    }

    /// The article; one without an id goes by `number`.
    pub(crate) fn into_article(self, number: usize) -> Article {
        let mut article = self.0;
        if article.id.is_empty() {
            article.id = number.to_string();
        }
        article
    }
}
