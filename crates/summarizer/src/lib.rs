//! Short digests of Norwegian news articles, every sentence traceable to its source.
//!
//! A digest is *extractive*: its sentences are sentences of the article, chosen by a [`Summarizer`] within a
//! [`Budget`], in the order of the article, each with its byte [`Span`](notis_text::Span). Only running text is
//! chosen from: titles, sub-headings, captions, credits, datelines and page remnants never take part.
//!
//! ```
//! use notis_summarizer::{Budget, Document, Query, Summarizer, methods};
//!
//! let text = "Flaumen har stengt vegen\n\n\
//!     Vegen mellom Voss og Vik er stengd etter at elva gjekk over breiddene sine i natt.\n\n\
//!     Ingen menneske er skadde, seier ordføraren.";
//! let article = notis_text::analyze(text, None);
//! let document = Document::new(&article, &Query::default());
//! let digest = methods::Lead.summarize(&document, Budget::Sentences(1))?;
//! assert!(digest.text.starts_with("Vegen mellom Voss og Vik"));
//! assert_eq!(digest.sentences[0].span.of(text), digest.text);
//! # Ok::<(), notis_summarizer::Error>(())
//! ```

mod budget;
mod claim;
mod clause;
mod cost;
mod digest;
mod document;
mod error;
pub mod evaluate;
mod faithful;
mod generated;
mod greedy;
pub mod group;
mod heading;
mod keywords;
mod lexicon;
pub mod methods;
mod query;
mod readable;
pub mod rouge;
mod rows;
mod short;
mod similarity;
mod space;
mod words;

pub use budget::{Budget, Room};
pub use cost::Cost;
pub use digest::{Digest, DigestSentence, Edit, EditKind};
pub use document::Document;
pub use error::Error;
pub use faithful::Source;
#[doc(hidden)]
pub use heading::heading_signs;
pub use keywords::{Keyword, keywords};
pub use methods::{Edits, Method, Summarizer, by_name};
pub use query::Query;
#[doc(hidden)]
pub use readable::caption_signs;
pub use rows::{Candidate, Rows, TermCount};
pub use short::{bullets, headline};
