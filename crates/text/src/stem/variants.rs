//! The map that unites bokmål and nynorsk where no rule of spelling does.

use crate::lists::spellings;
use crate::sieve::Sieve;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

type Pairs = FxHashMap<&'static str, &'static str>;

static WORDS: LazyLock<Pairs> = LazyLock::new(|| pairs(spellings::WORDS));
static ROOTS: LazyLock<Roots> = LazyLock::new(|| Roots::of(pairs(spellings::ROOTS)));

/// The longest root, in bytes.
const LONGEST: usize = 18;
/// The fewest bytes of a root that counts inside a longer word; one with æ, ø or å needs but three letters.
const SHORTEST: usize = 4;
/// The fewest bytes in front of a root at the end of a word.
const SHORTEST_FIRST_PART: usize = 3;

/// Nynorsk roots with the bokmål ones, and a sieve that tells most strings to be none.
struct Roots {
    pairs: Pairs,
    sieve: Sieve,
}

impl Roots {
    fn of(pairs: Pairs) -> Self {
        let sieve = Sieve::of(pairs.keys().copied());
        Roots { pairs, sieve }
    }

    #[inline]
    fn get(&self, root: &str) -> Option<&'static str> {
        if self.sieve.may_hold(root) {
            self.pairs.get(root).copied()
        } else {
            None
        }
    }
}

fn pairs(list: &'static str) -> Pairs {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .collect()
}

/// The bokmål form that a whole word takes the stem of: «ikkje» gives «ikke», «menn» gives «mann».
pub(super) fn word(folded: &str) -> Option<&'static str> {
    WORDS.get(folded).copied()
}

/// Puts the bokmål roots in place of the nynorsk ones: «høgskul» becomes «høyskol».
pub(super) fn unite_roots(base: &mut String) {
    if let Some(root) = ROOTS.get(base) {
        base.replace_range(.., root);
        return;
    }
    if let Some((len, root)) = root_at_start(base) {
        base.replace_range(..len, root);
    }
    if let Some((len, root)) = root_at_end(base) {
        base.replace_range(base.len() - len.., root);
    }
}

fn root_at_start(base: &str) -> Option<(usize, &'static str)> {
    let longest = LONGEST.min(base.len().saturating_sub(1));
    let lengths = ROOTS.sieve.lengths(base);
    (SHORTEST..=longest)
        .rev()
        .filter(|len| lengths >> len & 1 == 1)
        .find_map(|len| Some((len, ROOTS.get(base.get(..len)?)?)))
}

fn root_at_end(base: &str) -> Option<(usize, &'static str)> {
    let longest = LONGEST.min(base.len().saturating_sub(SHORTEST_FIRST_PART));
    (SHORTEST..=longest)
        .rev()
        .find_map(|len| Some((len, ROOTS.get(base.get(base.len() - len..)?)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_stands_once_and_none_leads_on() {
        for (list, map) in [(spellings::WORDS, &*WORDS), (spellings::ROOTS, &ROOTS.pairs)] {
            let entries = list.lines().filter(|line| !line.starts_with('#')).count();
            assert_eq!(entries, map.len());
        }
        let leading_on: Vec<_> = ROOTS
            .pairs
            .values()
            .filter(|root| {
                let mut again = (**root).to_owned();
                unite_roots(&mut again);
                again != **root
            })
            .collect();
        assert!(leading_on.is_empty(), "{leading_on:?}");
        assert!(ROOTS.pairs.keys().all(|root| root.len() <= LONGEST));
    }
}
