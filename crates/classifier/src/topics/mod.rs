//! What a topic is, where an article names it, and how much of the article is about it.
//!
//! A topic is *defined* by the words that name it ([`Definitions`]); a [`Matcher`] finds those words in an article;
//! [`salience`] turns where and how often they stand into the probability that the article is about the topic rather
//! than naming it in passing ("aboutness" is graded as in Gamon et al. 2013, *Identifying salient entities in web
//! pages*, and Dunietz and Gillick 2014, *A new entity salience task with millions of training examples*). The salience
//! model is one for all topics, so a topic defined five minutes ago works at once.

mod definitions;
mod fold;
mod matcher;
mod openings;
mod pattern;
mod told;
mod trie;

pub mod salience;

pub use definitions::{Definitions, DefinitionsError, Names, Topic};
pub use matcher::{Matcher, Mention, Role};
pub use pattern::{Pattern, PatternError};
