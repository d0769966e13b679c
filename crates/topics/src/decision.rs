//! What a model says of an article.

use notis_text::{Analysis, Language};

/// Fewer words are too few to say anything.
const FEWEST_WORDS: usize = 4;

/// The answer for one article.
#[derive(Clone, Debug)]
pub struct Classified {
    /// The written form the article is in.
    pub language: Language,
    /// Tags, or why there are none.
    pub decision: Decision,
    /// The probability of each topic, in the order of [`crate::Model::topics`]; empty where the article was not
    /// looked at (too short, not Norwegian).
    pub scores: Vec<f32>,
}

/// Tags, or none with a reason.
#[derive(Clone, Debug)]
pub enum Decision {
    /// What the article is about, the most probable first; at least one.
    Tagged(Vec<Tag>),
    /// No tag, and why.
    Abstained(Reason),
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

    /// The tags, none where it abstains.
    pub fn tags(&self) -> &[Tag] {
        match self {
            Decision::Tagged(tags) => tags,
            Decision::Abstained(_) => &[],
        }
    }
}

/// One topic the article is about.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Index in [`crate::Model::topics`].
    pub topic: usize,
    /// How sure, 0–1.
    pub probability: f32,
    /// The probability from which the topic is given.
    pub threshold: f32,
    /// What carried it, the strongest first; empty unless it was asked for.
    pub evidence: Vec<Evidence>,
}

impl Tag {
    /// Of topics with their probability and their threshold, those that reach it: the most probable first, without
    /// evidence.
    pub fn reached(topics: impl Iterator<Item = (usize, f32, f32)>) -> Vec<Tag> {
        let reached = topics.filter(|(_, probability, threshold)| probability >= threshold);
        let tag = |(topic, probability, threshold)| Tag {
            topic,
            probability,
            threshold,
            evidence: Vec::new(),
        };
        let mut tags: Vec<Tag> = reached.map(tag).collect();
        tags.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then(a.topic.cmp(&b.topic))
        });
        tags
    }
}

/// Words that carried a tag.
///
/// The weights of all a tag's evidence add up to the log-odds of its probability. Two entries have no text: with the
/// `field` [`Evidence::BASELINE`], what the model says before any word is read; with [`Evidence::REST`], the sum of
/// the many words that weigh too little to be listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The words as they stand in the article.
    pub text: String,
    /// What they add to the log-odds.
    pub weight: f32,
    /// First byte, in the text or in the field named.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// `title` where the words stand in a title beside the text.
    pub field: Option<&'static str>,
}

impl Evidence {
    /// The field of the entry that stands for no words.
    pub const BASELINE: &'static str = "baseline";
    /// The field of the entry that sums up the words not listed.
    pub const REST: &'static str = "rest";
    /// The field of words in a title beside the text.
    pub const TITLE: &'static str = "title";
}

/// Why an article has no tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Under four words.
    TooShort,
    /// In another language.
    NotNorwegian,
    /// Unlike anything seen in training, and no topic is named.
    Unfamiliar,
    /// No topic is probable enough.
    BelowThreshold,
}

impl Reason {
    /// Why an article gets no tag whatever the topics are, if it is so: too short, or not Norwegian.
    pub fn against(article: &Analysis<'_>) -> Option<Reason> {
        if article.tokens.len() + article.title_tokens.len() < FEWEST_WORDS {
            return Some(Reason::TooShort);
        }
        let foreign = matches!(
            article.language,
            Language::Danish | Language::Swedish | Language::Other
        );
        foreign.then_some(Reason::NotNorwegian)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_short_or_foreign_is_not_looked_at() {
        let unfit = |text| Reason::against(&notis_text::analyze(text, None));
        assert_eq!(unfit("Elva steig"), Some(Reason::TooShort));
        assert_eq!(unfit("Elva steig i natt, og vegen er stengd."), None);
    }
}
