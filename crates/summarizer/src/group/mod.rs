//! Digests of many articles: grouped by date, by topic, or by story.
//!
//! ```
//! use notis_summarizer::group::{self, About, Item};
//! use notis_summarizer::{Budget, Document, Edits, Query, by_name};
//!
//! let texts = [
//!     "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.",
//!     "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Politiet etterforsker.",
//!     "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall. Den skal stå klar om fire år.",
//! ];
//! let (notis, budget) = (by_name("notis", Edits::Marked)?, Budget::Sentences(1));
//! let mut items = Vec::new();
//! for (id, text) in ["a", "b", "c"].into_iter().zip(texts) {
//!     let article = notis_text::analyze(text, None);
//!     let document = Document::new(&article, &Query::default());
//!     items.push(Item::new(About::new(id), &document, &notis.summarize(&document, budget)?));
//! }
//! let stories = group::by_story(&items);
//! assert_eq!(stories.len(), 2);
//! assert_eq!(group::digest(&stories[0], &items, budget)?.articles, ["a", "b"]);
//! # Ok::<(), notis_summarizer::Error>(())
//! ```

mod date;
mod digest;
mod grouping;
mod item;
mod label;
mod minhash;
mod names;
mod passage;
mod story;

pub use date::Period;
pub use digest::{GroupDigest, GroupSentence, Listed, digest};
pub use grouping::{Group, by_period, by_story, by_topic};
pub use item::{About, Item};
pub use names::{GroupName, Named};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Budget, Document, Edits, Query, by_name};

    /// An article with its default digest.
    pub(super) fn item(text: &str, date: Option<&str>) -> Item {
        let article = notis_text::analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let notis = by_name("notis", Edits::Marked).unwrap();
        let digest = notis.summarize(&document, Budget::Auto).unwrap();
        let about = About {
            date: date.map(str::to_owned),
            ..About::default()
        };
        Item::new(about, &document, &digest)
    }
}
