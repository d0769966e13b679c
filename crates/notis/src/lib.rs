//! Topics and digests of Norwegian news text, offline: what the `notis` command does, as a library.
//!
//! A [`Desk`] holds a topic model and a digest method. It reads an [`Article`] and gives a [`Reading`], which answers:
//! what is it about ([`Reading::tags`]), what does it say ([`Reading::digest`]), who is in it ([`Reading::names`]), why
//! that topic ([`Reading::explain`]).
//!
//! ```
//! use notis::{Article, Budget, Desk};
//!
//! let desk = Desk::shipped()?;
//! let article = Article {
//!     id: "a1".into(),
//!     text: "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for Nord-Korea, \
//!            melder Sør-Koreas hær."
//!         .into(),
//!     ..Article::default()
//! };
//! let reading = desk.read(&article)?;
//! assert_eq!(reading.tags()[0].topic, "nord-korea");
//! assert_eq!(reading.digest(Budget::Sentences(1))?.sentences.len(), 1);
//! assert!(reading.names().iter().any(|name| name.name == "Nord-Korea"));
//! assert!(reading.explain("nord-korea")[0].weight > 0.0);
//! # Ok::<(), notis::Error>(())
//! ```
//!
//! - Many articles: [`open`] reads files and folders, [`Desk::map`] and [`Desk::stream`] work on all threads and give
//!   results in order, in bounded memory; [`digest_groups`] digests stories, topics and dates.
//! - Own topics: [`Topics`] by definition, [`Trainer`] from labelled articles, [`Desk::learn`] from corrections,
//!   [`Desk::suggest`] drafts labels.
//! - Corpora larger than a machine: [`Statistics`] are counted part by part, and [`Trainer::train_from`] their sum.
//! - Learners of one's own: [`Vectorizer`] makes TF-IDF rows of texts, [`Linear`] learns from rows of any kind.
//! - Who and what is named: [`DeskBuilder::kinds`] gives names their kinds, by the shipped [`NameModel`] or one's own.
//! - How good is it: [`Desk::evaluate_topics`], [`Desk::evaluate_digests`], [`Trainer::evaluate`].
//! - Output: the objects of [`output`] serialise to the JSON Lines of the command line; a [`print::Printer`] shows them
//!   as text, JSON Lines, CSV, Markdown, HTML, ninjs or Atom.
//!
//! Nothing here prints or reaches for a network, but for a model server that [`DeskBuilder::chat`] names. The only state
//! outside of values is what ships with the program (word lists, background frequencies, the model of names): unpacked when
//! it is first asked for, into statics that never change. Threads are those of the rayon pool it is called in. The same
//! articles give the same answers, whatever the number of threads.
//!
//! `docs/library.md` beside this crate's sources is a page to learn from.

mod calendar;
pub mod columnar;
mod desk;
mod discover;
mod drift;
mod error;
pub mod evaluate;
mod features;
mod group;
mod input;
mod linear;
mod model;
mod names;
mod neural;
pub mod output;
mod page;
pub mod print;
mod reading;
mod report;
mod setting;
mod statistics;
mod stream;
mod suggest;
mod tagger;
mod train;
mod vectorizer;
mod vectors;

pub use desk::{Desk, DeskBuilder, METHODS};
pub use discover::{Discoverer, Discovery};
pub use error::{Cause, Error};
pub use features::Features;
pub use group::{By, Group, GroupItem, digest_group, digest_groups, groups};
pub use input::{
    Article, Articles, Column, Encoding, Field, Format, Graded, Hint, HintKind, LABEL_FILES, Meter,
    OptionError, ReadOptions, Size, is_article_file, open, open_below,
};
pub use linear::Linear;
pub use model::{Model, ModelCard, Names, Pattern, PatternError, Topic, TopicCard, Topics, Training};
pub use names::{Clusters, EntityType, Gold, NameCard, NameKind, NameModel, NameScores, Tally};
pub use neural::{NEURAL_REMEDY, neural_libraries};
pub use notis_chat::{Error as ChatError, Options as ChatOptions, Prompts};
pub use notis_summarizer::Budget;
pub use output::{
    Classification, Decision, Digest, Evidence, EvidenceOrigin, GroupDigest, Keyword, Name, Nearest, Reason,
    Tag,
};
pub use page::PageLanguage;
pub use reading::{Block, BlockKind, Language, Reading, Sentence, Span};
pub use report::{CorpusReport, Reporter, Side};
pub use setting::Setting;
pub use statistics::Statistics;
pub use suggest::{Draft, lost_by_a_draft, write_drafts};
pub use train::{Event, Learner, Preference, TrainReport, Trainer};
pub use vectorizer::{RowView, SparseRow, SparseRows, Vectorizer, VectorizerOptions};

/// The example of the README is tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// And those of the page to learn from.
#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct Page;
