//! The one sentence of an article that tells its news, for a digest of one: the only form in which nothing is read before it.
//!
//! What counts how much was learned from the sentences that readers chose (`data/news_sentences.tsv`): the probability of a
//! sentence among those of its article is a softmax of what its [`Signs`] weigh (McFadden 1974).

use super::article::Article;
use super::{anaphora, score};
use crate::readable::Reading;

/// How many signs a sentence has.
const SIGNS: usize = 9;
/// What a sentence shows, in the order of [`WEIGHTS`].
pub(crate) type Signs = [f32; SIGNS];

/// Sentences of an article among which the news is looked for: of 820 that readers chose 27 stand behind, or in what is taken for
/// no running text.
const REACH: usize = 45;
/// A sentence of fewer words seldom tells news.
const FEW_WORDS: f32 = 12.0;
/// In an item of fewer sentences the first one tells the news, and what is central or short says as much less; a choice for the
/// items of two and three sentences in the tests, since those that were read are longer.
const ENOUGH: f32 = 12.0;

/// What each sign weighs: found by `scripts/news_weights.py`.
const WEIGHTS: Signs = [-1.06, 2.48, 1.72, -0.72, -1.05, -0.46, -0.67, -2.00, 0.82];

/// By how much a sentence must outweigh the one that opens the article to be told instead. Read blind, of 57 that did so by any
/// weight 33 were preferred, of the 25 by more than this 19.
const MARGIN: f32 = 0.6;

/// The candidate that tells the news, where a digest would begin with `opening`: another only where it stands by itself, tells more
/// than the title, and weighs clearly more.
pub(super) fn best(of: &Article<'_>, centrality: &[f32], opening: usize) -> usize {
    let signs = signs(of, centrality);
    let weight = |candidate: usize| -> f32 {
        let signs = signs.get(candidate).into_iter().flatten();
        signs.zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum()
    };
    let may_be = |&candidate: &usize| stands(of, candidate) && !of.is_told(candidate);
    let heavier = |best, candidate| {
        if weight(candidate) > weight(best) {
            candidate
        } else {
            best
        }
    };
    let best = (0..signs.len()).filter(may_be).reduce(heavier);
    best.filter(|&best| weight(best) > weight(opening) + MARGIN)
        .unwrap_or(opening)
}

/// The signs of the first sentences of an article.
pub(super) fn signs(of: &Article<'_>, centrality: &[f32]) -> Vec<Signs> {
    let title = score::Wanted::of_title(of.document);
    let certainty = (of.readings.len() as f32 / ENOUGH).min(1.0);
    let mut before = 0.0_f32;
    let candidates = 0..of.readings.len().min(REACH);
    let signs = candidates.map(|candidate| {
        let reading = &of.readings[candidate];
        let is_no_sentence = reading.junk || reading.short;
        let position = libm::log1pf(before);
        before += f32::from(!is_no_sentence);
        [
            position,
            certainty * centrality[candidate],
            title.share_in(of.document, candidate),
            f32::from(is_no_sentence),
            reading.blemish.min(1.0),
            reading.open.min(1.0),
            f32::from(leans(of, candidate, reading)),
            certainty * libm::logf(FEW_WORDS / words(of, candidate)).max(0.0),
            f32::from(of.readings.says_day(candidate)),
        ]
    });
    signs.collect()
}

/// Whether a reader gets across a sentence who has read nothing but the title.
fn stands(of: &Article<'_>, candidate: usize) -> bool {
    let reading = &of.readings[candidate];
    let is_whole = !reading.junk && !reading.short && !reading.lone && reading.is_sound();
    is_whole && reading.open == 0.0 && !reading.leans_on_title && !leans(of, candidate, reading)
}

/// Whether a sentence needs one that stands in front of it.
fn leans(of: &Article<'_>, candidate: usize, reading: &Reading) -> bool {
    reading.leans || anaphora::opens_unexplained(of.document, candidate, &[])
}

fn words(of: &Article<'_>, candidate: usize) -> f32 {
    of.document.candidates()[candidate].cost.words.max(1) as f32
}

#[cfg(test)]
mod tests {
    use crate::methods::Notis;
    use crate::{Budget, Document, Query, Summarizer};
    use notis_text::analyze;

    fn told(text: &str, title: &str) -> String {
        let article = analyze(text, Some(title).filter(|title| !title.is_empty()));
        let document = Document::new(&article, &Query::default());
        Notis::default()
            .summarize(&document, Budget::Sentences(1))
            .unwrap()
            .text
    }

    #[test]
    fn the_news_is_no_question() {
        let text = "Hva er det egentlig som skjer på Fjell? Du har kanskje hørt smellet. Et vogntog med 20 tonn laks har veltet på E6 ved \
            Fjell i natt.";
        assert!(told(text, "Vogntog veltet på E6 ved Fjell").starts_with("Et vogntog med 20 tonn laks"));
    }

    #[test]
    fn the_news_is_told_behind_a_scene() {
        let text = "Kari Vik stryker hånda over det gamle rekkverket. Elva bruser under henne. Torsdag vedtok kommunestyret i Lom å \
            rive brua over Storelva og bygge en ny bru for 40 millioner kroner. Brua har vært stengt siden flommen i fjor. Den nye \
            brua over Storelva skal stå ferdig om to år. Kommunen regner med å få halvparten av pengene til brua fra staten. \
            Kommunestyret var delt i synet på hva slags bru kommunen skal bygge. Flertallet ville ha en bru av tre. Den gamle \
            brua i Lom ble bygget i 1952. Kommunen må først rive den gamle brua over elva. Arbeidet med å rive brua begynner i \
            mai. Vik håper at rekkverket får stå.";
        let news = told(text, "");
        assert!(news.starts_with("Torsdag vedtok kommunestyret"), "{news}");
    }
}
