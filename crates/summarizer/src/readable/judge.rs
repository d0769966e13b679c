//! What speaks against a sentence by itself, and what of it can be mended.

use super::line::Line;
use super::opener::{self, Link};
use super::reading::{Reading, SPOILT};
use super::voice::Voice;
use super::{quote, shape, trim};
use crate::digest::{in_order, pieces};
use crate::{Candidate, Cost};
use notis_text::Original;

/// What a sentence lacks before anything is mended.
pub(super) fn judge(line: &Line<'_>, link: Link, voice: Voice) -> Reading {
    let (short, spoilt) = (
        shape::is_short(line),
        shape::is_broken(line) || shape::is_page(line),
    );
    let shape = if short || spoilt {
        SPOILT
    } else {
        shape::flaw(line)
    };
    let quoted = matches!(voice, Voice::Named | Voice::Continued);
    let unnamed = quoted && quote::speaker_is_pronoun(line);
    let inside = quoted && quote::answers(line, voice);
    Reading {
        leans: link != Link::None || opener::dangles(line, false) || unnamed || inside,
        open: opener::unresolved(line, voice).max(quote::looks_quoted(line, voice)),
        blemish: quote::blemish(line, voice) + quote::address(line, voice) + shape,
        opens_definite: opener::is_article(line),
        tells: voice == Voice::Reporter && shape < SPOILT,
        junk: spoilt || line.text().ends_with(':') || shape::tells_who_told(line),
        short,
        lone: voice == Voice::Lone,
        quotes: quoted,
        ..Reading::default()
    }
}

/// Mends what can be mended for sure. `name` gives the person that a pronoun certainly stands for.
pub(super) fn mend(
    reading: &mut Reading,
    line: &Line<'_>,
    (link, voice): (Link, Voice),
    name: impl Fn(&str) -> Option<String>,
) {
    reading.following = trim::edits(line, voice);
    reading.alone = reading.following.clone();
    if let Some((edit, leans)) = opener::mended(line, link, name) {
        reading.leans = leans;
        reading.leans_on_title &= leans;
        reading.alone.push(edit);
    }
    if voice == Voice::Continued {
        reading.alone.push(quote::mark(line));
    }
    in_order(&mut reading.alone);
    in_order(&mut reading.following);
}

/// The larger of what a sentence takes from a budget with its edits, behind the sentence before it and without that.
pub(super) fn cost(original: Original<'_>, candidate: &Candidate, reading: &Reading) -> Cost {
    if reading.alone.is_empty() && reading.following.is_empty() {
        return candidate.cost;
    }
    let cost = |edits| Cost::of_pieces(pieces(original, candidate.span, edits));
    cost(&reading.alone).max(cost(&reading.following))
}
