//! What kind of thing a name names.
//!
//! A [`NameModel`] marks names in the words of a sentence ([`NameModel::entities`]) and in an analyzed article
//! ([`NameModel::read`]), and gives each name that `notis_text::names` found one [`Kind`]: a person, an organisation, a
//! place … It is a linear-chain conditional random field over words, shapes and their company, trained on gold in the
//! manner of NorNE ([`read_gold`], [`train`]) and on the groups of words that unlabelled text tells ([`ClusterLearner`]).
//!
//! ```
//! let gold = "Kari\tB-PER\nbur\tO\ni\tO\nVoss\tB-GPE_LOC\n\nOla\tB-PER\nbur\tO\ni\tO\nOdda\tB-GPE_LOC\n";
//! let gold = notis_names::read_gold("gull.tsv", gold)?;
//! let model = notis_names::train(&gold, notis_names::Clusters::default(), 1)?;
//! let found = model.entities(&["Kari", "bur", "i", "Odda"]);
//! assert_eq!(found[1].entity.kind(), notis_names::Kind::Place);
//! # Ok::<(), notis_names::Error>(())
//! ```

mod article;
mod clusters;
mod crf;
mod error;
pub mod evaluate;
mod features;
mod gazetteer;
mod gold;
mod hash;
mod ids;
mod kind;
mod label;
mod model;
#[cfg(test)]
mod tests;
mod train;
mod words;

pub use article::{ArticleSentence, KnownName, Marked, Names, sentences};
pub use clusters::{ClusterLearner, Clusters};
pub use error::Error;
pub use gazetteer::Gazetteer;
pub use gold::{GoldDocument, GoldSentence, read_gold};
pub use ids::WikidataIds;
pub use kind::{EntityType, Kind};
pub use label::Entity;
pub use model::{Card, NameModel};
pub use train::train;
