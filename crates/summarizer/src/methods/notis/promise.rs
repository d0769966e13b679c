//! The one jump that a digest of a few sentences makes: to what the title promises and the opening does not tell.
//!
//! «Væpnede soldater vokter vogntog» stands over an article that tells first where the lorry fell and who lives there. Where
//! the last sentence of the digest has nothing of the title, and one further on has much of what nothing in the digest has,
//! that one is told instead.

use super::article::Article;
use super::score::Wanted;
use crate::readable::Reading;

/// The share of the title that a sentence must add, in how many sentences behind the digest it is looked for, and the words it
/// may have: of the 16 jumps that these allow in 355 articles a reader who did not know which was which preferred 12, of the 13
/// that they forbid 4.
const PROMISED: f32 = 0.25;
const REACH: usize = 8;
const WORDS: usize = 30;
/// Terms of a title that promises something: «Iran» does not.
const FEWEST: usize = 3;

/// Puts the sentence that keeps what the title promises in the place of the last one `taken`, where it is worth that.
pub(super) fn keep(of: &Article<'_>, taken: &mut [usize]) {
    if of.document.title().len() < FEWEST {
        return;
    }
    let [.., before, last] = *taken else {
        return;
    };
    let title = Wanted::of_title(of.document);
    let is_needed = !of.readings[last].tells || of.readings[before].lone;
    if is_needed || title.share_in(of.document, last) > 0.0 {
        return;
    }
    let rest = &taken[..taken.len() - 1];
    let behind = last + 1..of.readings.len().min(last + 1 + REACH);
    let may_jump = |&c: &usize| {
        let reading = &of.readings[c];
        stands(of, c)
            && reading.open == 0.0
            && reading.blemish == 0.0
            && reading.cost.words <= WORDS
            && !of.repeats(c, rest)
    };
    let adds = |c| title.share_added(of.document, c, rest);
    if let Some(kept) = first_most(behind.filter(may_jump), adds, PROMISED) {
        taken[rest.len()] = kept;
    }
}

/// The first of those candidates that have most, if one has more than `least`.
fn first_most(
    candidates: impl Iterator<Item = usize>,
    has: impl Fn(usize) -> f32,
    least: f32,
) -> Option<usize> {
    let more = |best: (Option<usize>, f32), candidate: usize| {
        let share = has(candidate);
        if share > best.1 {
            (Some(candidate), share)
        } else {
            best
        }
    };
    candidates.fold((None, least), more).0
}

/// Whether a reader who knows nothing but the title gets across a sentence: it is the reporter's, and leans on nothing.
fn stands(of: &Article<'_>, candidate: usize) -> bool {
    let reading: &Reading = &of.readings[candidate];
    reading.tells && reading.is_sound() && !reading.junk && !reading.leans && !of.is_told(candidate)
}

#[cfg(test)]
mod tests {
    use crate::methods::Notis;
    use crate::{Budget, Document, Query, Summarizer};
    use notis_text::analyze;

    fn told(text: &str, title: &str, count: usize) -> String {
        let article = analyze(text, Some(title));
        let document = Document::new(&article, &Query::default());
        let digest = Notis::default().summarize(&document, Budget::Sentences(count));
        digest.unwrap().text
    }

    const LORRY: &str = "Politiet melder at et vogntog har veltet på E6 ved Fjell. Ola Vik bor like ved stedet og hørte smellet i \
        natt. Det er 70-sone på strekningen, og veien var tørr. Væpnede soldater fra Heimevernet er satt inn for å passe på lasten.";

    #[test]
    fn what_the_title_promises_takes_the_place_of_the_last_sentence() {
        let digest = told(LORRY, "Vogntog veltet: Voktes av væpnede soldater", 2);
        assert!(
            digest.starts_with("Politiet melder") && digest.ends_with("passe på lasten."),
            "{digest}"
        );
        let kept = told(LORRY, "Vogntog veltet ved Fjell", 2);
        assert!(kept.ends_with("smellet i natt."), "{kept}");
    }
}
