//! Topics of articles that nobody labelled.
//!
//! Terms in, groups out; what a term is (a stem, a name) is the caller's business, so nothing here knows a language.
//!
//! 1. [`Bags`] hold how often each article has each term of a [`Lexicon`], which remembers how terms are written.
//! 2. [`weigh`] makes TF-IDF rows of them.
//! 3. [`discover`] places the rows in a space of some tens of dimensions (a randomised truncated singular value
//!    decomposition), groups them there many times over by spherical k-means, and takes what the runs agree on.
//! 4. [`topic_words`] tells which terms are a group's own; [`hierarchy`] which groups lie near each other.
//! 5. [`measures`] tell how good groups are: coherence, diversity, stability, agreement with labels.
//!
//! The same rows give the same groups, whatever the number of threads: sums have a fixed order and chance has a seed.
//!
//! ```
//! use notis_discover::{Bags, Options, Term, WeightOptions, discover, weigh};
//!
//! let mut bags = Bags::default();
//! for number in 0..40 {
//!     let words = if number % 2 == 0 { ["laks", "merd", "lus"] } else { ["skole", "elev", "lærer"] };
//!     let own = format!("sak{number}");
//!     let words = words.into_iter().chain([own.as_str()]);
//!     bags.add(words.map(|word| Term { key: word, form: word, nynorsk: false, is_sure: true, count: 1 }));
//! }
//! let rows = weigh(&bags, &WeightOptions::default());
//! let found = discover(&rows, &Options { topics: Some(2), ..Options::default() });
//! assert_eq!(found.topics, 2);
//! assert!((0..40).all(|n| (found.fits[n].topic == found.fits[0].topic) == (n % 2 == 0)));
//! ```

mod bags;
mod choose;
mod consensus;
mod copies;
mod decompose;
mod find;
pub mod hierarchy;
mod kmeans;
pub mod measures;
mod product;
mod refine;
mod trend;
mod weights;
mod words;

pub use bags::{Bags, Lexicon, Term};
pub use choose::Tried;
pub use find::{Fit, Found, Options, discover};
pub use trend::{Trend, trends};
pub use weights::{WeightOptions, weigh};
pub use words::{TopicWord, WordOptions, topic_words};
