//! What a sentence takes from the length of a digest.

use notis_text::WordCount;

/// What a sentence takes from a budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Sentences.
    pub sentences: usize,
    /// Words separated by white space.
    pub words: usize,
    /// Characters, without the space that joins it to the next sentence.
    pub chars: usize,
}

impl Cost {
    /// The cost of a sentence with its white space collapsed.
    pub fn of(text: &str) -> Self {
        Cost::of_pieces([text].into_iter())
    }

    /// The cost of the sentence that these pieces make when they are put together.
    pub(crate) fn of_pieces<'t>(pieces: impl Iterator<Item = &'t str>) -> Self {
        let mut count = WordCount::default();
        pieces.for_each(|piece| count.add(piece));
        Cost {
            sentences: 1,
            words: count.words,
            chars: count.letters + count.words.saturating_sub(1),
        }
    }

    /// The larger of two costs, in each measure.
    #[must_use]
    pub fn max(self, other: Cost) -> Cost {
        Cost {
            sentences: self.sentences.max(other.sentences),
            words: self.words.max(other.words),
            chars: self.chars.max(other.chars),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_cost_is_so_in_each_measure() {
        let (long, many) = (
            Cost::of("Kommunestyrerepresentantane protesterer."),
            Cost::of("Nei, så det er det."),
        );
        let both = long.max(many);
        assert_eq!((both.sentences, both.words, both.chars), (1, 5, 40));
        assert_eq!(both, many.max(long));
    }

    proptest::proptest! {
        #[test]
        fn words_and_letters_are_counted_as_if_white_space_were_collapsed(
            pieces in proptest::collection::vec("[ \\t\u{a0}\u{2009}\u{3000}aæ–\u{85}]{0,4}|\\PC{0,3}", 0..6)
        ) {
            let collapsed = crate::space::collapse(&pieces.concat());
            let cost = Cost::of_pieces(pieces.iter().map(String::as_str));
            proptest::prop_assert_eq!(cost.words, collapsed.split_whitespace().count());
            proptest::prop_assert_eq!(cost.chars, collapsed.chars().count());
        }
    }
}
