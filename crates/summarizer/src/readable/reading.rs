//! How a sentence reads: what speaks against printing it, and what is changed where it is printed.

use crate::{Cost, Edit};

/// A blemish that only a digest without a better sentence may have.
pub(crate) const SPOILT: f32 = 1.0;

/// How a candidate reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// It can be understood only right after the sentence before it.
    pub(crate) leans: bool,
    /// It is the first sentence and points back all the same: at the title, or at what the page has lost.
    pub(crate) leans_on_title: bool,
    /// It opens with the article of something that may have been told of: «Den tidligere fotballstjernen …».
    pub(crate) opens_definite: bool,
    /// What spoils it unless it stands right behind the sentence before it: a pronoun that nothing in it explains.
    pub(crate) open: f32,
    /// What spoils it wherever it stands, 0 (nothing) and up.
    pub(crate) blemish: f32,
    /// It is no sentence of the article: a fragment, a caption, what the page left, what only announces the next one.
    pub(crate) junk: bool,
    /// It is too short for a clause: «For nå.»
    pub(crate) short: bool,
    /// It begins a quote, or goes on with one, and does not name its speaker.
    pub(crate) lone: bool,
    /// It quotes somebody, and names the speaker.
    pub(crate) quotes: bool,
    /// For the first sentence of a quote that does not name its speaker: the sentence soon behind it that does.
    pub(crate) speaker: Option<usize>,
    /// It is running text of a reporter, neither a fragment nor somebody's quote: the news is told in such sentences.
    pub(crate) tells: bool,
    /// Edits where the sentence before it is not in the digest.
    pub(crate) alone: Vec<Edit>,
    /// Edits where the sentence before it is.
    pub(crate) following: Vec<Edit>,
    /// The larger cost of the two.
    pub(crate) cost: Cost,
}

impl Reading {
    /// Whether a reader gets across it without stumbling.
    pub(crate) fn is_sound(&self) -> bool {
        /// A question, what speaks to the reader, or of «I», has more.
        const STUMBLE: f32 = 0.5;
        self.blemish < STUMBLE
    }
}
