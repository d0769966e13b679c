//! Reports for a person: the card of a model, how good topics and digests are, how far two people agree.

mod agreement;
mod card;
mod comparison;
mod digests;
mod discovery;
mod drift;
mod names;
mod topics;

pub use agreement::agreement;
pub use card::card;
pub use comparison::comparison;
pub use digests::digests;
pub use discovery::discovery;
pub use drift::drift;
pub use names::{names, names_json};
pub use topics::topics;
