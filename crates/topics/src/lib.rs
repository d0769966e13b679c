//! Topic models for Norwegian news: what an article is *about*, told apart from what it merely names.
//!
//! [`Model`] is the whole of it: trained on labelled articles, on topic [`Definitions`], or both; it tags an analysed
//! article with calibrated probabilities, abstains with a [`Reason`], and shows the words that carried each tag.
//!
//! A topic is *defined* by the words that name it ([`Definitions`]); a [`Matcher`] finds those words in an article;
//! [`salience`] turns where and how often they stand into the probability that the article is about the topic rather
//! than naming it in passing ("aboutness" is graded as in Gamon et al. 2013, *Identifying salient entities in web
//! pages*, and Dunietz and Gillick 2014, *A new entity salience task with millions of training examples*). The salience
//! model is one for all topics, so a topic defined five minutes ago works at once.

mod abstention;
pub mod container;
mod decision;
mod definitions;
mod error;
pub mod evaluate;
mod input;
mod matcher;
mod model;
mod prose;
pub mod salience;
mod statistics;
pub mod words;

pub use abstention::{Reason, Topics};
pub use decision::{Classified, Decision, Evidence, Origin, Tag};
pub use definitions::{Definitions, DefinitionsError, Names, Pattern, PatternError, Topic};
pub use error::{Error, ModelError};
pub use input::{Example, Input, analyzed};
pub use matcher::{Matcher, Mention, Role};
pub use model::{
    ClassifyOptions, Model, ModelCard, Preference, Progress, TopicCard, TrainOptions, TrainReport, Training,
};
pub use statistics::{Statistics, StatisticsError, USUAL_SAMPLE};
