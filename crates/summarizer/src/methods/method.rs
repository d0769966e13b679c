//! What a digest method is, and what all that choose whole sentences share.

use crate::{Budget, Digest, DigestSentence, Document, Error, Room, clause};

/// Whether sentences may be edited so that they read by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edits {
    /// Each edit is listed with the sentence.
    #[default]
    Marked,
    /// Every sentence is printed as it stands (`--verbatim`).
    None,
}

/// Makes digests.
pub trait Summarizer: Send + Sync {
    /// The name of the method, such as `lexrank`.
    fn name(&self) -> &'static str;

    /// The digest of `document` within `budget`.
    ///
    /// # Errors
    /// Where the budget leaves room for nothing, or a method from outside fails.
    fn summarize(&self, document: &Document<'_>, budget: Budget) -> Result<Digest, Error>;

    /// Whether a digest within `budget` may depend on [`Document::query`]; where not, nobody need find out what the reader
    /// cares about.
    fn reads_query(&self, _budget: Budget) -> bool {
        true
    }
}

/// A way to choose sentences. What implements it is a [`Summarizer`] that prints the chosen ones as they stand.
pub trait Method: Send + Sync {
    /// The name of the method, such as `lexrank`.
    fn name(&self) -> &'static str;

    /// The indices of the chosen candidates, best first. Their costs fit `room` together, and no other candidate fits
    /// any more.
    fn choose(&self, document: &Document<'_>, room: Room) -> Vec<usize>;
}

impl<M: Method> Summarizer for M {
    fn name(&self) -> &'static str {
        Method::name(self)
    }

    fn summarize(&self, document: &Document<'_>, budget: Budget) -> Result<Digest, Error> {
        let room = budget.room(document)?;
        let mut chosen = self.choose(document, room);
        if chosen.is_empty() {
            let best = self.choose(document, Room::one_sentence()).first().copied();
            return Ok(Digest::new(
                Method::name(self),
                document,
                forced(document, best, budget, &room),
            ));
        }
        chosen.sort_unstable();
        let spans = chosen.iter().map(|&c| document.candidates()[c].span);
        let sentences = spans
            .map(|span| DigestSentence::verbatim(document.article().original, span))
            .collect();
        Ok(Digest::new(Method::name(self), document, sentences))
    }
}

/// The best sentence where none fits the budget: cut where the limit is hard, whole where it is a wish.
pub(super) fn forced(
    document: &Document<'_>,
    best: Option<usize>,
    budget: Budget,
    room: &Room,
) -> Vec<DigestSentence> {
    let original = document.article().original;
    let print = |candidate: usize| {
        let span = document.candidates()[candidate].span;
        if budget.is_hard() {
            clause::cut(original, span, room)
        } else {
            DigestSentence::verbatim(original, span)
        }
    };
    best.map(print).into_iter().collect()
}

/// Takes candidates in the order of their scores, highest first (the earlier one where two are equal), as long as they
/// fit.
pub(super) fn take_best(document: &Document<'_>, scores: &[f32], mut room: Room) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    order.retain(|&c| {
        let cost = document.candidates()[c].cost;
        let fits = room.fits(cost);
        if fits {
            room.take(cost);
        }
        fits
    });
    order
}
