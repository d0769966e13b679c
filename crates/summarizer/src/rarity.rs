//! How rare words are in Norwegian, remembered from article to article.
//!
//! A look-up in the background's transducer walks it letter by letter; most words of an article were in the last ones,
//! too, and a table answers in a tenth of the time. What is remembered is what would be found again.

use notis_features::Background;
use notis_text::Language;
use rustc_hash::FxHasher;
use std::cell::RefCell;
use std::hash::Hasher;

/// Words that are remembered: two megabytes' worth. One that falls to the place of another takes it.
const SLOTS: usize = 1 << 17;

thread_local! {
    static KNOWN: RefCell<Vec<Slot>> = RefCell::new(vec![Slot { word: 0, rarity: f32::NAN }; SLOTS]);
}

/// A word by its hash, and how rare it is; not a number where the slot is free.
#[derive(Clone, Copy)]
struct Slot {
    word: u64,
    rarity: f32,
}

/// [`Background::idf`] for each of `words`, which are folded; `None` for those that are not asked for.
pub(crate) fn rarities<'w>(
    words: impl Iterator<Item = Option<&'w str>>,
    language: Language,
) -> Vec<Option<f32>> {
    KNOWN.with_borrow_mut(|known| words.map(|word| Some(rarity(known, word?, language))).collect())
}

fn rarity(known: &mut [Slot], word: &str, language: Language) -> f32 {
    let mut hasher = FxHasher::default();
    hasher.write_u8(place(language));
    hasher.write(word.as_bytes());
    let hash = hasher.finish();
    let slot = &mut known[hash as usize % SLOTS];
    if slot.word != hash || slot.rarity.is_nan() {
        *slot = Slot {
            word: hash,
            rarity: Background::shipped().idf(word, language),
        };
    }
    slot.rarity
}

/// [`Background`] tells bokmål, nynorsk and all others apart.
fn place(language: Language) -> u8 {
    match language {
        Language::Bokmal => 0,
        Language::Nynorsk => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remembered_word_is_as_rare_as_at_first() {
        let words = ["regjeringen", "ferje", "regjeringen"];
        for language in [
            Language::Bokmal,
            Language::Nynorsk,
            Language::Danish,
            Language::Bokmal,
        ] {
            let fresh = words.map(|word| Some(Background::shipped().idf(word, language)));
            assert_eq!(rarities(words.into_iter().map(Some), language), fresh);
        }
    }

    #[test]
    fn what_is_not_asked_for_is_not_answered() {
        assert_eq!(rarities([None].into_iter(), Language::Bokmal), [None]);
    }
}
