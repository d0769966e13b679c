//! Norwegian news text: where its blocks, sentences and words are, and which written form it is in.
//!
//! Everything here points into the text it was given by byte [`Span`]s and never changes it: normalised forms
//! (lower case, NFC, stems) live beside the spans, so that a later stage can always show the source.
//!
//! ```
//! let analysis = notis_text::analyze("Storm på Vestlandet\n\nFerja gjekk ikkje i dag.", None);
//! assert_eq!(analysis.sentences.len(), 2);
//! assert_eq!(analysis.slice(analysis.tokens[2].span), "Vestlandet");
//! ```

mod analysis;
mod block;
mod compounds;
mod count;
mod crumbs;
mod entities;
pub mod hash;
mod labels;
mod language;
pub mod laws;
pub mod lists;
mod normal;
mod normalized;
mod openers;
mod page;
mod phrases;
mod quotes;
mod requests;
mod scan;
mod sentences;
mod sieve;
mod span;
mod stem;
mod stopwords;
mod structure;
mod tokens;
mod types;
mod window;

pub use analysis::{Analysis, analyze};
pub use block::{Block, BlockKind, Purpose, Role};
pub use compounds::{WordFrequencies, split_compound};
pub use count::WordCount;
pub use entities::{Mention, Name, names};
pub use language::{Language, identify};
pub use normal::fold;
pub use normalized::Original;
pub use quotes::{Attribution, attribution};
pub use sentences::{Sentence, sentences};
pub use span::Span;
pub use stem::{Stemmer, Variants, stem, stem_with};
pub use stopwords::{is_stop_word, stop_words};
pub use structure::structure;
pub use tokens::{Case, Token, TokenKind, tokens};
pub use types::{TypeId, Types};
