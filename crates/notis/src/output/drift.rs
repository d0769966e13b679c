//! How far articles are from what a model was trained for.

use serde::Serialize;

/// The report of `notis evaluate drift`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DriftReport {
    /// Articles read.
    pub articles: usize,
    /// What later articles are compared with: the earliest third of the months, or articles of their own.
    pub baseline: DriftMonth,
    /// Month by month; articles without a date are in none.
    pub months: Vec<DriftMonth>,
    /// All articles after the baseline.
    pub recent: DriftMonth,
    /// Words the model never met that recent articles hold and those of the baseline hardly, most frequent first.
    pub new_words: Vec<NewWord>,
    /// Topics whose share has changed by more than chance, most changed first.
    pub changed_topics: Vec<ChangedTopic>,
    /// What to do, in plain words.
    pub advice: Vec<String>,
}

/// What is known of the articles of a month.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DriftMonth {
    /// `YYYY-MM`, or what the articles have in common.
    pub month: String,
    /// Articles.
    pub articles: u64,
    /// The share of their distinct words that the model never met; `None` where it knows topics by definition alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfamiliar_words: Option<f64>,
    /// The share of articles without a topic.
    pub without_topic: f64,
    /// How far the mix of topics is from that of the baseline: Jensen and Shannon's divergence in bits, 0 to 1.
    pub topic_distance: f64,
    /// Against labels, where articles have them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Corrected>,
}

/// How tags hold against the labels that people corrected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Corrected {
    /// Articles with labels.
    pub articles: u64,
    /// Micro-F1 of the tags.
    pub micro_f1: f64,
    /// Labels that the probabilities promised.
    pub promised: f64,
    /// Labels that people gave.
    pub given: u64,
}

/// A word that the model never met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NewWord {
    /// The word.
    pub word: String,
    /// Recent articles that hold it.
    pub articles: u64,
}

/// A topic that has become more, or fewer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ChangedTopic {
    /// The topic.
    pub topic: String,
    /// Its share of recent articles, divided by that of the baseline.
    pub ratio: f64,
    /// Where the ratio lies in 95 of 100 cases, all topics together.
    pub interval: [f64; 2],
}
