//! Articles as a topic model takes them: to be tagged, or to be learned from.

use notis_corpus::Article;
use notis_features::Content;
use notis_text::Analysis;

/// An article to be tagged: its analysis, and what an encoder outside says of it as a whole, where the model was trained
/// with one ([`crate::Model::encoder_dimensions`]).
///
/// ```
/// use notis_topics::Input;
///
/// let analysis = notis_text::analyze("Ferja gjekk ikkje i natt.", None);
/// let plain = Input::from(&analysis);
/// assert!(plain.vector.is_empty());
/// let encoded = Input::new(&analysis, &[0.25, -0.5]);
/// assert_eq!(encoded.vector.len(), 2);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The article.
    pub analysis: &'a Analysis<'a>,
    /// The numbers of its encoder; empty where there is none.
    pub vector: &'a [f32],
}

impl<'a> Input<'a> {
    /// An article with its vector.
    pub fn new(analysis: &'a Analysis<'a>, vector: &'a [f32]) -> Self {
        Input { analysis, vector }
    }

    /// What of it features count.
    pub(crate) fn content(&self) -> Content<'a> {
        Content::of(self.analysis).with_vector(self.vector)
    }
}

impl<'a> From<&'a Analysis<'a>> for Input<'a> {
    fn from(analysis: &'a Analysis<'a>) -> Self {
        Input::new(analysis, &[])
    }
}

/// An article to learn from or to be measured by, with the numbers of its encoder; empty where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    /// The article with its labels.
    pub article: Article,
    /// The numbers of its encoder.
    pub vector: Vec<f32>,
}

impl From<Article> for Example {
    fn from(article: Article) -> Self {
        Example {
            article,
            vector: Vec::new(),
        }
    }
}

/// An article analysed.
pub fn analyzed(article: &Article) -> Analysis<'_> {
    notis_text::analyze(&article.text, article.title.as_deref())
}
