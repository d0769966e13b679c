//! The Norwegian lists, bokmål and nynorsk side by side.

pub mod abbreviations;
pub mod articles;
pub mod connectives;
pub mod endings;
pub mod family;
pub mod given_names;
pub mod grammar;
pub mod keywords;
pub mod names;
pub mod newsrooms;
pub mod nouns;
pub mod numbers;
pub mod openers;
pub mod page;
pub mod pictures;
pub mod places;
pub mod pronouns;
pub mod speech;
pub mod spellings;
pub mod stop_words;
pub mod time;
