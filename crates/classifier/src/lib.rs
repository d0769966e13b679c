//! Topic models for Norwegian news: what an article is *about*, told apart from what it merely names.
//!
//! [`Model`] is the whole of it: trained on labelled articles, on topic [`Definitions`], or both; it tags an analysed
//! article with calibrated probabilities, abstains with a [`Reason`], and shows the words that carried each tag.

pub mod calibration;
pub mod container;
mod decision;
mod error;
pub mod evaluate;
pub mod folds;
pub mod learners;
mod logistic;
mod math;
pub mod metrics;
mod model;
pub mod thresholds;
pub mod topics;
pub mod word;

pub use decision::{Classified, Decision, Evidence, Reason, Tag};
pub use error::{Error, ModelError};
pub use model::{
    ClassifyOptions, Model, ModelCard, Origin, Progress, TopicCard, TrainOptions, TrainReport, analyzed,
};
pub use topics::{Definitions, DefinitionsError, Topic};
