//! How long a digest may be.

use crate::cost::Cost;
use crate::{Document, Error};

/// The length of a digest.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Budget {
    /// Exactly this many sentences, or all body sentences where there are fewer.
    Sentences(usize),
    /// At most this many words separated by white space.
    Words(usize),
    /// At most this many characters (Unicode scalar values), the spaces between the sentences included.
    Chars(usize),
    /// At most this share of the words of the running text, above 0 and at most 1.
    Ratio(f64),
    /// The length that people choose: about the fifth root of the article's length.
    Auto,
}

/// Words in a default digest of a one-word article: human digests of NorSumm have 26–30 × words^0.2 words.
const AUTO_SCALE: f64 = 28.0;
/// The growth of human digests with the length of the article.
const AUTO_POWER: f64 = 0.2;
/// A default digest keeps at most this share of a short article.
const AUTO_SHARE: f64 = 0.65;

impl Budget {
    /// The room it leaves in a digest of `document`.
    ///
    /// # Errors
    /// Where it leaves room for nothing.
    pub fn room(self, document: &Document<'_>) -> Result<Room, Error> {
        self.room_of(document.words_of_body())
    }

    /// The room it leaves in a digest of an article with so many words of running text.
    pub(crate) fn room_of(self, words: usize) -> Result<Room, Error> {
        match self {
            Budget::Sentences(n) => Room::counted(n, usize::MAX, usize::MAX, "sentences"),
            Budget::Words(n) => Room::counted(usize::MAX, n, usize::MAX, "words"),
            Budget::Chars(n) => Room::counted(usize::MAX, usize::MAX, n, "characters"),
            Budget::Ratio(share) if share > 0.0 && share <= 1.0 => {
                Ok(Room::of_words((share * words as f64) as usize))
            }
            Budget::Ratio(share) => Err(Error::Ratio(share)),
            Budget::Auto => Ok(Room::of_words(auto_words(words))),
        }
    }

    /// About how many words a digest of `document` comes to.
    ///
    /// ```
    /// use notis_summarizer::{Budget, Document, Query};
    ///
    /// let article = notis_text::analyze("Brua er stengd. Elva steig i natt. Ingen er skadde.", None);
    /// let document = Document::new(&article, &Query::default());
    /// assert_eq!(Budget::Sentences(2).words(&document), 10);
    /// ```
    pub fn words(self, document: &Document<'_>) -> usize {
        /// Words of a long sentence.
        const SENTENCE: usize = 25;
        const LETTERS: usize = 6;
        let body = document.words_of_body();
        let words = match self {
            Budget::Sentences(n) => n.saturating_mul(SENTENCE),
            Budget::Words(n) => n,
            Budget::Chars(n) => n / LETTERS,
            Budget::Ratio(share) => (share * body as f64) as usize,
            Budget::Auto => auto_words(body),
        };
        words.clamp(1, body.max(1))
    }

    /// Whether a sentence may be cut to fit: only where the caller set a hard limit of words or characters.
    pub(crate) fn is_hard(self) -> bool {
        matches!(self, Budget::Words(_) | Budget::Chars(_))
    }
}

/// The words of a default digest of an article with `words` words of running text.
fn auto_words(words: usize) -> usize {
    let length = words as f64;
    (AUTO_SCALE * libm::pow(length, AUTO_POWER)).min(AUTO_SHARE * length) as usize
}

/// The room left in a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Sentences that may still be added.
    pub sentences: usize,
    /// Words that may still be added.
    pub words: usize,
    /// Characters that may still be added, one more than the text may hold: each sentence takes a space with it.
    chars: usize,
}

impl Room {
    /// Room for any one sentence.
    pub(crate) fn one_sentence() -> Self {
        Room {
            sentences: 1,
            words: usize::MAX,
            chars: usize::MAX,
        }
    }

    fn counted(sentences: usize, words: usize, chars: usize, unit: &'static str) -> Result<Self, Error> {
        if sentences.min(words).min(chars) == 0 {
            return Err(Error::EmptyBudget { unit });
        }
        Ok(Room {
            sentences,
            words,
            chars: chars.saturating_add(1),
        })
    }

    fn of_words(words: usize) -> Self {
        Room {
            sentences: usize::MAX,
            words,
            chars: usize::MAX,
        }
    }

    /// Whether a sentence of this cost still fits.
    pub fn fits(&self, cost: Cost) -> bool {
        cost.sentences <= self.sentences && cost.words <= self.words && cost.chars < self.chars
    }

    /// Takes the cost of a sentence that fits.
    pub fn take(&mut self, cost: Cost) {
        debug_assert!(self.fits(cost), "only what fits is taken");
        let limited = |left: &mut usize, cost| *left -= if *left == usize::MAX { 0 } else { cost };
        limited(&mut self.sentences, cost.sentences);
        limited(&mut self.words, cost.words);
        limited(&mut self.chars, cost.chars + 1);
    }

    /// Gives back what [`Room::take`] took.
    pub fn give_back(&mut self, cost: Cost) {
        self.sentences = self.sentences.saturating_add(cost.sentences);
        self.words = self.words.saturating_add(cost.words);
        self.chars = self.chars.saturating_add(cost.chars + 1);
    }

    /// Characters that a first sentence may have.
    pub(crate) fn first_chars(&self) -> usize {
        self.chars - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_grows_with_the_fifth_root_but_keeps_no_more_than_two_thirds() {
        assert_eq!(auto_words(500), 97);
        assert_eq!(auto_words(16_000), 194);
        assert_eq!(auto_words(60), 39);
    }

    #[test]
    fn characters_count_the_spaces_between_sentences() {
        let mut room = Room::counted(usize::MAX, usize::MAX, 11, "characters").unwrap();
        room.take(Cost::of("Hei  du."));
        assert!(room.fits(Cost::of("Ja.")), "«Hei du. Ja.» has eleven characters");
        assert!(!room.fits(Cost::of("Nei.")));
    }

    #[test]
    fn what_is_as_long_as_the_room_fits_and_one_more_does_not() {
        let cost = |sentences, words, chars| Cost {
            sentences,
            words,
            chars,
        };
        for (budget, just, more) in [
            (Budget::Sentences(3), cost(2, 900, 9000), cost(3, 1, 1)),
            (Budget::Words(9), cost(1, 8, 9000), cost(1, 9, 1)),
            (Budget::Chars(30), cost(1, 900, 28), cost(1, 1, 29)),
            (Budget::Ratio(0.5), cost(1, 8, 9000), cost(1, 9, 1)),
        ] {
            let mut room = budget.room_of(18).unwrap();
            room.take(cost(1, 1, 1));
            assert!(room.fits(just) && !room.fits(more), "{budget:?}");
            let before = room;
            room.take(just);
            assert!(!room.fits(cost(1, 1, 1)), "{budget:?} is used up");
            room.give_back(just);
            assert_eq!(room, before, "{budget:?}");
        }
    }

    #[test]
    fn a_share_is_above_nothing_and_at_most_all() {
        assert_eq!(Budget::Ratio(1.0).room_of(40).unwrap().words, 40);
        assert_eq!(Budget::Auto.room_of(500).unwrap().words, 97);
        for share in [0.0, -0.1, 1.01, f64::NAN] {
            assert!(
                matches!(Budget::Ratio(share).room_of(40), Err(Error::Ratio(_))),
                "{share}"
            );
        }
    }

    #[test]
    fn the_words_to_expect_are_at_least_one_and_at_most_the_body() {
        let text = "Brua er stengd. ".repeat(40);
        let article = notis_text::analyze(&text, None);
        let document = Document::new(&article, &crate::Query::default());
        for (budget, words) in [
            (Budget::Sentences(2), 50),
            (Budget::Sentences(9), 120),
            (Budget::Words(7), 7),
            (Budget::Chars(60), 10),
            (Budget::Chars(2), 1),
            (Budget::Ratio(0.25), 30),
            (Budget::Auto, auto_words(120)),
        ] {
            assert_eq!(budget.words(&document), words, "{budget:?}");
        }
        let nothing = notis_text::analyze("", None);
        assert_eq!(
            Budget::Auto.words(&Document::new(&nothing, &crate::Query::default())),
            1
        );
    }

    #[test]
    fn nothing_is_an_error() {
        let none = Room::counted(0, 9, 9, "sentences");
        assert!(matches!(none, Err(Error::EmptyBudget { unit: "sentences" })));
    }
}
