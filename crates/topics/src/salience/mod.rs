//! How much of an article is about a topic: one model for all topics.
//!
//! A row of [`Features`] describes one (article, topic) pair by how often, how densely and where the topic's words
//! stand, never by which topic it is. The [`SalienceModel`] learned from the pairs of a labelled corpus — about: 1,
//! in passing: 0 — therefore holds for topics it never saw.

mod features;
mod layout;
mod model;

pub use features::{FEATURE_NAMES, Features, features, features_without_each, volume};
pub use layout::Layout;
pub use model::{Kind, Pair, SalienceModel};
