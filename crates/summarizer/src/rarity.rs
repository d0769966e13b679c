//! How rare words are in Norwegian, remembered from article to article.
//!
//! A look-up in the background's transducer walks it letter by letter; most words of an article were in the last ones,
//! too, and a hash table answers in a tenth of the time.

use notis_features::Background;
use notis_text::Language;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Words that are remembered for a language before all are forgotten: a few megabytes at most.
const REMEMBERED: usize = 1 << 16;

thread_local! {
    /// What is known of bokmål, of nynorsk, and of both together.
    static KNOWN: RefCell<[Rarities; 3]> = RefCell::default();
}

type Rarities = FxHashMap<Box<str>, f32>;

/// [`Background::idf`] for each of `words`, which are folded; `None` for those that are not asked for.
pub(crate) fn rarities<'w>(
    words: impl Iterator<Item = Option<&'w str>>,
    language: Language,
) -> Vec<Option<f32>> {
    KNOWN.with_borrow_mut(|known| {
        let known = &mut known[place(language)];
        words.map(|word| Some(rarity(known, word?, language))).collect()
    })
}

/// [`Background`] tells the languages apart like this.
fn place(language: Language) -> usize {
    match language {
        Language::Bokmal => 0,
        Language::Nynorsk => 1,
        _ => 2,
    }
}

fn rarity(known: &mut Rarities, word: &str, language: Language) -> f32 {
    if let Some(&rarity) = known.get(word) {
        return rarity;
    }
    if known.len() >= REMEMBERED {
        known.clear();
    }
    let rarity = Background::shipped().idf(word, language);
    known.insert(word.into(), rarity);
    rarity
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
