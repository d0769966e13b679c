//! What every way of choosing looks at.

use super::sense::Sense;
use crate::readable::Readings;
use crate::{Document, Error, similarity};

/// The share of the shorter sentence's terms from which on two are one told twice, and the terms that takes. Readers do not mind
/// a sentence that says more of the same.
const SAME: f32 = 0.7;
const TERMS: usize = 4;

/// An article with what is known of its sentences.
#[derive(Clone, Copy)]
pub(super) struct Article<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) readings: &'d Readings<'d>,
    /// The first sentence tells in a few words what the next one tells again in full.
    has_teaser: bool,
}

impl<'d> Article<'d> {
    /// The article of `document`, whose candidates read like `readings`.
    ///
    /// # Errors
    /// Where the sense cannot tell whether two sentences claim the same.
    pub(super) fn of(
        document: &'d Document<'d>,
        readings: &'d Readings<'d>,
        sense: &impl Sense,
    ) -> Result<Self, Error> {
        let same_claim = |a, b| sense.is_same_claim(document, a, b);
        Ok(Article {
            document,
            readings,
            has_teaser: has_teaser(readings, same_claim)?,
        })
    }

    /// Whether the title, or the sentence behind a teaser, tells all that a sentence says.
    pub(super) fn is_told(&self, candidate: usize) -> bool {
        /// A sentence of which a title has this share adds nothing to it.
        const TOLD: f32 = 0.97;
        (self.has_teaser && candidate == 0) || self.document.share_of_title(candidate) > TOLD
    }

    /// Whether a sentence says what one of the `taken` says.
    pub(super) fn repeats(&self, candidate: usize, taken: &[usize]) -> bool {
        let document = self.document;
        let terms = |c: usize| document.entries(c).len();
        let same = |&taken: &usize| {
            let shorter = terms(taken).min(terms(candidate));
            shorter >= TERMS && similarity::shared(document, taken, candidate) as f32 >= SAME * shorter as f32
        };
        taken.iter().any(same)
    }
}

/// Whether an article opens with a teaser: a sentence of a few words that the next one tells again in full.
fn has_teaser(
    readings: &Readings<'_>,
    same_claim: impl FnOnce(usize, usize) -> Result<bool, Error>,
) -> Result<bool, Error> {
    const TEASER: usize = 8;
    const FULL: usize = 30;
    if readings.len() < 2 {
        return Ok(false);
    }
    let (few, more) = (readings[0].cost.words, readings[1].cost.words);
    let may_be = few <= TEASER && few < more && more <= FULL && readings[1].tells;
    Ok(may_be && same_claim(0, 1)?)
}
