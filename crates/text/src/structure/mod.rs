//! The typed blocks of an article: what is running text, and what the page put around it.

mod agencies;
mod credits;
mod glued;
mod head;
mod kickers;
mod lines;
mod page_sentence;
mod seams;
mod signs;
mod terms;
mod unit;

pub(crate) use head::title_span;

use crate::block::{Block, BlockKind};
use lines::Units;
use unit::Reader;

/// The blocks of `text`, in order. `title` is the title where it is known from elsewhere: where the text opens with
/// it, that stretch is the title's block.
///
/// ```
/// use notis_text::{BlockKind, structure};
/// let text = "Flaum i Voss\n\nVOSS (NPK): Elva steig i natt.\n\nStengde vegar\n\nE16 er stengd. Foto: Kari Dale";
/// let kinds: Vec<_> = structure(text, None).iter().map(|block| block.kind).collect();
/// use BlockKind::*;
/// assert_eq!(kinds, [Title, Dateline, Body, Subheading, Caption]);
/// ```
pub fn structure(text: &str, title: Option<&str>) -> Vec<Block> {
    let mut reader = Reader::new(text);
    let mut at = head::start_of(text);
    if let Some(date) = head::date_head(text) {
        reader.push(BlockKind::Date, date);
        at = date.end;
    }
    if let Some(span) = title.and_then(|title| title_span(text, title)) {
        reader.push(BlockKind::Title, span);
        at = span.end;
    }
    Units::new(text, at).for_each(|unit| reader.read(unit));
    reader.finish()
}
