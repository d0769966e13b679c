//! Lists of fixed phrases, asked which of them a line opens with.

use rustc_hash::FxHashMap;

use crate::sieve::Sieve;

/// Phrases, each with what it tells of the line it opens.
pub(crate) struct Phrases<T> {
    by_first_word: FxHashMap<&'static [u8], Vec<(&'static str, T)>>,
    /// Tells most lines that no phrase opens.
    pub(crate) sieve: Sieve,
}

impl<T: Copy> Phrases<T> {
    /// The phrases of these lists, written with `, ` between them. The sieve lets words `beside` them pass, too.
    pub(crate) fn of(lists: &[(&'static str, T)], beside: &[&'static str]) -> Self {
        let phrases = lists
            .iter()
            .flat_map(|&(phrases, told)| phrases.split(", ").map(move |phrase| (phrase, told)));
        let mut by_first_word: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (phrase, told) in phrases.clone() {
            let key = first_word(phrase).as_bytes();
            by_first_word.entry(key).or_default().push((phrase, told));
        }
        let words = phrases.map(|(phrase, _)| phrase);
        Phrases {
            sieve: Sieve::of(words.chain(beside.iter().copied())),
            by_first_word,
        }
    }

    /// The same, a phrase before those that it begins with.
    pub(crate) fn longest_first(mut self) -> Self {
        let lists = self.by_first_word.values_mut();
        lists.for_each(|phrases| phrases.sort_by_key(|(phrase, _)| usize::MAX - phrase.len()));
        self
    }

    /// Those that begin with this word, in small letters.
    pub(crate) fn beginning_with(&self, word: &[u8]) -> Option<&[(&'static str, T)]> {
        self.by_first_word.get(word).map(Vec::as_slice)
    }
}

/// The letters and digits that `line` opens with.
pub(crate) fn first_word(line: &str) -> &str {
    let end = line.find(|c: char| !c.is_alphanumeric());
    &line[..end.unwrap_or(line.len())]
}

/// Whether `head` starts with `phrase` and a word ends there.
pub(crate) fn starts_with_words(head: &str, phrase: &str) -> bool {
    head.strip_prefix(phrase)
        .is_some_and(|rest| phrase.ends_with(':') || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_by_their_first_word_the_longest_first_where_that_is_asked() {
        let phrases = || {
            Phrases::of(
                &[("vis, vis mer, les mer", 1), ("vis mer av dette", 2)],
                &["sist"],
            )
        };
        let found = |phrases: Phrases<i32>| phrases.beginning_with(b"vis").unwrap().to_vec();
        assert_eq!(
            found(phrases()),
            [("vis", 1), ("vis mer", 1), ("vis mer av dette", 2)]
        );
        let longest_first = found(phrases().longest_first());
        assert_eq!(
            longest_first,
            [("vis mer av dette", 2), ("vis mer", 1), ("vis", 1)]
        );
        assert!(phrases().beginning_with(b"mer").is_none());
        assert!(phrases().sieve.lengths("Sist endret") != 0);
        assert!(starts_with_words("vis mer!", "vis mer") && !starts_with_words("vis mere", "vis mer"));
    }
}
