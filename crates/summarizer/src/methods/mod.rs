//! The digest methods, one file each, behind one trait.

mod centroid;
mod klsum;
mod lead;
mod lexrank;
mod lsa;
mod mmr;
mod notis;
mod submodular;
mod sumbasic;
mod textrank;

pub use centroid::Centroid;
pub use klsum::KlSum;
pub use lead::Lead;
pub use lexrank::LexRank;
pub use lsa::Lsa;
pub use mmr::Mmr;
pub(crate) use notis::news_signs;
pub use notis::{Notis, Relations, Sense, Weights, Words};
pub use submodular::Submodular;
pub use sumbasic::SumBasic;
pub use textrank::TextRank;

use crate::{Budget, Digest, DigestSentence, Document, Error, Room, clause};

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
fn forced(document: &Document<'_>, best: Option<usize>, budget: Budget, room: &Room) -> Vec<DigestSentence> {
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
fn take_best(document: &Document<'_>, scores: &[f32], mut room: Room) -> Vec<usize> {
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

/// The names of the methods, the default first.
pub const NAMES: [&str; 10] = [
    "notis",
    "lead",
    "centroid",
    "textrank",
    "lexrank",
    "sumbasic",
    "klsum",
    "lsa",
    "submodular",
    "mmr",
];

/// Whether sentences may be edited so that they read by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edits {
    /// Each edit is listed with the sentence.
    #[default]
    Marked,
    /// Every sentence is printed as it stands (`--verbatim`).
    None,
}

/// The method of this name.
///
/// ```
/// use notis_summarizer::{Edits, by_name};
///
/// assert_eq!(by_name("lexrank", Edits::Marked)?.name(), "lexrank");
/// # Ok::<(), notis_summarizer::Error>(())
/// ```
pub fn by_name(name: &str, edits: Edits) -> Result<Box<dyn Summarizer>, Error> {
    Ok(match name {
        "notis" => Box::new(Notis::new(edits)),
        "lead" => Box::new(Lead),
        "centroid" => Box::new(Centroid),
        "textrank" => Box::new(TextRank::default()),
        "lexrank" => Box::new(LexRank::default()),
        "sumbasic" => Box::new(SumBasic),
        "klsum" => Box::new(KlSum::default()),
        "lsa" => Box::new(Lsa::default()),
        "submodular" => Box::new(Submodular::default()),
        "mmr" => Box::new(Mmr::default()),
        _ => {
            return Err(Error::UnknownMethod {
                name: name.to_owned(),
                known: NAMES.to_vec(),
            });
        }
    })
}
