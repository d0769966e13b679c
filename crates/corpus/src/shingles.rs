//! Articles that are nearly the same: wire copies, second versions.
//!
//! An article is the set of its runs of five words (Broder 1997, "On the resemblance and containment of documents"), of
//! which those whose hash is divisible by four are kept. Two articles are nearly the same where one holds at least half
//! of the other's runs.

use std::collections::BTreeMap;

use crate::seen::hash;

/// Words in a run.
const RUN: usize = 5;
/// One of so many runs is kept.
const KEPT: u64 = 4;
/// Articles that an index keeps of one run, the first that hold it. A run that more hold is a formula, or all of them are
/// copies of each other, and then the first stand for the others; looking at all would take time quadratic in copies.
const HOLDERS: usize = 32;

/// The runs of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// The runs of words in `text`, whatever their case and marks.
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: Vec<String> = words.filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        let hashes = words.windows(RUN).map(hash);
        let mut kept: Vec<u64> = hashes.filter(|hash| hash % KEPT == 0).collect();
        kept.sort_unstable();
        kept.dedup();
        Shingles(kept)
    }
}

/// Many articles by their runs.
///
/// ```
/// use notis_corpus::{ShingleIndex, Shingles};
/// let text = "Ferja låg ved kai heile natta fordi vinden var for sterk til å gå frå land i Lote, \
///     seier driftsleiaren, som ventar at ho går att når det stilnar utpå føremiddagen i morgon";
/// let (one, other) = (Shingles::of(text), Shingles::of("Noko heilt anna om ei skule som skal rivast i år."));
/// let index = ShingleIndex::new([(7, &one), (8, &other)]);
/// assert_eq!(index.nearest(&Shingles::of(&format!("Oppdatert: {text}."))), Some(7));
/// ```
#[derive(Clone, Debug)]
pub struct ShingleIndex {
    articles: BTreeMap<u64, Vec<usize>>,
    sizes: BTreeMap<usize, usize>,
}

impl ShingleIndex {
    /// An index of articles by number.
    pub fn new<'a>(articles: impl IntoIterator<Item = (usize, &'a Shingles)>) -> Self {
        let mut index = ShingleIndex {
            articles: BTreeMap::new(),
            sizes: BTreeMap::new(),
        };
        for (number, shingles) in articles {
            index.sizes.insert(number, shingles.0.len());
            for &hash in &shingles.0 {
                let holders = index.articles.entry(hash).or_default();
                if holders.len() < HOLDERS {
                    holders.push(number);
                }
            }
        }
        index
    }

    /// The number of the article that is nearly the same as the one with these runs, if there is one. Takes time linear in
    /// the runs, however many articles hold them.
    pub fn nearest(&self, shingles: &Shingles) -> Option<usize> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for number in shingles
            .0
            .iter()
            .filter_map(|hash| self.articles.get(hash))
            .flatten()
        {
            *shared.entry(*number).or_default() += 1;
        }
        let near = |(number, shared): &(usize, usize)| 2 * shared >= self.sizes[number].min(shingles.0.len());
        let nearest = shared
            .into_iter()
            .filter(near)
            .max_by_key(|&(number, shared)| (shared, std::cmp::Reverse(number)));
        nearest.map(|(number, _)| number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_copies_the_first_stand_for_all() {
        let texts: Vec<String> = (0..1000)
            .map(|i| {
                let words = (0..200).map(|word| format!("ord{word}"));
                format!("Sak {i}: {}", words.collect::<Vec<_>>().join(" "))
            })
            .collect();
        let all: Vec<_> = texts.iter().map(|text| Shingles::of(text)).collect();
        let index = ShingleIndex::new(all.iter().enumerate());
        assert!(index.articles.values().all(|holders| holders.len() <= HOLDERS));
        assert!(
            all.iter()
                .all(|one| index.nearest(one).is_some_and(|number| number < HOLDERS))
        );
    }

    #[test]
    fn short_and_different_texts_are_near_nothing() {
        let texts = [
            "Kort.",
            "",
            "Kommunen vil byggje ny skule ved fjorden til neste år, seier ordføraren i Lom.",
        ];
        let all: Vec<_> = texts.map(Shingles::of).into();
        let index = ShingleIndex::new(all.iter().enumerate());
        assert_eq!(index.nearest(&Shingles::of("Kort.")), None);
        assert_eq!(
            index.nearest(&Shingles::of(
                "Ferja låg ved kai heile natta fordi vinden var for sterk."
            )),
            None
        );
    }
}
