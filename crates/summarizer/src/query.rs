//! What the reader cares about: words of the article with weights, such as the evidence of its topics.

use notis_text::TypeId;

/// Weighted word types of one article that its digest should favour; empty where the caller has none.
///
/// Every form of a word is met: who cares about «våpenhvile» finds «våpenhvilen» too.
///
/// ```
/// use notis_summarizer::Query;
///
/// let article = notis_text::analyze("Syria har fått våpenhvile.", None);
/// let of_topic = article.indices_in(notis_text::Span::new(0, 5)).map(|token| (article.token_types[token], 2.0));
/// assert!(!Query::new(of_topic).is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    terms: Vec<(TypeId, f32)>,
}

impl Query {
    /// A query of word types of the article with their weights (above 0; the scale does not matter).
    pub fn new(terms: impl IntoIterator<Item = (TypeId, f32)>) -> Self {
        Query {
            terms: terms.into_iter().collect(),
        }
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The word types and their weights.
    pub fn terms(&self) -> &[(TypeId, f32)] {
        &self.terms
    }
}
