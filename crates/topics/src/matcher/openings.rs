//! Which words may open a pattern, remembered from article to article.
//!
//! To tell that, a word is walked through the trie; where the walk ends cannot be foretold, so that it costs far more than
//! to look up what was found when the word was last met.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use notis_features::WordCache;
use notis_text::{TypeId, Types};

/// What may open with a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Opens {
    /// No pattern: so it is with most words.
    #[default]
    Nothing,
    /// Longer words alone: it opens a pattern where it is only the beginning of a word, which the tokenizer cut.
    LongerWord,
    /// Phrases, and maybe longer words: behind it and a gap comes a word that begins with one of these letters.
    Phrase(Letters),
    /// A pattern.
    Pattern,
}

/// A set of letters. Letters whose numbers have the same last five bits, capitals and small letters among them, are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u32);

impl Letters {
    pub(super) fn of(letters: impl Iterator<Item = char>) -> Self {
        Letters(letters.fold(0, |all, letter| all | Letters::bit(letter as u32)))
    }

    /// Whether `rest`, which stands behind a word, may go on with a gap and one of the letters. It surely does not where it
    /// goes on with a space and another letter that bears no accent.
    pub(super) fn may_follow(self, rest: &[u8]) -> bool {
        match *rest {
            [b' ', first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii() => {
                self.0 & Letters::bit(u32::from(first)) != 0
            }
            _ => true,
        }
    }

    fn bit(number: u32) -> u32 {
        1 << (number % u32::BITS)
    }
}

thread_local! {
    /// What the words met open by the patterns asked for last.
    static CACHE: RefCell<(Openings, WordCache<Opens>)> = RefCell::default();
}

/// Tells the patterns of a matcher from all others of this process, but not from those of its clones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Openings(u64);

impl Openings {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Openings(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// What each type opens; `find` tells it of a word that is not in the cache.
    pub(super) fn of(self, types: &Types<'_>, find: impl Fn(&str) -> Opens) -> Vec<Opens> {
        CACHE.with_borrow_mut(|(patterns, cache)| {
            if *patterns != self {
                (*patterns, *cache) = (self, WordCache::default());
            }
            cache.get_or_add_all(types.hashes(), |id| find(types.form(id as TypeId)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_letter_of_the_set_follows_for_sure() {
        let letters = Letters::of("dé".chars());
        for rest in [" dag", " Dag", "-dag", "  dag", " d", " e\u{301}n", " 7", ""] {
            assert!(letters.may_follow(rest.as_bytes()), "«{rest}»");
        }
        assert!(!letters.may_follow(b" natt"));
    }

    #[test]
    fn matchers_asked_in_turn_do_not_mix_their_words() {
        let article = notis_text::analyze("Elva steig", None);
        let opens = |openings: Openings, found: Opens| openings.of(&article.types, |_| found);
        let (first, second) = (Openings::new(), Openings::new());
        assert_eq!(opens(first, Opens::Pattern), [Opens::Pattern; 2]);
        assert_eq!(opens(first, Opens::Nothing), [Opens::Pattern; 2], "remembered");
        assert_eq!(opens(second, Opens::Nothing), [Opens::Nothing; 2]);
        assert_eq!(opens(first, Opens::LongerWord), [Opens::LongerWord; 2]);
    }
}
