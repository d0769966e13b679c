//! Copies: articles that share most of their runs of words.
//!
//! Each article is sketched by the smallest hash of its word runs under many hash functions; two sketches agree in
//! about the share of runs that the articles have in common. Sketches are compared only where a band of them agrees.
//!
//! Broder (1997), "On the resemblance and containment of documents".

use notis_text::Analysis;
use rustc_hash::FxHashMap;

/// Words in a run.
const RUN: usize = 4;
/// Hash functions of a sketch.
const HASHES: usize = 64;
/// Hash functions of a band: two articles are compared if all of one band agree.
const BAND: usize = 4;
/// The share of common runs from which one article is a copy of the other.
const SAME: f64 = 0.5;

/// The smallest hash of an article's runs under each hash function.
pub(super) type Sketch = [u64; HASHES];

/// The indices of the sketches that copy an earlier one, in order; an article without runs copies none.
pub(super) fn copies(sketches: &[Option<&Sketch>]) -> Vec<usize> {
    let mut bands: FxHashMap<(usize, [u64; BAND]), Vec<usize>> = FxHashMap::default();
    let mut copies = Vec::new();
    for (i, sketch) in sketches.iter().enumerate() {
        let Some(sketch) = sketch else { continue };
        let mut copy = false;
        for (band, hashes) in sketch.as_chunks::<BAND>().0.iter().enumerate() {
            let met = bands.entry((band, *hashes)).or_default();
            copy |= met
                .iter()
                .filter_map(|&other| sketches[other])
                .any(|other| agreement(sketch, other) >= SAME);
            met.push(i);
        }
        if copy {
            copies.push(i);
        }
    }
    copies
}

/// The share of hash functions on which two sketches agree, an estimate of the share of common runs.
fn agreement(a: &Sketch, b: &Sketch) -> f64 {
    a.iter().zip(b).filter(|(a, b)| a == b).count() as f64 / HASHES as f64
}

/// The sketch of an article's running text; `None` where it has no run.
pub(super) fn sketch(article: &Analysis<'_>) -> Option<Sketch> {
    let running = article.blocks.iter().filter(|b| b.kind.is_running_text());
    let words: Vec<u64> = running
        .flat_map(|b| article.indices_in(b.span))
        .map(|token| {
            article.form(token).bytes().fold(0xCBF2_9CE4_8422_2325, |h, b| {
                (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3)
            })
        })
        .collect();
    let mut sketch = [u64::MAX; HASHES];
    for run in words.windows(RUN) {
        let hash = run.iter().fold(0, |h, &word| mix(h ^ word));
        for (i, least) in sketch.iter_mut().enumerate() {
            *least = (*least).min(mix(hash ^ (i as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        }
    }
    (words.len() >= RUN).then_some(sketch)
}

/// Stirs the bits of a number. Steele, Lea & Flood (2014).
fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_text::analyze;

    fn copies_of(texts: &[&str]) -> Vec<usize> {
        let sketches: Vec<_> = texts.iter().map(|text| sketch(&analyze(text, None))).collect();
        copies(&sketches.iter().map(Option::as_ref).collect::<Vec<_>>())
    }

    const WIRE: &str = "Statsbudsjettet for neste år gir kommunene to milliarder kroner mer enn i år. \
        Pengene skal gå til eldreomsorg, skole og barnevern, opplyser Finansdepartementet. \
        Opposisjonen mener at det er for lite, og varsler egne forslag i Stortinget før jul.";

    #[test]
    fn a_wire_story_with_another_lead_is_a_copy() {
        let printed = format!("{WIRE} Saken debatteres i kveld.");
        assert_eq!(
            copies_of(&[WIRE, "Noe helt annet skjedde i dag på Lillehammer.", &printed]),
            [2]
        );
    }

    #[test]
    fn the_same_event_in_other_words_is_no_copy() {
        let other = "Kommunane får to milliardar kroner meir neste år enn i år, viser statsbudsjettet. \
            Finansdepartementet seier at pengane skal brukast på eldreomsorg, barnevern og skule.";
        assert!(copies_of(&[WIRE, other]).is_empty());
    }

    #[test]
    fn articles_without_words_copy_nothing() {
        assert!(copies_of(&["", "", "Ja."]).is_empty());
    }
}
