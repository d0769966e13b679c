//! Compounds and their parts.
//!
//! Norwegian writes compounds as one word, so that «flyktningkrisen» is met once a year and «krise» every day. A word
//! is split where the geometric mean of its parts' frequencies is above its own (Koehn and Knight, 2003), with a linking
//! -s- or -e- between them and the inflection taken off the last. Where two parts meet in three like consonants, one is
//! not written («nattog», of «natt» and «tog»); both get theirs back. Frequencies come from the caller.

use crate::lists::endings;
use crate::stopwords::is_stop_word;

/// How often words are met: the counts that a splitter learns from.
pub trait WordFrequencies {
    /// The count of a folded word; 0 where it is unknown.
    fn frequency(&self, folded: &str) -> u32;
}

impl<F: Fn(&str) -> u32> WordFrequencies for F {
    fn frequency(&self, folded: &str) -> u32 {
        self(folded)
    }
}

/// Fewest letters of a part.
const SHORTEST: usize = 3;
/// Most letters of a word that is tried; each more costs time with its square.
const LONGEST: usize = 48;
/// Most parts.
const MOST: usize = 4;
/// The fewest times a part must have been met.
const RAREST: u32 = 3;

/// What each part beyond the second must gain, as a logarithm: «storting» + «valg» before «stor» + «ting» + «valg».
const EXTRA_PART: f64 = 1.5;

/// What a part must gain by leaving its last letter to the link: «rente» + «økning», but «barn-e» + «hage».
const LINK: f64 = 2.0;

/// The parts of a folded word, or nothing where it is no compound. The parts are words themselves: without linking
/// letters, the last without its inflection. The whole word is not among them; a caller keeps it beside them.
///
/// ```
/// let counts = |word: &str| match word {
///     "flyktning" | "krise" => 900,
///     "krisen" => 1100,
///     "flyktningkrisen" => 40,
///     _ => 0,
/// };
/// assert_eq!(notis_text::split_compound("flyktningkrisen", &counts), ["flyktning", "krise"]);
/// assert!(notis_text::split_compound("krisen", &counts).is_empty());
/// ```
pub fn split_compound(folded: &str, frequencies: &impl WordFrequencies) -> Vec<String> {
    let boundaries: Vec<usize> = folded
        .char_indices()
        .map(|(at, _)| at)
        .chain([folded.len()])
        .collect();
    let letters = boundaries.len() - 1;
    let fits = (2 * SHORTEST..=LONGEST).contains(&letters) && folded.chars().all(char::is_alphabetic);
    if !fits {
        return Vec::new();
    }
    let splitter = Splitter {
        folded,
        boundaries,
        frequencies,
    };
    let own = frequencies.frequency(folded).max(1);
    splitter
        .best()
        .filter(|split| split.mean > libm::log(f64::from(own)))
        .map(|split| split.parts)
        .unwrap_or_default()
}

struct Splitter<'w, F> {
    folded: &'w str,
    /// Byte offset of each letter, and the end.
    boundaries: Vec<usize>,
    frequencies: &'w F,
}

/// The best way to cut the first letters of a word into some number of parts.
#[derive(Clone)]
struct Cut {
    sum: f64,
    parts: Vec<String>,
}

/// Puts a cut in `place` where it is better than the one there.
fn improve(place: &mut Option<Cut>, sum: f64, cut: impl Fn() -> Cut) {
    if place.as_ref().is_none_or(|known| known.sum < sum) {
        *place = Some(cut());
    }
}

struct Split {
    mean: f64,
    parts: Vec<String>,
}

impl<F: WordFrequencies> Splitter<'_, F> {
    /// The split with the highest geometric mean, from two parts on.
    fn best(&self) -> Option<Split> {
        let letters = self.boundaries.len() - 1;
        // cuts[n][at]: the first `at` letters in n parts.
        let mut cuts: Vec<Vec<Option<Cut>>> = vec![vec![None; letters + 1]; MOST];
        cuts[0][0] = Some(Cut {
            sum: 0.0,
            parts: Vec::new(),
        });
        let mut best: Option<Split> = None;
        for parts in 0..MOST {
            for from in 0..letters {
                let Some(cut) = cuts[parts][from].take() else {
                    continue;
                };
                if let Some(longer) = cuts.get_mut(parts + 1) {
                    self.extend(&cut, from, longer);
                }
                self.finish(&cut, from, &mut best);
            }
        }
        best
    }

    /// Every way to go on after `from` with a part that is not the last.
    fn extend(&self, cut: &Cut, from: usize, longer: &mut [Option<Cut>]) {
        let letters = self.boundaries.len() - 1;
        for to in from + SHORTEST..=letters.saturating_sub(SHORTEST) {
            let Some((part, score)) = self.modifier(self.slice(from, to)) else {
                continue;
            };
            let longer_cut = || {
                let mut parts = cut.parts.clone();
                parts.push(part.to_owned());
                Cut {
                    sum: cut.sum + score,
                    parts,
                }
            };
            improve(&mut longer[to], cut.sum + score, longer_cut);
            if self.ends_in_double(from, to) {
                improve(&mut longer[to - 1], cut.sum + score, longer_cut);
            }
        }
    }

    /// Whether the letters between `from` and `to` end in a double consonant, of which a third, that the next part
    /// opens with, is not written: «fotball» and «landskamp» make «fotballandskamp».
    fn ends_in_double(&self, from: usize, to: usize) -> bool {
        let mut letters = self.slice(from, to).chars().rev();
        let last = letters.next();
        last.is_some_and(|c| !"aeiouyæøå".contains(c)) && last == letters.next()
    }

    /// The split that takes all after `from` as the last part.
    fn finish(&self, cut: &Cut, from: usize, best: &mut Option<Split>) {
        if cut.parts.is_empty() {
            return;
        }
        let Some((head, score)) = self.head(self.slice(from, self.boundaries.len() - 1)) else {
            return;
        };
        let links = cut.parts.len();
        let mean = (cut.sum + score) / (links + 1) as f64 - EXTRA_PART * (links - 1) as f64;
        if best.as_ref().is_none_or(|known| known.mean < mean) {
            let mut parts = cut.parts.clone();
            parts.push(head);
            *best = Some(Split { mean, parts });
        }
    }

    fn slice(&self, from: usize, to: usize) -> &str {
        &self.folded[self.boundaries[from]..self.boundaries[to]]
    }

    /// A part that is not the last: a word, alone or with a linking -s- or -e-.
    fn modifier<'s>(&self, part: &'s str) -> Option<(&'s str, f64)> {
        let linked = ["s", "e"].iter().filter_map(|link| part.strip_suffix(link));
        let words = std::iter::once(part)
            .chain(linked)
            .filter(|word| word.chars().count() >= SHORTEST);
        let scored = words
            .filter(|word| !is_stop_word(word))
            .filter_map(|word| Some((word, self.score(word)?)));
        scored.reduce(|best, other| if other.1 > best.1 + LINK { other } else { best })
    }

    /// The last part: a word, without its inflection.
    fn head(&self, part: &str) -> Option<(String, f64)> {
        if endings::DERIVATIONS.contains(&part) || is_stop_word(part) {
            return None;
        }
        let base = self.base(part);
        let score = self
            .score(part)
            .into_iter()
            .chain(self.score(&base))
            .reduce(f64::max)?;
        Some((base, score))
    }

    /// The uninflected form of `part`, if it is met often enough beside it.
    fn base(&self, part: &str) -> String {
        let least = (self.frequencies.frequency(part) / 4).max(RAREST);
        let stems = endings::LAST_PART_INFLECTIONS
            .iter()
            .filter_map(|ending| part.strip_suffix(ending));
        stems
            .map(|stem| self.with_or_without_vowel(stem))
            .filter(|base| base.chars().count() >= SHORTEST && !is_stop_word(base))
            .find(|base| self.frequencies.frequency(base) >= least)
            .unwrap_or_else(|| part.to_owned())
    }

    /// «krise» of «kris-en», but «lag» of «lag-et», though «lage» is a word too.
    fn with_or_without_vowel(&self, stem: &str) -> String {
        let with_vowel = format!("{stem}e");
        let counts = [stem, &with_vowel].map(|word| self.frequencies.frequency(word));
        if counts[1] / 2 > counts[0] {
            with_vowel
        } else {
            stem.to_owned()
        }
    }

    /// The logarithm of a part's frequency; short parts, which any letters may make, must be met oftener.
    fn score(&self, word: &str) -> Option<f64> {
        let discount = match word.chars().count() {
            ..SHORTEST => return None,
            3 => 16,
            4 => 3,
            _ => 1,
        };
        let count = self.frequencies.frequency(word) / discount;
        (count >= RAREST).then(|| libm::log(f64::from(count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(word: &str) -> u32 {
        const COUNTS: [(&str, u32); 30] = [
            ("fotball", 3000),
            ("landskamp", 700),
            ("land", 9000),
            ("kamp", 4000),
            ("natt", 2000),
            ("tog", 1500),
            ("ball", 1200),
            ("sko", 900),
            ("skole", 3000),
            ("barn", 5000),
            ("barne", 40),
            ("hage", 800),
            ("hagen", 700),
            ("barnehage", 600),
            ("arbeid", 4000),
            ("plass", 3000),
            ("plasser", 900),
            ("arbeidsplasser", 500),
            ("ungdom", 2000),
            ("ungdoms", 100),
            ("fylke", 900),
            ("trafikk", 900),
            ("sikkerhet", 1500),
            ("utvalg", 1200),
            ("minister", 1500),
            ("stat", 1400),
            ("regjering", 3000),
            ("for", 90_000),
            ("klaring", 30),
            ("fri", 900),
        ];
        COUNTS
            .iter()
            .find(|(known, _)| *known == word)
            .map_or(0, |(_, count)| *count)
    }

    #[test]
    fn parts_come_without_links_and_inflection() {
        for (word, parts) in [
            ("barnehagen", vec!["barn", "hage"]),
            ("arbeidsplasser", vec!["arbeid", "plass"]),
            ("ungdomsskole", vec!["ungdom", "skole"]),
            ("ungdomsskolene", vec!["ungdom", "skole"]),
            ("statsminister", vec!["stat", "minister"]),
            ("fotballandskamp", vec!["fotball", "landskamp"]),
            ("fotballandskampene", vec!["fotball", "landskamp"]),
            ("nattoget", vec!["natt", "tog"]),
            ("ballsko", vec!["ball", "sko"]),
            (
                "fylkestrafikksikkerhetsutvalg",
                vec!["fylke", "trafikk", "sikkerhet", "utvalg"],
            ),
        ] {
            assert_eq!(split_compound(word, &counts), parts, "{word}");
        }
    }

    #[test]
    fn simple_words_are_not_split() {
        for word in [
            "regjeringen",
            "forklaring",
            "frihet",
            "ministeren",
            "nato",
            "",
            "is",
            "fn-topp",
            "123456",
        ] {
            assert!(split_compound(word, &counts).is_empty(), "{word}");
        }
    }

    #[test]
    fn a_word_met_oftener_than_its_parts_stays_whole() {
        let counts = |word: &str| if word == "barnehage" { 9000 } else { counts(word) };
        assert!(split_compound("barnehage", &counts).is_empty());
    }
}
