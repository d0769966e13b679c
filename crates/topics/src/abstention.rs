//! When an article gets no tag: every rule of it, in the order they are asked.
//!
//! Models, exclusive models and topics known by their names alone (`--zero-shot`) all ask here: [`Reason::before`] an
//! article is scored, and after it [`Decision::of`] where only thresholds count, or [`doubt`] where a model also knows
//! what its training articles were like. A new rule is a variant of [`Reason`] and a line in one of these.

use notis_text::{Analysis, Language};

use crate::decision::{Decision, Tag};
use crate::model::Words;
use crate::prose::share_in_sentences;

/// Why an article has no tag.
// Exhaustive on purpose: who words reasons, here or in a desk, is to be asked about a new one by the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Under four words.
    TooShort,
    /// In another language.
    NotNorwegian,
    /// Unlike anything seen in training, and no topic is named; or no running text.
    Unfamiliar,
    /// No topic is probable enough.
    BelowThreshold,
}

/// How many topics an article has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topics {
    /// Any number, none too: an article may get no tag.
    Any,
    /// Exactly one, as its trainer promised: only an empty article gets none.
    One,
}

/// Fewer words are too few to say anything.
const FEWEST_WORDS: usize = 4;

/// An article of whose words a smaller share was met in training is unlike it.
const LEAST_KNOWN: f64 = 0.25;

impl Reason {
    /// All of them, in the order they are asked.
    pub const ALL: [Reason; 4] = [
        Reason::TooShort,
        Reason::NotNorwegian,
        Reason::Unfamiliar,
        Reason::BelowThreshold,
    ];

    /// Why an article gets no tag whatever the topics are, if it is so.
    ///
    /// ```
    /// use notis_topics::{Reason, Topics};
    ///
    /// let short = notis_text::analyze("Elva steig", None);
    /// assert_eq!(Reason::before(&short, Topics::Any), Some(Reason::TooShort));
    /// assert_eq!(Reason::before(&short, Topics::One), None);
    /// ```
    pub fn before(article: &Analysis<'_>, topics: Topics) -> Option<Reason> {
        let words = article.tokens.len() + article.title_tokens.len();
        match topics {
            Topics::One => (words == 0).then_some(Reason::TooShort),
            Topics::Any if words < FEWEST_WORDS => Some(Reason::TooShort),
            Topics::Any => is_foreign(article).then_some(Reason::NotNorwegian),
        }
    }

    /// The name in the output.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::TooShort => "too_short",
            Reason::NotNorwegian => "not_norwegian",
            Reason::Unfamiliar => "unfamiliar",
            Reason::BelowThreshold => "below_threshold",
        }
    }
}

impl Decision {
    /// These tags, or that no topic is probable enough.
    pub fn of(tags: Vec<Tag>) -> Self {
        if tags.is_empty() {
            Decision::Abstained(Reason::BelowThreshold)
        } else {
            Decision::Tagged(tags)
        }
    }
}

/// An article that a model has scored, and what the model knows of articles like it.
pub(crate) struct Scored<'a> {
    pub(crate) article: &'a Analysis<'a>,
    pub(crate) names_a_topic: bool,
    pub(crate) words: &'a [Words],
    /// A page with a smaller share of its words in whole sentences is no running text.
    pub(crate) least_prose: f64,
    /// Whether the caller chose the threshold, and so takes what reaches it.
    pub(crate) threshold_is_given: bool,
}

/// Why a scored article gets no tag, if it is so; `tags` are the topics that reach their thresholds.
pub(crate) fn doubt(tags: &[Tag], scored: &Scored<'_>) -> Option<Reason> {
    if !scored.threshold_is_given && scored.is_no_prose() {
        Some(Reason::Unfamiliar)
    } else if !tags.is_empty() {
        None
    } else if scored.is_unfamiliar() {
        Some(Reason::Unfamiliar)
    } else {
        Some(Reason::BelowThreshold)
    }
}

impl Scored<'_> {
    /// Whether the article is a list, an index or a table, unlike the running text of the training corpus.
    fn is_no_prose(&self) -> bool {
        share_in_sentences(self.article).is_some_and(|share| share < self.least_prose)
    }

    /// Whether the article names no topic and hardly any of its words was met in training.
    fn is_unfamiliar(&self) -> bool {
        let share = |part: &Words| part.model.featurizer().share_of_known_words(self.article);
        let mut shares = self.words.iter().filter_map(share).peekable();
        !self.names_a_topic && shares.peek().is_some() && shares.all(|share| share < LEAST_KNOWN)
    }
}

fn is_foreign(article: &Analysis<'_>) -> bool {
    matches!(
        article.language,
        Language::Danish | Language::Swedish | Language::Other
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_reasons_are_listed() {
        // A new variant compiles here only with its place in the chain.
        let after = |reason: &Reason| match reason {
            Reason::TooShort => Some(Reason::NotNorwegian),
            Reason::NotNorwegian => Some(Reason::Unfamiliar),
            Reason::Unfamiliar => Some(Reason::BelowThreshold),
            Reason::BelowThreshold => None,
        };
        let chain = std::iter::successors(Some(Reason::TooShort), after);
        assert_eq!(chain.collect::<Vec<_>>(), Reason::ALL);
    }

    #[test]
    fn what_is_too_short_or_foreign_is_not_looked_at() {
        let unfit = |text| Reason::before(&notis_text::analyze(text, None), Topics::Any);
        assert_eq!(unfit("Elva steig"), Some(Reason::TooShort));
        assert_eq!(unfit("Elva steig i natt, og vegen er stengd."), None);
    }

    #[test]
    fn an_article_with_exactly_one_topic_only_needs_a_word() {
        let unfit = |text| Reason::before(&notis_text::analyze(text, None), Topics::One);
        assert_eq!(unfit(""), Some(Reason::TooShort));
        assert_eq!(unfit("The river rose all through the night."), None);
    }
}
